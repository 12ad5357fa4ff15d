import { type Instant, instantOf, msOf } from '../instant.ts'
import type { Person } from '../people/person.ts'
import type { Calendars } from './duty-windows.ts'
import type { CalendarEvent, Unread } from './read-calendar.ts'
import type { Override, Rota } from './rota.ts'
import { shiftsBetween } from './shifts.ts'
import { whoIsOnCall } from './who-is-on-call.ts'

type Wanted = { readonly from: Instant; readonly to: Instant; readonly person: string }
type Given = Omit<Override, 'id'>

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** By the address of an attendee, else by a whole name in the summary; of several that fit, the longest name. */
const personOf = (staff: readonly Person[], { attendees, summary }: CalendarEvent): Person | undefined =>
  staff.find(({ email }) => attendees.includes(email.toLowerCase())) ??
  staff
    .filter(({ name, id }) => plain(summary).includes(plain(name)) || plain(summary) === plain(id))
    .toSorted((a, b) => b.name.length - a.name.length)[0]

/** ONC-1: whose shifts the events are; those of nobody who works here are told back. */
export const matchPeople = (
  events: readonly CalendarEvent[],
  staff: Iterable<Person>,
): { readonly wanted: readonly Wanted[]; readonly unmatched: readonly Unread[] } => {
  const active = [...staff].filter((person) => person.active)
  const matched = events.map((event) => ({ event, person: personOf(active, event) }))
  return {
    wanted: matched.flatMap(({ event: { from, to }, person }) => (person ? [{ from, to, person: person.id }] : [])),
    unmatched: matched.flatMap(({ event, person }) =>
      person
        ? []
        : [
            {
              what: event.summary || event.attendees.join(', '),
              why: `nobody here has that name or address (${event.from})`,
            },
          ],
    ),
  }
}

/** What has to be changed at one moment, so that those who are wanted are on duty; whoever is left over stays as well. */
const changesAt = (
  onDuty: readonly string[],
  wanted: readonly string[],
): readonly Pick<Given, 'person' | 'replaces'>[] => {
  const missing = [...new Set(wanted)].filter((person) => !onDuty.includes(person))
  const others = onDuty.filter((person) => !wanted.includes(person))
  return missing.map((person, index) => ({ person, replaces: others[index] ?? null }))
}

/** ONC-1: the overrides after which those who are wanted are on duty when they are, and nothing else is another. */
export const overridesFor = (rota: Rota, wanted: readonly Wanted[], calendars: Calendars): readonly Given[] => {
  if (wanted.length === 0) return []
  const [from, to] = [wanted.map((each) => msOf(each.from)), wanted.map((each) => msOf(each.to))]
  const span = [instantOf(Math.min(...from, ...to)), instantOf(Math.max(...from, ...to))] as const
  const shifts = shiftsBetween(rota, ...span, calendars)
  const edges = [...from, ...to, ...shifts.flatMap((shift) => [msOf(shift.from), msOf(shift.to)])]
  const sorted = [...new Set(edges)].toSorted((a, b) => a - b)
  const found: Given[] = []
  for (const [index, ms] of sorted.slice(0, -1).entries()) {
    const at = instantOf(ms)
    const people = wanted.filter((each) => each.from <= at && at < each.to).map(({ person }) => person)
    for (const change of changesAt(whoIsOnCall(rota, at, calendars), people)) {
      const next = { from: at, to: instantOf(sorted[index + 1] ?? ms), ...change }
      const before = found.findIndex(
        (each) => each.to === at && each.person === change.person && each.replaces === change.replaces,
      )
      if (before < 0) found.push(next)
      else found[before] = { ...next, from: found[before]?.from ?? at }
    }
  }
  return found
}
