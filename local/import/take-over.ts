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

/** Still open there, ending later than now, unreadable, or the desk refuses what the log says became of it. */
export type WhyLeft = 'open' | 'later' | 'unreadable' | 'refused'

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
  | { readonly is: 'here' }
  | { readonly is: 'left'; readonly why: WhyLeft; readonly detail: string }

const HERE: Outcome = { is: 'here' }

const left = (why: WhyLeft, detail: string): Outcome => ({ is: 'left', why, detail })

/** Why a case is left before anything is done with it; null when it may be taken over. */
const whyLeft = ({ policy: { states }, startedAt }: Importing, { events }: PastCase): Outcome | null => {
  const last = events.findLast(({ state }) => states[state] !== undefined)
  const meaning = states[last?.state ?? '']
  if (meaning !== 'closed' && meaning !== 'cancelled') return left('open', events.at(-1)?.state ?? '')
  const end = events.reduce((latestYet, { at }) => latest(latestYet, at), '')
  return end > startedAt ? left('later', end) : null
}

/** What was there already of this case; null when nothing was. */
const earlier = async ({ target: { store } }: Importing, name: string) => {
  const found = await store.alias(name)
  if (!found) return null
  const written = (await store.load(found.target))?.version ?? 0
  const running = Number(found.target.id.split('-').at(-1))
  return { running, written, isWhole: written >= Number(found.data) }
}

const judgedOf = async (ticket: Ticket, deps: Parameters<typeof ticketContext>[2]): Promise<Judged> =>
  judgedBy(ticket, await ticketContext({ now: ticket.updatedAt, actor: DESK, newId: deps.newId }, ticket, deps))

const taking = async (importing: Importing, translated: Translated): Promise<Outcome> => {
  const { target, policy, dryRun } = importing
  const { past } = translated
  const name = `imported#${policy.import.system}#${past.id}`
  const before = await earlier(importing, name)
  if (before?.isWhole) return HERE
  const again = before && { nextNumber: async () => before.running }
  const { ticket, commits, deps, refused } = await importCase({ ...importing, ...again }, past)
  if (ticket.state !== 'closed' && ticket.state !== 'cancelled')
    return left('refused', refused.at(-1)?.reason ?? ticket.state)
  const data = String(partsOf(commits.flatMap(({ events }) => events)))
  const written = { name: { name, replaces: 'nothing', data }, written: before?.written ?? 0 } as const
  if (!dryRun && !(await writeHistory(target.store, commits, written))) return HERE
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
