import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requesterView, ticketView } from '../../../functions/api/views/ticket-view.ts'
import { publicEntries, staffEntries } from '../../../functions/api/views/timeline-view.ts'
import { demoSettings } from '../../../local/demo/settings.ts'
import type { HistoryLine } from '../../../shared/application/ports.ts'
import { ticketForRequester } from '../../../shared/contract/ticket-view.ts'
import { PUBLIC_ENTRY_TYPES, publicEntry, timeline } from '../../../shared/contract/timeline-view.ts'
import type { NoticeLine } from '../../../shared/domain/notice/history.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { Codes, Department } from '../../../shared/domain/setting/catalogue.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { Policy } from '../../../shared/domain/setting/policy.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import type { TicketContext } from '../../../shared/domain/ticket/context.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import { evolve } from '../../../shared/domain/ticket/evolve.ts'
import type { Attachment, Ticket } from '../../../shared/domain/ticket/ticket.ts'

const NOW = '2026-03-02T03:00:00.000Z'

/** Whatever a requester must never read carries one of these marks. */
const SECRET = 'SECRET'
const STAFF_MAIL = '@staff.example'

const secret = fc.string({ maxLength: 8 }).map((text) => `${SECRET}${text}`)
const open = fc.string({ maxLength: 8 }).map((text) => `said ${text.replaceAll('@', '')}`)
const staffName = fc.constantFrom('Xia Yu', `xia${STAFF_MAIL}`)
const staff = fc.record({ id: fc.constant(`xia${STAFF_MAIL}`), name: staffName })
const at = fc.constant(NOW)
const told = fc.constant([`ivan${STAFF_MAIL}`])

const attachments: fc.Arbitrary<readonly Attachment[]> = fc.array(
  fc.oneof(
    fc.record({
      id: open,
      filename: open,
      mimeType: fc.constant('text/plain'),
      bytes: fc.nat(),
      sha256: open,
      visibility: fc.constant('public' as const),
    }),
    fc.record({
      id: secret,
      filename: secret,
      mimeType: fc.constant('text/plain'),
      bytes: fc.nat(),
      sha256: secret,
      visibility: fc.constant('internal' as const),
    }),
  ),
  { maxLength: 3 },
)

const resolution = fc.record({
  outcome: fc.constantFrom('cure' as const, 'workaround' as const),
  solution: open,
  cause: secret,
  environmentChanged: fc.boolean(),
  leftToFindOut: secret,
})

const grade = {
  impact: fc.constant('minor' as const),
  urgency: fc.constant('low' as const),
  priority: fc.constant(4 as const),
}
const assignment = { group: fc.constant('workplace'), line: fc.constant(1 as const), assignee: fc.option(staff), told }
const nothing = fc.constant(null)

const recorded = fc.record({
  type: fc.constant('recorded' as const),
  number: fc.constant('INC-2026-000001'),
  kind: fc.constant('incident' as const),
  class: fc.constant('fault'),
  title: open,
  description: open,
  html: secret,
  channel: fc.constant('portal'),
  requester: fc.constant({
    personId: 'anna',
    name: 'Anna',
    email: 'anna@customer.example',
    phone: '030 1',
    vip: false,
    department: 'research',
    language: 'en' as const,
    verified: true,
  }),
  contact: fc.option(fc.record({ name: open, phone: open, place: open })),
  category: fc.constant('printing'),
  service: nothing,
  item: nothing,
  system: nothing,
  security: fc.boolean(),
  ...grade,
  attachments,
  mail: fc.option(fc.record({ id: secret, messageId: secret })),
  alarm: nothing,
  relatedTo: nothing,
  group: fc.constant('desk'),
  policyVersion: fc.constant(1),
  calendar: fc.constant({ id: '24x7', version: 1 }),
  acknowledge: fc.boolean(),
})

const type = <const Type extends TicketEvent['type'] | NoticeLine['type']>(name: Type) => ({ type: fc.constant(name) })
const notice = {
  notice: secret,
  template: fc.constant('assigned'),
  visibility: fc.constant('internal' as const),
  to: secret,
}
const route = { ...notice, channel: fc.constant('email' as const), address: fc.constant(`ivan${STAFF_MAIL}`) }
const visibility = fc.constantFrom('public' as const, 'internal' as const)

const commented = visibility.chain((seen) =>
  fc.record({
    ...type('commented'),
    text: seen === 'public' ? open : secret,
    fullText: secret,
    html: secret,
    visibility: fc.constant(seen),
    from: fc.constantFrom('requester' as const, 'staff' as const, 'other' as const),
    attachments,
    mail: fc.option(fc.record({ id: secret, messageId: secret })),
    told,
  }),
)

const waiting = fc.constantFrom('requester', 'vendor').chain((code) =>
  fc.record({
    ...type('waiting-started'),
    code: fc.constant(code),
    reason: code === 'requester' ? open : secret,
    stopsClock: fc.boolean(),
    until: fc.option(at),
  }),
)

const contact = fc.record({
  at,
  by: staff,
  medium: fc.constant('phone' as const),
  reached: fc.boolean(),
  note: secret,
  faultConfirmed: fc.boolean(),
  handlingTimeAgreedAt: nothing,
})

const ticketEvent: fc.Arbitrary<TicketEvent | NoticeLine> = fc.oneof(
  commented,
  waiting,
  fc.record({ ...type('regraded'), ...grade, cause: fc.constant('desk' as const), reason: secret }),
  fc.record({ ...type('major-judged'), confirmed: fc.boolean(), reason: secret }),
  fc.record({ ...type('assigned'), ...assignment }),
  fc.record({
    ...type('transferred'),
    ...assignment,
    reason: secret,
    category: fc.constant('printing'),
    counted: fc.boolean(),
  }),
  fc.record({ ...type('accepted'), by: staff }),
  fc.record({ ...type('contacted'), contact }),
  fc.record({ ...type('diagnosed'), cause: secret, workaround: secret, solution: secret }),
  fc.record({
    ...type('priority-change-requested'),
    id: secret,
    impact: grade.impact,
    urgency: grade.urgency,
    reason: secret,
    by: staff,
    told,
  }),
  fc.record({ ...type('priority-change-decided'), id: secret, granted: fc.boolean(), reason: secret, told }),
  fc.record({
    ...type('escalated'),
    trigger: fc.constant('manual' as const),
    level: fc.constant('PM' as const),
    reason: secret,
    dueAt: nothing,
    told,
  }),
  fc.record({ ...type('target-warned'), step: fc.constant('restore' as const), warnAt: at, dueAt: at, told }),
  fc.record({ ...type('resolved'), resolution, category: fc.constant('printing'), bySystem: fc.boolean(), told }),
  fc.record({ ...type('rejected'), reason: open, backTo: fc.constant('accepted' as const), told }),
  fc.record({ ...type('rating-review-opened'), told }),
  fc.record({ ...type('rating-reviewed'), finding: secret, measure: secret }),
  fc.record({ ...type('problem-raised'), problem: secret, leftToFindOut: secret }),
  fc.record({ ...type('notice-sent'), ...route }),
  fc.record({ ...type('notice-failed'), ...route, reason: secret, retryAt: nothing }),
  fc.record({ ...type('call-made'), ...notice, outcome: secret, note: secret }),
)

const actor = fc.constantFrom<HistoryLine['actor']>(
  { kind: 'person', id: `xia${STAFF_MAIL}`, name: `xia${STAFF_MAIL}` },
  { kind: 'mail', id: `other${STAFF_MAIL}`, name: `other${STAFF_MAIL}` },
  { kind: 'link', id: 'anna@customer.example', name: 'Anna' },
  { kind: 'system', id: 'clock', name: 'clock' },
)

const lines = fc.array(
  fc.record({
    id: fc.uuid(),
    at,
    actor,
    event: ticketEvent,
    changes: fc.constant({ reason: { before: SECRET, after: SECRET } }),
  }),
  { maxLength: 12 },
)

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
        expect(ticketForRequester.safeParse(view).error?.issues ?? []).toEqual([])
        for (const entry of entries) expect(publicEntry.safeParse(entry).error?.issues ?? []).toEqual([])
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
        expect(timeline.safeParse({ items, cursor: null }).error?.issues ?? []).toEqual([])
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
