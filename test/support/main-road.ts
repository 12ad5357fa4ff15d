import { raiseProblem } from '../../shared/application/problems.ts'
import { ticketKey } from '../../shared/application/ticket-record.ts'
import { openTicket } from '../../shared/application/tickets.ts'
import { wakeUp } from '../../shared/application/wake-up.ts'
import { plus } from '../../shared/domain/instant.ts'
import type { Act, DeskOnTable } from './desk-on-table.ts'
import { anna, asActor, declaration, GRADES, linkTo, MONDAY_9, personNamed } from './ticket-fixtures.ts'

/** What DESIGN §9 allows an act to ask of the table. */
export const COSTS = {
  command: ['GetItemCommand', 'TransactWriteItemsCommand'],
  create: ['UpdateItemCommand', 'TransactWriteItemsCommand'],
  /** Two records are named in one act: the ticket, and the problem to come. */
  'create from a ticket': ['UpdateItemCommand', 'GetItemCommand', 'TransactWriteItemsCommand'],
  read: ['GetItemCommand'],
  list: ['QueryCommand'],
} as const

export type Step = {
  readonly act: string
  readonly cost: keyof typeof COSTS
  /** What has to happen first and is not counted. */
  readonly before?: () => Promise<unknown>
  readonly go: () => Promise<unknown>
}

const { number: _, ...said } = declaration
const outcome = { outcome: 'cure', solution: 'x', cause: 'y', environmentChanged: false, leftToFindOut: null } as const
const resolve = { type: 'resolve', ...outcome } as const
const rated = { type: 'confirm', satisfaction: { score: 1, comment: 'slow' } } as const

const anHourAgo = plus(MONDAY_9, -3_600_000)
const afterTheFact = {
  ...{ reason: 'x', group: 'network', resolution: outcome, occurredAt: anHourAgo, reportedAt: anHourAgo },
  ...{ assignedAt: anHourAgo, respondedAt: anHourAgo, restoredAt: anHourAgo },
}

const openings = (desk: DeskOnTable, numbers: string[]): readonly Step[] => {
  const opens =
    (type: 'submit' | 'record', more: object = {}, key?: string) =>
    async () => {
      const by = asActor(type === 'submit' ? anna : personNamed('grace'))
      const execution = key === undefined ? {} : { idempotency: { key, hash: key } }
      const opened = await openTicket(desk.deps, { ...said, type, category: 'vpn', ...more }, by, execution)
      numbers.push(opened.ticket.number)
    }
  return [
    { act: 'record', cost: 'create', go: opens('record', GRADES[4]) },
    { act: 'record priority 1', cost: 'create', go: opens('record', GRADES[1]) },
    { act: 'submit', cost: 'create', go: opens('submit') },
    { act: 'submit with Idempotency-Key', cost: 'create', go: opens('submit', {}, 'key of a submission') },
    { act: 'record after the fact', cost: 'create', go: opens('record', { ...GRADES[1], afterTheFact }) },
  ]
}

/** From the first call to the reviewed rating: who acts, on the how-manieth ticket, what. */
const ACTS: readonly (readonly [who: string, ticket: number, command: Act])[] = [
  ['grace', 0, { type: 'classify', title: 'VPN drops', category: 'vpn' }],
  ['grace', 0, { type: 'assign', group: 'network', assignee: 'noor' }],
  ['noor', 0, { type: 'accept' }],
  ['noor', 0, { type: 'contact', medium: 'phone', reached: true, note: '-', faultConfirmed: true }],
  ['noor', 0, { type: 'comment', text: 'looking', visibility: 'public' }],
  ['noor', 0, { type: 'diagnose', cause: 'cable' }],
  ['noor', 0, { type: 'wait', code: 'requester', reason: 'where?' }],
  ['noor', 0, { type: 'resume' }],
  ['noor', 0, { type: 'request-priority-change', ...GRADES[3], reason: 'many' }],
  ['grace', 0, { type: 'decide-priority-change', granted: true, reason: 'yes' }],
  ['grace', 0, { type: 'escalate', reason: 'stuck' }],
  ['noor', 0, { type: 'transfer', group: 'platform', assignee: 'petra', reason: 'theirs', category: 'vpn' }],
  ['petra', 0, { type: 'accept' }],
  ['petra', 0, { type: 'propose-time', restoreBy: plus(MONDAY_9, 60 * 86_400_000), reason: 'late' }],
  ['anna', 0, { type: 'answer-time', proposal: 1, agreed: true }],
  ['petra', 0, resolve],
  ['anna', 0, { type: 'reject', reason: 'still down' }],
  ['petra', 0, resolve],
  ['anna', 0, rated],
  ['grace', 0, { type: 'close', code: 'solved' }],
  ['diana', 0, { type: 'review-rating', finding: 'too slow' }],
  ['paula', 1, { type: 'judge-major', confirmed: true, reason: 'all are down' }],
  ['grace', 1, { type: 'set-major-roles', roles: { commander: { id: 'ivan' } } }],
  ['grace', 1, { type: 'send-on-site', engineer: { id: 'noor' }, place: 'Floor 3', appointedFor: MONDAY_9 }],
  ['grace', 1, { type: 'note-arrival' }],
  ['grace', 1, { type: 'request-resource', what: 'A crane' }],
  ['grace', 1, { type: 'ask-second-line', reason: 'theirs' }],
  ['grace', 1, { type: 'involve-vendor', vendor: 'Acme', reason: 'theirs' }],
  ['grace', 1, { type: 'update-audience', audience: 'management', text: 'at it' }],
  ['grace', 1, { type: 'attach-child', child: 'INC-2026-000099' }],
  ['grace', 1, { type: 'detach-child', child: 'INC-2026-000099' }],
  ['grace', 1, resolve],
  ['paula', 1, { type: 'review-solution', satisfied: true }],
  ['grace', 1, { type: 'write-report', text: '# Report' }],
  ['paula', 1, { type: 'approve-report', version: 1 }],
  ['grace', 1, { type: 'send-report', version: 1 }],
  ['grace', 1, { type: 'reject', reason: 'still down' }],
  ['paula', 1, { type: 'demote-major', reason: 'smaller' }],
  ['grace', 1, { type: 'accept' }],
  ['grace', 2, { type: 'cancel', reason: 'mistake' }],
  ['wei', 4, { type: 'confirm-registration', confirmed: true }],
  ['grace', 3, { type: 'screen' }],
  ['grace', 3, { type: 'return', reason: 'not ours' }],
  ['anna', 3, { type: 'insist' }],
  ['paula', 3, { type: 'decide-service', serve: true, reason: 'paid for' }],
]

const acts = (desk: DeskOnTable, numbers: readonly string[]): readonly Step[] =>
  ACTS.map(([who, ticket, command]) => ({
    act: command.type,
    cost: 'command',
    go: () => desk.act(who, numbers[ticket] ?? '', command),
  }))

const otherActs = (desk: DeskOnTable, numbers: readonly string[]): readonly Step[] => {
  const major = () => numbers[1] ?? ''
  const byLink = () => desk.act(linkTo(major()), major(), { type: 'comment', text: 'and?', visibility: 'public' })
  const problem = () => raiseProblem(desk.deps, major(), 'why?', asActor(personNamed('grace')), {})
  const wake = () => wakeUp(desk.deps, ticketKey(major()))
  const halfAnHourLater = () => {
    desk.waitMinutes(31)
    return desk.deps.settings.desk()
  }
  return [
    { act: 'comment by link', cost: 'command', go: byLink },
    { act: 'raise-problem', cost: 'create from a ticket', go: problem },
    { act: 'wake-up with nothing due', cost: 'read', go: wake },
    { act: 'wake-up with something due', cost: 'command', before: halfAnHourLater, go: wake },
  ]
}

const LISTS = [
  ['queue', 'platform'],
  ['assignee', 'petra'],
  ['requester', 'anna'],
  ['department', 'finance'],
  ['service', 'mail'],
  ['item', 'server-1'],
  ['day', '2026-03-02'],
  ['open', 'TICKET'],
  ['kind', 'TICKET-TO-CLOSE'],
] as const

const readings = (desk: DeskOnTable, numbers: readonly string[]): readonly Step[] => {
  const { store } = desk.deps
  const page = { limit: 25 }
  const key = () => ticketKey(numbers[0] ?? '')
  const lists = LISTS.map(
    ([name, of]): Step => ({ act: `list ${name}`, cost: 'list', go: () => store.list(name, of, page) }),
  )
  return [
    { act: 'ticket page with its timeline', cost: 'list', go: () => store.loadWithHistory(key(), page) },
    { act: 'ticket alone', cost: 'read', go: () => store.load(key()) },
    { act: 'alias', cost: 'read', go: () => store.alias('message-id#<unknown>') },
    ...lists,
    { act: 'rows of a day', cost: 'list', go: () => store.rows('2026-03-02', page) },
    { act: 'list of entries', cost: 'list', go: () => store.listEntries('REFUSALS', page) },
    { act: 'what is due, one shard', cost: 'list', go: () => store.due(0, desk.now(), 25) },
  ]
}

/** Every act of a ticket's life and every reading, to be done in this order. */
export const mainRoad = (desk: DeskOnTable): readonly Step[] => {
  const numbers: string[] = []
  return [...openings(desk, numbers), ...acts(desk, numbers), ...otherActs(desk, numbers), ...readings(desk, numbers)]
}
