import { type Instant, msOf, plus } from '../instant.ts'
import type { Language } from '../language.ts'
import type { Person } from '../people/person.ts'
import type { Calendars } from './duty-windows.ts'
import type { Rota } from './rota.ts'
import { shiftsBetween } from './shifts.ts'

/** RFC 5545, 3.1: no line is longer than 75 bytes; a longer one goes on behind a space. */
const MOST_BYTES = 75

const bytesOf = (character: string): number => new TextEncoder().encode(character).byteLength

const folded = (line: string): string => {
  let text = ''
  let bytes = 0
  for (const character of line) {
    const more = bytesOf(character)
    if (bytes + more > MOST_BYTES) {
      text += '\r\n '
      bytes = 1
    }
    text += character
    bytes += more
  }
  return `${text}\r\n`
}

const CONTROL = /\p{Cc}+/gu

/** RFC 5545, 3.3.11 */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll(/\r?\n/g, '\\n')
    .replaceAll(CONTROL, ' ')

/** RFC 5545, 3.2: a quoted parameter holds no quotes. */
const quoted = (text: string): string => `"${text.replaceAll('"', "'").replaceAll(CONTROL, ' ')}"`

const ADDRESS = /^[^\s<>"(),:;]+@[^\s<>"(),:;]+$/

const basic = (at: Instant): string => at.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')

/** Shifts are cut out of this much more, so that one that reaches over the edge begins where it always does. */
const MARGIN_MS = 62 * 86_400_000

/** What an export is made of besides the rota. */
export type CalendarOf = {
  readonly calendars: Calendars
  readonly staff: ReadonlyMap<string, Person>
  readonly language: Language
  /** Of the desk; makes the events' names unique in the world. */
  readonly domain: string
  readonly now: Instant
}

type Event = { readonly person: string; readonly from: Instant; readonly to: Instant }

const eventsBetween = (rota: Rota, from: Instant, to: Instant, calendars: Calendars): readonly Event[] =>
  shiftsBetween(rota, plus(from, -MARGIN_MS), plus(to, MARGIN_MS), calendars)
    .filter((shift) => msOf(shift.from) < msOf(to) && msOf(from) < msOf(shift.to))
    .flatMap((shift) => shift.people.map((person) => ({ person, from: shift.from, to: shift.to })))

const eventLines = (rota: Rota, { person, from, to }: Event, of: CalendarOf): readonly string[] => {
  const { staff, language, domain, now } = of
  const known = staff.get(person)
  const name = known?.name ?? person
  const mail = known && ADDRESS.test(known.email) ? [`ATTENDEE;CN=${quoted(name)}:mailto:${known.email}`] : []
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${rota.id}.${basic(from)}.${person}@${domain}`)}`,
    `DTSTAMP:${basic(now)}`,
    `DTSTART:${basic(from)}`,
    `DTEND:${basic(to)}`,
    `SUMMARY:${escaped(`${name} – ${rota.name[language]}`)}`,
    ...mail,
    'END:VEVENT',
  ]
}

/**
 * ONC-1: the shifts from `from` to `to` as iCalendar (RFC 5545), one event for each person's; in UTC, so that no program has
 * to know the zone. The same shift has the same UID in every export.
 */
export const calendarText = (rota: Rota, from: Instant, to: Instant, of: CalendarOf): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Firstline//Rota//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(rota.name[of.language])}`,
    ...eventsBetween(rota, from, to, of.calendars).flatMap((event) => eventLines(rota, event, of)),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
