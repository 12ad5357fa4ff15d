type Values = Readonly<Record<string, string>>
type Kept = { readonly at: number; readonly values: Values }

/** Only what somebody is typing is kept on this machine, never what the desk answered; and not for ever. */
const PREFIX = 'firstline.draft.'
const LONGEST_MS = 14 * 86_400_000

const keptAt = (key: string): Kept | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

/** What was typed here before; survives a reload and an expired sign-in. */
export const draftOf = (name: string): Values => keptAt(PREFIX + name)?.values ?? {}

export const keepDraft = (name: string, values: Values): void => {
  const kept: Kept = { at: Date.now(), values }
  localStorage.setItem(PREFIX + name, JSON.stringify(kept))
}

export const dropDraft = (name: string): void => localStorage.removeItem(PREFIX + name)

/** On signing out, so that the next person at this machine finds nothing; by itself only what is old. */
export const dropDrafts = (which: 'all' | 'old'): void => {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  for (const key of keys) {
    const { at = 0 } = keptAt(key) ?? {}
    if (which === 'all' || Date.now() - at > LONGEST_MS) localStorage.removeItem(key)
  }
}
