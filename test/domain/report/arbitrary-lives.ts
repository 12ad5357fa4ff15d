import fc from 'fast-check'
import { plus } from '../../../shared/domain/instant.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import type { DeskAtWork } from '../../support/desk-at-work.ts'
import {
  anna,
  asActor,
  deskWithPolicy,
  GRADES,
  MONDAY_9,
  personNamed,
  recorded,
  smallDesk,
  submitted,
} from '../../support/ticket-fixtures.ts'
import { arbitraryWalk, live, type Step, type Walk } from '../ticket/ticket-walks.ts'
import { closed, solved } from '../ticket/tickets-in-every-state.ts'

/**
 * Tickets for a report to count. What people do at random comes to few of the ends that figures are about, so some begin with a
 * story that leads there, and anything may follow.
 */

type Told = readonly [who: string, afterMinutes: number, command: TicketCommand | Step['command']]

const actorOf = (who: string) => (who === 'anna' ? asActor(anna) : asActor(personNamed(who)))

const stepOf = ([who, afterMinutes, command]: Told): Step => ({
  who: actorOf(who),
  afterMinutes,
  command: typeof command === 'function' ? command : () => command,
})

const story = (open: TicketCommand, ...told: readonly Told[]): Walk => ({
  opener: actorOf('grace'),
  open,
  steps: told.map(stepOf),
})

const HOUR_MS = 3_600_000
const before = (hours: number) => plus(MONDAY_9, -hours * HOUR_MS)

const REGISTRATION = {
  reason: 'The desk itself was down.',
  occurredAt: before(9),
  reportedAt: before(8),
  group: 'network',
} as const

const registered = (respondedAfter: number, restoredAfter: number): TicketCommand => {
  const { type: _, ...resolution } = solved
  const afterTheFact = {
    ...REGISTRATION,
    resolution,
    assignedAt: before(8),
    respondedAt: plus(before(8), respondedAfter * 60_000),
    restoredAt: plus(before(8), restoredAfter * 60_000),
  }
  return recorded({ ...GRADES[1], afterTheFact })
}

const later =
  (days: number) =>
  (now: string): TicketCommand => ({
    type: 'propose-time',
    restoreBy: plus(now, days * 24 * HOUR_MS),
    reason: 'the part is late',
  })

const answer = (agreed: boolean): TicketCommand => ({ type: 'answer-time', proposal: 1, agreed })
const back = (as: 'out-of-scope' | 'change'): TicketCommand => ({ type: 'return', reason: 'not our house', as })
const decide = (serve: boolean): TicketCommand => ({ type: 'decide-service', serve, reason: 'looked at' })
const rated = (score: number): TicketCommand => ({ ...closed, satisfaction: { score, comment: null } }) as TicketCommand

const TAKEN: readonly Told[] = [
  ['grace', 5, { type: 'assign', group: 'network' }],
  ['noor', 5, { type: 'accept' }],
]

const minutes = fc.integer({ min: 0, max: 3_000 })
const anyTicket = fc.constantFrom(1, 2, 3, 4).map((priority) => recorded(GRADES[priority as 1 | 2 | 3 | 4]))

const STORIES: fc.Arbitrary<Walk> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 30, max: 470 }), fc.constantFrom(true, false, null))
    .map(([responded, restored, confirmed]) =>
      story(
        registered(responded, restored),
        ...(confirmed === null
          ? []
          : [['diana', 30, { type: 'confirm-registration', confirmed, reason: 'not so' }] satisfies Told]),
      ),
    ),
  fc
    .tuple(anyTicket, fc.integer({ min: 1, max: 9 }), fc.boolean(), minutes, minutes)
    .map(([open, days, agreed, first, second]) =>
      story(open, ...TAKEN, ['noor', 10, later(days)], ['anna', first, answer(agreed)], ['noor', second, solved]),
    ),
  fc.tuple(anyTicket, minutes).map(([open, wait]) =>
    story(
      open,
      [
        'grace',
        20,
        (now) => ({
          type: 'contact',
          medium: 'phone',
          reached: true,
          note: 'called',
          faultConfirmed: true,
          handlingTimeAgreedAt: plus(now, 30 * 24 * HOUR_MS),
        }),
      ],
      ['grace', wait, solved],
    ),
  ),
  fc
    .tuple(
      anyTicket,
      fc.constantFrom('out-of-scope' as const, 'change' as const),
      fc.constantFrom(true, false, null),
      minutes,
    )
    .map(([open, as, serve, wait]) =>
      story(
        open,
        ['grace', 5, back(as)],
        ['anna', 10, { type: 'insist' }],
        ...(serve === null ? [] : [['paula', wait, decide(serve)] satisfies Told]),
      ),
    ),
  fc
    .tuple(anyTicket, fc.constantFrom(1, 2, 4, 5), fc.boolean())
    .map(([open, score, isReviewed]) =>
      story(
        open,
        ['grace', 5, { type: 'accept' }],
        ['grace', 60, solved],
        ['grace', 60, rated(score)],
        ...(isReviewed ? [['diana', 60, { type: 'review-rating', finding: 'Too late.' }] satisfies Told] : []),
      ),
    ),
  anyTicket.map((open) =>
    story(
      open,
      ['grace', 5, { type: 'accept' }],
      ['grace', 60, solved],
      ['noor', 5, { type: 'raise-problem', problem: 'PRB-2026-000001', leftToFindOut: 'Why?' }],
    ),
  ),
  fc
    .tuple(anyTicket, fc.array(fc.constantFrom('desk', 'network', 'platform'), { minLength: 4, maxLength: 8 }))
    .map(([open, groups]) =>
      story(
        open,
        ...TAKEN,
        ...groups.map((group): Told => ['grace', 10, { type: 'transfer', group, reason: 'not ours' }]),
      ),
    ),
  fc.constant(story(submitted({ channel: 'canary' }))),
  fc.constant(story(recorded(), ['grace', 5, { type: 'cancel', reason: 'a mistake' }])),
)

const { targets } = smallDesk.policy.value

const withCanaries = (desk: Desk): Desk => {
  const canary = { code: 'canary', name: { en: 'Test', 'zh-CN': '测试' }, typedIn: false }
  return { ...desk, codes: { ...desk.codes, channels: [...desk.codes.channels, canary] } }
}

const desks = fc.constantFrom(
  withCanaries(smallDesk),
  // promises nothing to priority 4
  withCanaries(
    deskWithPolicy({ targets: { ...targets, 4: { ...targets[4], respondMinutes: null, restoreMinutes: null } } }),
  ),
)

export type Lived = { readonly desk: DeskAtWork; readonly setUp: Desk }

const oneLife: fc.Arbitrary<Lived> = fc
  .record({
    walk: fc.oneof(
      arbitraryWalk(10),
      fc
        .tuple(STORIES, arbitraryWalk(4))
        .map(([begun, { steps }]) => ({ ...begun, steps: [...begun.steps, ...steps] })),
    ),
    setUp: desks,
  })
  .map(({ walk, setUp }) => {
    const desk = live(walk, setUp)
    return { desk, setUp, [fc.toStringMethod]: () => JSON.stringify(desk.log) }
  })

export const arbitraryLives = fc.array(oneLife, { minLength: 1, maxLength: 5 })
