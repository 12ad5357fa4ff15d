import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { CommitOutcome } from '../application/ports.ts'
import type { Instant } from '../domain/instant.ts'
import { foundAlias } from './items.ts'
import type { Write } from './transaction.ts'

/**
 * What follows from a transaction that failed. `again` writes with a new token: DynamoDB said that nothing was applied.
 * `undecided` keeps its token: the same transaction is still on its way.
 */
export type Verdict =
  | { readonly kind: 'outcome'; readonly outcome: CommitOutcome }
  | { readonly kind: 'again'; readonly writes: readonly Write[] }
  | { readonly kind: 'collision' }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'failure' }

const PASSING_REASONS = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']

export const verdictOn = (error: unknown, writes: readonly Write[], now: Instant): Verdict => {
  if (error instanceof Error && error.name === 'TransactionInProgressException') return { kind: 'undecided' }
  if (!(error instanceof TransactionCanceledException)) return { kind: 'failure' }
  const reasons = error.CancellationReasons ?? []
  const refused = writes.flatMap((write, at) =>
    reasons[at]?.Code === 'ConditionalCheckFailed' ? [{ write, reason: reasons[at] }] : [],
  )
  return verdictOnConditions(refused, writes, now) ?? verdictOnPassing(reasons)
}

type Refused = { readonly write: Write; readonly reason: CancellationReason }

/** A name that is taken says more than a version that has moved: it is how a double submit shows. */
const verdictOnConditions = (refused: readonly Refused[], writes: readonly Write[], now: Instant): Verdict | null => {
  for (const { write, reason } of refused) {
    if (write.role !== 'alias') continue
    const by = reason.Item && foundAlias(unmarshall(reason.Item), now)
    if (by) return { kind: 'outcome', outcome: { kind: 'taken', name: write.name, by } }
  }
  if (refused.some(({ write }) => write.role === 'record')) return { kind: 'outcome', outcome: { kind: 'moved' } }
  const known = refused.filter(({ write }) => write.role === 'entry').map(({ write }) => write)
  return known.length > 0 && known.length === refused.length
    ? { kind: 'again', writes: writes.filter((write) => !known.includes(write)) }
    : null
}

const verdictOnPassing = (reasons: readonly CancellationReason[]): Verdict =>
  reasons.some(({ Code }) => PASSING_REASONS.includes(Code ?? '')) &&
  reasons.every(({ Code }) => Code === undefined || Code === 'None' || PASSING_REASONS.includes(Code))
    ? { kind: 'collision' }
    : { kind: 'failure' }
