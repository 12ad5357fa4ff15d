/** The month `2026-03` one later or earlier. */
export const monthAfter = (month: string, step: 1 | -1): string => {
  const date = new Date(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + step)
  return date.toISOString().slice(0, 7)
}
