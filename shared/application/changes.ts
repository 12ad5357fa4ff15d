import type { Changes } from '../domain/record.ts'

/** Bookkeeping that every event moves, and lists that only grow: the event itself says what it added. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'updatedAt',
  'grades',
  'escalations',
  'contacts',
  'warned',
  'missed',
  'attachments',
  'children',
  'also',
])

type Steps = { readonly steps: readonly { readonly stage: string }[] } | null | undefined

/** A field too large to be written down with every event: of a procedure, the step it has come to says enough. */
const shown = (field: string, value: unknown): unknown =>
  field === 'procedure' ? ((value as Steps)?.steps.at(-1)?.stage ?? null) : (value ?? null)

/** AUD-1: what an event changed, field by field; empty for the first event, which holds everything itself. */
export const changesBetween = (before: object | null, after: object): Changes => {
  if (before === null) return {}
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => !LEFT_OUT.has(field) && JSON.stringify(old.get(field)) !== JSON.stringify(value))
      .map(([field, value]) => [field, { before: shown(field, old.get(field)), after: shown(field, value) }]),
  )
}
