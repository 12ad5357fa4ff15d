import fc from 'fast-check'
import type { HistoryLine } from '../../../shared/application/ports.ts'
import type { NoticeLine } from '../../../shared/domain/notice/history.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import type { Attachment } from '../../../shared/domain/ticket/ticket.ts'

export const NOW = '2026-03-02T03:00:00.000Z'

/** Whatever a requester must never read carries one of these marks. */
export const SECRET = 'SECRET'
export const STAFF_MAIL = '@staff.example'

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

export const recorded = fc.record({
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
  gradeAgreed: nothing,
  handlingTimeAgreedAt: nothing,
})

const ticketEvent: fc.Arbitrary<TicketEvent | NoticeLine> = fc.oneof(
  commented,
  waiting,
  fc.record({ ...type('regraded'), ...grade, cause: fc.constant('desk' as const), reason: secret }),
  fc.record({ ...type('major-judged'), confirmed: fc.boolean(), reason: secret, told }),
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
  fc.record({ ...type('rating-reviewed'), finding: secret, cause: secret, measure: secret, conversation: secret }),
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

export const lines = fc.array(
  fc.record({
    id: fc.uuid(),
    at,
    actor,
    event: ticketEvent,
    changes: fc.constant({ reason: { before: SECRET, after: SECRET } }),
  }),
  { maxLength: 12 },
)
