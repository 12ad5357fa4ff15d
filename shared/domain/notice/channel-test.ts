import { type Instant, plus } from '../instant.ts'
import type { Context, Decider } from '../record.ts'
import { refuse } from '../refusal.ts'
import type { Route } from './notice.ts'

/** NOT-2: a message somebody has sent to themselves, to see whether it arrives. */
export type ChannelTest = {
  readonly id: string
  readonly route: Route
  readonly askedAt: Instant
  /** `sent`: whoever carries it has taken it. */
  readonly outcome: 'under-way' | 'sent' | 'failed'
  /** What the carrier said, of one that failed. */
  readonly detail: string | null
}

/** The last tests of one person, newest first. */
export type ChannelTests = { readonly tests: readonly ChannelTest[]; readonly updatedAt: Instant }

export type ChannelTestCommand =
  | { readonly type: 'ask'; readonly personId: string; readonly route: Route }
  | {
      readonly type: 'note'
      readonly id: string
      readonly outcome: 'sent' | 'failed'
      readonly detail: string | null
    }

export type ChannelTestEvent =
  | { readonly type: 'channel-test-asked'; readonly id: string; readonly route: Route }
  | {
      readonly type: 'channel-test-noted'
      readonly id: string
      readonly outcome: 'sent' | 'failed'
      readonly detail: string | null
    }

/** Each may cost money, and stands in a chat others read. */
const MOST_IN_AN_HOUR = 10
const HOUR_MS = 3_600_000

type Ask = Extract<ChannelTestCommand, { readonly type: 'ask' }>

const ask = (kept: ChannelTests | null, { personId, route }: Ask, context: Context): readonly ChannelTestEvent[] => {
  const { actor, now, newId } = context
  if (actor.kind !== 'person' || actor.id !== personId) {
    return refuse('forbidden', 'not-your-act', 'Everybody tests the ways to themselves.')
  }
  const tenth = kept?.tests[MOST_IN_AN_HOUR - 1]
  if (tenth && plus(tenth.askedAt, HOUR_MS) > now) {
    return refuse('too-many', 'too-many-tests', `${MOST_IN_AN_HOUR} tests an hour are enough; try again later.`)
  }
  return [{ type: 'channel-test-asked', id: newId(), route }]
}

const evolve = (kept: ChannelTests | null, event: ChannelTestEvent, at: Instant): ChannelTests => {
  const tests = kept?.tests ?? []
  if (event.type === 'channel-test-asked') {
    const asked: ChannelTest = { id: event.id, route: event.route, askedAt: at, outcome: 'under-way', detail: null }
    return { tests: [asked, ...tests].slice(0, MOST_IN_AN_HOUR), updatedAt: at }
  }
  const { id, outcome, detail } = event
  return { tests: tests.map((test) => (test.id === id ? { ...test, outcome, detail } : test)), updatedAt: at }
}

/** One record per person; what became of a test is noted once. */
export const channelTestDecider: Decider<ChannelTests, ChannelTestCommand, ChannelTestEvent, Context> = {
  decide: (kept, command, context) => {
    if (command.type === 'ask') return ask(kept, command, context)
    const { id, outcome, detail } = command
    const isOpen = kept?.tests.some((test) => test.id === id && test.outcome === 'under-way') ?? false
    return isOpen ? [{ type: 'channel-test-noted', id, outcome, detail }] : []
  },
  evolve: (kept, event, { at }) => evolve(kept, event, at),
  passTime: () => [],
  wakeAt: () => null,
}
