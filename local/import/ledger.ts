import { type Instant, latest } from '../../shared/domain/instant.ts'
import { type Month, monthOf } from '../../shared/domain/report/month.ts'
import { type Desk, zoneOf } from '../../shared/domain/setting/desk.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import type { PolicyWith } from '../history/log-policy.ts'
import { type Reconciliation, reconciling } from '../history/reconciliation.ts'
import { type Tally, tally } from '../history/tallies.ts'
import type { UnknownName } from './names.ts'
import type { Outcome, WhyLeft } from './take-over.ts'

/** A case that was not taken over. */
export type Left = {
  readonly line: number
  readonly case: string | null
  readonly why: WhyLeft
  readonly detail: string
}

export type Ledger = {
  readonly taken: number
  readonly here: number
  readonly left: number
  readonly entries: number
  /** Cases that were left, by why and in what detail, and entries left out of those that were taken; a few of each. */
  readonly whyLeft: Tally
  readonly refused: Tally
  readonly examples: ReadonlyMap<string, readonly string[]>
  /** Names that nobody knew here, by the number of cases that use them. */
  readonly unknown: Readonly<Record<UnknownName['of'], Tally>>
  readonly reconciliation: Reconciliation
  /** Months that tickets came into, and when the last of them came; also those that had come before. */
  readonly months: ReadonlyMap<Month, Instant>
}

const MOST_EXAMPLES = 3

const fewOfEach = () => {
  const examples = new Map<string, readonly string[]>()
  const add = (of: string, what: string): void => {
    const known = examples.get(of) ?? []
    if (known.length < MOST_EXAMPLES) examples.set(of, [...known, what])
  }
  return { add, examples }
}

const unknownNames = () => {
  const names = {
    ...{ group: tally(), category: tally(), channel: tally(), person: tally() },
    ...{ kind: tally(), impact: tally(), urgency: tally() },
  }
  const { group, category, channel, person, kind, impact, urgency } = names
  return {
    add: ({ of, name }: UnknownName): void => names[of].add(name),
    sorted: (): Ledger['unknown'] => ({
      ...{ group: group.sorted(), category: category.sorted(), channel: channel.sorted(), person: person.sorted() },
      ...{ kind: kind.sorted(), impact: impact.sorted(), urgency: urgency.sorted() },
    }),
  }
}

/** By the desk's own time zone, as the report counts them. */
const monthsFilled = (desk: Desk) => {
  const filled = new Map<Month, Instant>()
  const add = ({ recordedAt, imported }: Ticket): void => {
    const month = monthOf(recordedAt, zoneOf(desk))
    filled.set(month, latest(filled.get(month) ?? '', imported?.at ?? ''))
  }
  return { add, filled }
}

/** API-3: what was taken over, what was left and why, which names nobody knew, and whether it counts as the log does. */
export const openLedger = (desk: Desk, policy: PolicyWith<'import'>, onLeft: (left: Left) => void) => {
  const counts = { taken: 0, here: 0, left: 0, entries: 0 }
  const [whyLeft, refused, few] = [tally(), tally(), fewOfEach()]
  const unknown = unknownNames()
  const months = monthsFilled(desk)
  const stopsClock = (code: string) => desk.codes.waitCodes.some((each) => each.code === code && each.stopsClock)
  const reconciliation = reconciling(policy, stopsClock)

  const leave = (left: Left): void => {
    const reason = left.why === 'later' || left.why === 'twice' ? left.why : `${left.why}: ${left.detail}`
    counts.left += 1
    whyLeft.add(reason)
    few.add(reason, left.case ?? String(left.line))
    onLeft(left)
  }

  const take = ({ ticket, judged, translated, refused: without }: Extract<Outcome, { readonly is: 'taken' }>): void => {
    const { past, unknown: names } = translated
    counts.taken += 1
    counts.entries += past.events.length
    for (const each of names) unknown.add(each)
    for (const { reason, at } of without) {
      refused.add(reason)
      few.add(reason, `${past.id} ${at}`)
    }
    reconciliation.add(past, ticket, judged, ticket.updatedAt)
  }

  const note = (line: number, id: string | null, outcome: Outcome): void => {
    if (outcome.is !== 'left') months.add(outcome.ticket)
    if (outcome.is === 'here') counts.here += 1
    else if (outcome.is === 'taken') take(outcome)
    else leave({ line, case: id, why: outcome.why, detail: outcome.detail })
  }

  const result = (): Ledger => ({
    ...counts,
    ...{ whyLeft: whyLeft.sorted(), refused: refused.sorted(), examples: few.examples, months: months.filled },
    unknown: unknown.sorted(),
    reconciliation: reconciliation.result(),
  })
  return { note, result }
}
