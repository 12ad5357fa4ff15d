import type { Actor } from '../domain/people/actor.ts'
import type { Context, Decider } from '../domain/record.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { cut } from './mail-content.ts'
import { NameTaken, type RecordType } from './record-type.ts'

/** Why something that came in became no ticket; all of it is kept and shown to the desk (INT-5). */
export type KeptOutcome = 'machine' | 'unreadable' | 'rate-limited' | 'virus' | 'event'

/** A mail or event the desk did nothing with but keep. Its original lies in Files under `key`, an event in `body`. */
export type Kept = {
  readonly id: string
  readonly outcome: KeptOutcome
  readonly reason: string
  readonly from: string | null
  readonly subject: string | null
  readonly key: string | null
  readonly body: string | null
  readonly receivedAt: string
}

type Keep = { readonly type: 'keep' } & Omit<Kept, 'receivedAt'>
type KeptEvent = { readonly type: 'kept' } & Omit<Kept, 'receivedAt'>

const keptDecider: Decider<Kept, Keep, KeptEvent, Context> = {
  decide: (kept, command) => (kept ? [] : [{ ...command, type: 'kept' }]),
  evolve: (_, { type: _type, ...kept }, { at }) => ({ ...kept, receivedAt: at }),
  passTime: () => [],
  wakeAt: () => null,
}

const keptRecord: RecordType<Kept, Keep, KeptEvent, Context> = {
  kind: 'mail',
  decider: keptDecider,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ receivedAt }) => receivedAt,
  shelve: (kept) => ({
    places: { kind: { key: keptListKey(kept.outcome), sort: `${kept.receivedAt}#${kept.id}` } },
    summary: { ...kept, body: null },
  }),
}

export const keptListKey = (outcome: KeptOutcome): string => `KEPT-${outcome}`

export const keptKey = (id: string) => ({ kind: 'mail' as const, id })

const MOST_REASON = 500
const MOST_FROM = 320

/** Keeps it once; `seenName` is the name that makes a second delivery a second delivery (INT-4). */
export const keep = async (
  deps: Deps,
  kept: Omit<Kept, 'receivedAt'>,
  actor: Actor,
  seenName: string | null,
): Promise<void> => {
  const key = keptKey(kept.id)
  const reason = cut(kept.reason, MOST_REASON)
  const from = kept.from && cut(kept.from, MOST_FROM)
  try {
    await executeOn(deps, keptRecord, key, { type: 'keep', ...kept, reason, from }, actor, {
      aliases: seenName ? [{ name: seenName, target: key, replaces: 'nothing' }] : [],
    })
  } catch (error) {
    if (!(error instanceof NameTaken)) throw error
  }
}
