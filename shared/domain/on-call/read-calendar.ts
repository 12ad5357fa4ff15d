import ICAL from 'ical.js'
import { type Instant, instantOf, msOf } from '../instant.ts'
import { refuse } from '../refusal.ts'
import { DAY_MS } from '../sla/hours-of-date.ts'
import { isTimeZone } from '../sla/zone-offsets.ts'
import { type Patience, repetitions, Unreadable, type Wall, wallOfTime } from './repetition.ts'
import { firstShown, wallAt } from './wall-clock.ts'

/** One person's time in somebody else's calendar. */
export type CalendarEvent = {
  readonly from: Instant
  readonly to: Instant
  readonly summary: string
  /** Addresses, in lower case. */
  readonly attendees: readonly string[]
}

/** What an event is called, and why nothing could be made of it. */
export type Unread = { readonly what: string; readonly why: string }

export type ReadCalendar = { readonly events: readonly CalendarEvent[]; readonly unread: readonly Unread[] }

type Span = { readonly from: Instant; readonly to: Instant; readonly timeZone: string }

/** ICS texts larger than this are no rotas. */
const MOST_CHARACTERS = 500_000
const MOST_EVENTS = 2_000
const MOST_FOUND = 2_000
const MOST_REPETITIONS = 20_000
const LONGEST_MS = 400 * DAY_MS

const componentsOf = (text: string): readonly ICAL.Component[] => {
  if (text.length > MOST_CHARACTERS)
    refuse('invalid', 'calendar-too-large', 'A calendar of more than 500 kB is not read.')
  try {
    const parsed = ICAL.parse(text) as unknown[]
    const calendars = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])
    const events = calendars.flatMap((each) => new ICAL.Component(each as never).getAllSubcomponents('vevent'))
    if (events.length > MOST_EVENTS)
      refuse('invalid', 'calendar-too-large', 'A calendar of more than 2,000 events is not read.')
    return events
  } catch (error) {
    if (error instanceof Error && error.name === 'DomainError') throw error
    return refuse('invalid', 'not-a-calendar', 'This is no iCalendar text (RFC 5545).')
  }
}

const timeOf = (property: ICAL.Property): ICAL.Time => {
  const value = property.getFirstValue()
  if (!(value instanceof ICAL.Time)) throw new Unreadable(`${property.name.toUpperCase()} is no time`)
  return value
}

/** A property's own zone; without one the rota's, whose clock such times are read on. */
const zoneOf = (property: ICAL.Property, timeZone: string): string => {
  const zone = property.getParameter('tzid')
  const named = typeof zone === 'string' ? zone : null
  if (timeOf(property).zone === ICAL.Timezone.utcTimezone) return 'UTC'
  if (named !== null && !isTimeZone(named))
    throw new Unreadable(`there is no time zone "${named}"; IANA names are known`)
  return named ?? timeZone
}

/** On the clock of `zone`, whatever zone the property is written in. */
const wallIn = (property: ICAL.Property, zone: string, timeZone: string): Wall => {
  const own = zoneOf(property, timeZone)
  const wall = wallOfTime(timeOf(property))
  return own === zone ? wall : wallAt(zone, firstShown(own, wall))
}

const lengthMs = (event: ICAL.Component, start: ICAL.Property, timeZone: string): number => {
  const zone = zoneOf(start, timeZone)
  const end = event.getFirstProperty('dtend')
  const duration = event.getFirstPropertyValue('duration')
  const length = end
    ? wallIn(end, zone, timeZone) - wallOfTime(timeOf(start))
    : duration instanceof ICAL.Duration
      ? duration.toSeconds() * 1_000
      : timeOf(start).isDate
        ? DAY_MS
        : 0
  if (!(length > 0 && length <= LONGEST_MS))
    throw new Unreadable('it ends before it begins, or lasts for more than 400 days')
  return length
}

const untilOf = (rule: ICAL.Recur, zone: string): Wall | null => {
  const { until } = rule
  if (!until) return null
  const wall = wallOfTime(until)
  if (until.isDate) return wall + DAY_MS - 1
  return until.zone === ICAL.Timezone.utcTimezone ? wallAt(zone, wall) : wall
}

const datesOf = (event: ICAL.Component, name: 'exdate' | 'rdate', zone: string, timeZone: string): readonly Wall[] =>
  event.getAllProperties(name).flatMap((property) => {
    const own = zoneOf(property, timeZone)
    return property.getValues().flatMap((value: unknown) => {
      if (!(value instanceof ICAL.Time)) throw new Unreadable(`${name.toUpperCase()} holds what is no time`)
      const wall = wallOfTime(value)
      return own === zone ? [wall] : [wallAt(zone, firstShown(own, wall))]
    })
  })

type Exceptions = ReadonlyMap<unknown, readonly ICAL.Property[]>

/** An exception to a series has the series' UID, and the time it takes the place of. */
const exceptionsIn = (events: readonly ICAL.Component[]): Exceptions => {
  const found = new Map<unknown, readonly ICAL.Property[]>()
  for (const event of events) {
    const replaced = event.getFirstProperty('recurrence-id')
    const uid = event.getFirstPropertyValue('uid')
    if (replaced) found.set(uid, [...(found.get(uid) ?? []), replaced])
  }
  return found
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '')

const attendeesOf = (event: ICAL.Component): readonly string[] =>
  event
    .getAllProperties('attendee')
    .slice(0, 20)
    .map((property) =>
      textOf(property.getFirstValue())
        .replace(/^mailto:/i, '')
        .toLowerCase(),
    )

const occurrences = (
  event: ICAL.Component,
  { from, to, timeZone }: Span,
  exceptions: Exceptions,
  patience: Patience,
): readonly CalendarEvent[] => {
  const start = event.getFirstProperty('dtstart')
  if (!start) throw new Unreadable('it has no DTSTART')
  const zone = zoneOf(start, timeZone)
  const length = lengthMs(event, start, timeZone)
  const rule = event.getFirstPropertyValue('rrule')
  const before = wallAt(zone, msOf(to)) + DAY_MS
  const first = wallOfTime(timeOf(start))
  const isSeries = event.getFirstProperty('recurrence-id') === null
  const begun =
    rule instanceof ICAL.Recur && isSeries
      ? [first, ...repetitions(rule, timeOf(start), untilOf(rule, zone), before, patience)]
      : [first]
  const left = new Set([
    ...datesOf(event, 'exdate', zone, timeZone),
    ...(isSeries ? (exceptions.get(event.getFirstPropertyValue('uid')) ?? []) : []).map((each) =>
      wallIn(each, zone, timeZone),
    ),
  ])
  const walls = new Set([...begun, ...datesOf(event, 'rdate', zone, timeZone)])
  const summary = textOf(event.getFirstPropertyValue('summary'))
  return [...walls]
    .filter((wall) => !left.has(wall))
    .map((wall) => ({ from: instantOf(firstShown(zone, wall)), to: instantOf(firstShown(zone, wall + length)) }))
    .filter((found) => found.from < to && from < found.to && found.from < found.to)
    .map((found) => ({ ...found, summary, attendees: attendeesOf(event) }))
}

/**
 * ONC-1: the events of an iCalendar text between two instants, series repeated (RRULE, RDATE, EXDATE, RECURRENCE-ID), in
 * whatever zone they are written; what cannot be read is told, never guessed.
 * @throws DomainError invalid when it is no calendar at all, or too large
 */
export const readCalendar = (text: string, span: Span): ReadCalendar => {
  const components = componentsOf(text)
  const patience: Patience = { left: MOST_REPETITIONS }
  const events: CalendarEvent[] = []
  const unread: Unread[] = []
  const exceptions = exceptionsIn(components)
  for (const component of components) {
    if (component.getFirstPropertyValue('status') === 'CANCELLED') continue
    try {
      events.push(...occurrences(component, span, exceptions, patience))
      if (events.length > MOST_FOUND)
        refuse('invalid', 'calendar-too-large', 'There are more than 2,000 shifts in that time.')
    } catch (error) {
      if (error instanceof Error && error.name === 'DomainError') throw error
      const what = textOf(component.getFirstPropertyValue('summary')) || 'an event without a name'
      unread.push({ what, why: error instanceof Unreadable ? error.message : 'it is not written as RFC 5545 asks for' })
    }
  }
  return { events, unread }
}
