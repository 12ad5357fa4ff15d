import { language } from '../texts/texts.ts'

/** A date `2026-03-31`, the same in every zone, as people read it. */
export const dayText = (day: string): string =>
  new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** `2026-03` as people read it. */
export const monthText = (month: string): string =>
  new Intl.DateTimeFormat(language.value, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
