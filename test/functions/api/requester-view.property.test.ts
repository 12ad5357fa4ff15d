import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requesterView, ticketView } from '../../../functions/api/views/ticket-view.ts'
import { publicEntries, staffEntries } from '../../../functions/api/views/timeline-view.ts'
import { demoSettings } from '../../../local/demo/settings.ts'
import type { HistoryLine } from '../../../shared/application/ports.ts'
import { ticketForRequester } from '../../../shared/contract/ticket-view.ts'
import { PUBLIC_ENTRY_TYPES, publicEntry, timeline } from '../../../shared/contract/timeline-view.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { Codes, Department } from '../../../shared/domain/setting/catalogue.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { Policy } from '../../../shared/domain/setting/policy.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import type { TicketContext } from '../../../shared/domain/ticket/context.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import { evolve } from '../../../shared/domain/ticket/evolve.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { lines, NOW, recorded, SECRET, STAFF_MAIL } from './secret-history.ts'

const settingsOf = <Value>(kind: string): ReadonlyMap<string, Value> =>
  new Map(demoSettings.filter((setting) => setting.kind === kind).map(({ id, value }) => [id, value as Value]))

const codes = settingsOf<Codes>('codes').get('default') as Codes
const policy = settingsOf<Policy>('policy').get('default') as Policy
const settings = {
  policy: { version: 1, value: policy },
  codes,
  calendars: new Map([['24x7', { version: 1, value: aroundTheClock }]]),
  departments: settingsOf<Department>('department'),
} as unknown as Desk
const desk: Desk = {
  ...settings,
  staff: new Map(),
  groups: new Map(),
  categories: new Map(),
  services: new Map(),
  items: new Map(),
  rotas: new Map(),
}

const lookingAs = (who: Actor): TicketContext => ({
  now: NOW,
  actor: who,
  newId: () => 'id',
  desk,
  policyOf: () => policy,
  calendarOf: () => aroundTheClock,
})

const requester = (id: string): Actor => ({
  kind: 'person',
  id,
  name: id,
  email: `${id}@customer.example`,
  roles: ['requester'],
  groups: [],
  department: 'research',
})

/** A ticket as the random events leave it. */
const ticketAfter = (first: TicketEvent, history: readonly HistoryLine[]): Ticket => {
  const start = evolve(null, first, { at: NOW, actor: { kind: 'person', id: 'anna', name: 'Anna' } })
  return history
    .filter(({ event }) => !event.type.startsWith('notice') && !event.type.startsWith('call'))
    .reduce(
      (ticket, { event, at: when, actor: by }) => evolve(ticket, event as TicketEvent, { at: when, actor: by }),
      start,
    )
}

const isClean = (value: unknown): boolean => !new RegExp(`${SECRET}|${STAFF_MAIL}`).test(JSON.stringify(value))

describe('what leaves the desk for a requester', () => {
  test('holds no internal text and no staff address, whatever happened on the ticket [ROL-3]', () => {
    fc.assert(
      fc.property(recorded, lines, (first, history) => {
        const ticket = ticketAfter(first, history)
        const view = requesterView(ticket, 1, lookingAs(requester('anna')))
        const entries = publicEntries(history, ticket, desk)
        expect(isClean(view)).toBe(true)
        expect(isClean(entries)).toBe(true)
        expect(ticketForRequester().safeParse(view).error?.issues ?? []).toEqual([])
        for (const entry of entries) expect(publicEntry().safeParse(entry).error?.issues ?? []).toEqual([])
      }),
    )
  })

  test('the marks are there to be found: staff do see them', () => {
    const [first] = fc.sample(
      recorded.filter(({ mail }) => mail !== null),
      { numRuns: 1, seed: 1 },
    )
    if (!first) throw new Error('no sample')
    const grace: Actor = {
      ...requester('grace'),
      kind: 'person',
      roles: ['desk'],
      groups: [],
      department: null,
    } as Actor
    expect(isClean(ticketView(ticketAfter(first, []), 1, lookingAs(grace)))).toBe(false)
  })

  test('staff see every entry, as the contract describes it [LIF-4]', () => {
    fc.assert(
      fc.property(lines, (history) => {
        const items = staffEntries(history, desk)
        expect(items.map(({ type: kind }) => kind)).toEqual(history.map(({ event }) => event.type))
        expect(timeline().safeParse({ items, cursor: null }).error?.issues ?? []).toEqual([])
      }),
    )
  })

  test('a colleague sees neither address nor phone nor contact of the requester [ROL-3]', () => {
    fc.assert(
      fc.property(recorded, (first) => {
        const view = requesterView(ticketAfter(first, []), 1, lookingAs(requester('tom')))
        expect(view.requester).toEqual({ name: 'Anna', email: null, phone: null, vip: false })
        expect(view.contact).toBeNull()
        expect(view.allowedActs).toEqual([])
      }),
    )
  })

  test('only the public kinds of entries are shown, internal comments never [ROL-3]', () => {
    fc.assert(
      fc.property(recorded, lines, (first, history) => {
        const shown = publicEntries(history, ticketAfter(first, history), desk)
        expect(shown.every((entry) => (PUBLIC_ENTRY_TYPES as readonly string[]).includes(entry.type))).toBe(true)
        const spoken = history.filter(({ event }) => event.type === 'commented')
        const inPublic = spoken.filter(({ event }) => 'visibility' in event && event.visibility === 'public')
        expect(shown.filter((entry) => entry.type === 'commented')).toHaveLength(inPublic.length)
      }),
    )
  })
})
