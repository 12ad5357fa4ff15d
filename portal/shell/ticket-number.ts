const WHOLE = /^(INC|REQ)-(\d{4})-(\d{1,9})$/
const SHORT = /^(?:(INC|REQ)[\s-]?)?(\d{1,9})$/

/** `INC-2026-000123` as typed, or short for this year's: `123`, `req 45`. Null when it can be none. */
export const ticketNumberFrom = (typed: string, today: Date): string | null => {
  const text = typed.trim().toUpperCase()
  const [, kind, year, running] = WHOLE.exec(text) ?? []
  if (kind && year && running) return `${kind}-${year}-${running.padStart(6, '0')}`
  const [, shortKind = 'INC', shortRunning] = SHORT.exec(text) ?? []
  return shortRunning ? `${shortKind}-${today.getFullYear()}-${shortRunning.padStart(6, '0')}` : null
}
