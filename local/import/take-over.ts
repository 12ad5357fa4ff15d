import { ticketContext } from '../../shared/application/ticket-record.ts'
import { latest } from '../../shared/domain/instant.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import type { Judged } from '../../shared/domain/sla/clock.ts'
import { judgedBy } from '../../shared/domain/ticket/context.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import type { PastCase } from '../history/past-case.ts'
import { type Importing, importCase, type Refused } from './import-case.ts'
import type { Translated, translating } from './names.ts'
import { partsOf, writeHistory } from './write-history.ts'

/**
 * Still open there, in a state nobody knows, ending later than now, unreadable, in the file a second time, or the desk refuses
 * what the log says became of it.
 */
export type WhyLeft = 'open' | 'unknown' | 'later' | 'unreadable' | 'twice' | 'refused'

type Taken = {
  readonly ticket: Ticket
  readonly judged: Judged
  readonly translated: Translated
  /** Entries it was taken over without. */
  readonly refused: readonly Refused[]
}

/** What became of one case. */
export type Outcome =
  | ({ readonly is: 'taken' } & Taken)
  | { readonly is: 'here'; readonly ticket: Ticket }
  | { readonly is: 'left'; readonly why: WhyLeft; readonly detail: string }

export const left = (why: WhyLeft, detail: string): Outcome => ({ is: 'left', why, detail })

/** Why a case is left before anything is done with it; null when it may be taken over. */
const whyLeft = ({ policy: { states }, startedAt }: Importing, { events }: PastCase): Outcome | null => {
  const last = events.findLast(({ state }) => states[state] !== undefined)
  const meaning = states[last?.state ?? '']
  const state = events.at(-1)?.state ?? ''
  if (meaning !== 'closed' && meaning !== 'cancelled') return left(states[state] ? 'open' : 'unknown', state)
  const end = events.reduce((latestYet, { at }) => latest(latestYet, at), '')
  return end > startedAt ? left('later', end) : null
}

/** What was there already of this case; null when nothing was. */
const earlier = async ({ target: { store } }: Importing, name: string) => {
  const found = await store.alias(name)
  if (!found) return null
  const stored = await store.load<Ticket>(found.target)
  if (!stored) throw new Error(`${name} leads to ${found.target.id}, and there is no such ticket.`)
  const { version: written, state: ticket } = stored
  const running = Number(found.target.id.split('-').at(-1))
  return { running, written, ticket, isWhole: written >= Number(found.data) }
}

const judgedOf = async (ticket: Ticket, deps: Parameters<typeof ticketContext>[2]): Promise<Judged> =>
  judgedBy(ticket, await ticketContext({ now: ticket.updatedAt, actor: DESK, newId: deps.newId }, ticket, deps))

const taking = async (importing: Importing, translated: Translated): Promise<Outcome> => {
  const { target, policy, dryRun } = importing
  const { past } = translated
  const name = `imported#${policy.import.system}#${past.id}`
  const before = await earlier(importing, name)
  if (before?.isWhole) return { is: 'here', ticket: before.ticket }
  const again = before && { nextNumber: async () => before.running }
  const { ticket, commits, deps, refused } = await importCase({ ...importing, ...again }, past)
  if (ticket.state !== 'closed' && ticket.state !== 'cancelled')
    return left('refused', refused.at(-1)?.reason ?? ticket.state)
  const data = String(partsOf(commits).length)
  const written = { name: { name, replaces: 'nothing', data }, written: before?.written ?? 0 } as const
  if (!dryRun && !(await writeHistory(target.store, commits, written))) return { is: 'here', ticket }
  return { is: 'taken', ticket, judged: await judgedOf(ticket, deps), translated, refused }
}

/** API-3: takes one case over, once, or says why not. */
export const takeOver = async (
  importing: Importing,
  translate: ReturnType<typeof translating>,
  past: PastCase,
): Promise<Outcome> => {
  try {
    return whyLeft(importing, past) ?? (await taking(importing, translate(past)))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return left('refused', error.message)
  }
}
