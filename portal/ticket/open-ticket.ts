import { batch, signal } from '@preact/signals'
import type { TicketForRequester, TicketForStaff } from '../../shared/contract/ticket-view.ts'
import type { PublicEntry, StaffEntry } from '../../shared/contract/timeline-view.ts'
import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { readAgain } from '../api/read-again.ts'
import { me } from '../session/session.ts'
import { announce, sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { type Act, OPERATIONS } from './acts/act.ts'
import { predicted } from './acts/prediction.ts'

type Ticket = TicketForStaff | TicketForRequester
export type Entry = StaffEntry | PublicEntry

const PAGE = 50
const EVERY_MS = 5_000

const entriesOf = async (number: string, cursor?: string) => {
  const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }
  const page = await call('getTimeline', { params: { number }, query })
  return { items: page.items as readonly Entry[], cursor: page.cursor }
}

/** One ticket as somebody has it open: what it is, what happened, and what is under way. */
export const openTicket = (number: string) => {
  const ticket = signal<Ticket | null>(null)
  const entries = signal<readonly Entry[]>([])
  const older = signal<string | null>(null)
  const error = signal<unknown>(null)
  const lookAgain = readAgain('getTicket')
  /** The act that is being sent; the ticket already looks as if it had been done. */
  const pending = signal<Act | null>(null)

  const take = (next: Ticket, page: { items: readonly Entry[]; cursor: string | null }): void => {
    const known = new Set(page.items.map(({ id }) => id))
    const isLong = entries.value.some(({ id }) => known.has(id))
    batch(() => {
      ticket.value = next
      error.value = null
      if (isLong) entries.value = [...page.items, ...entries.value.filter(({ id }) => !known.has(id))]
      else {
        entries.value = page.items
        older.value = page.cursor
      }
    })
  }

  const read = async (): Promise<void> => {
    const [next, page] = await Promise.all([call('getTicket', { params: { number } }), entriesOf(number)])
    take(next, page)
  }

  const load = (): Promise<void> =>
    read().catch((reason: unknown) => {
      error.value = reason
    })

  /** Whether somebody or the clock has changed it; only then is more read than the ticket. */
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || pending.value !== null || ticket.value === null) return
    try {
      const next = await lookAgain({ params: { number }, inBackground: true })
      if (next === null || pending.value !== null) return
      if (next.version === ticket.value.version) ticket.value = next
      else {
        take(next, await entriesOf(number))
        announce(t.value.ticket.changed)
      }
    } catch {
      // the banner says that the desk cannot be reached; the next look may succeed
    }
  }

  const readOlder = async (): Promise<void> => {
    const from = older.value
    if (from === null) return
    const page = await entriesOf(number, from).catch((reason: unknown) => {
      sayWrong(explainFailure(reason))
      return null
    })
    // somebody else has asked for it at the same time, or the history was read anew
    if (page === null || older.value !== from) return
    batch(() => {
      entries.value = [...entries.value, ...page.items]
      older.value = page.cursor
    })
  }

  const send = async (act: Act, body: Readonly<Record<string, unknown>>, key: string): Promise<void> => {
    const before = ticket.value
    if (before === null || me.value === null) return
    pending.value = act
    if (before.seenAs === 'staff') ticket.value = { ...before, ...predicted(act, before, body, me.value) }
    try {
      const version = act === 'comment' ? {} : { version: before.version }
      const next = (await call(OPERATIONS[act], { params: { number }, body, key, ...version } as never)) as Ticket
      take(next, await entriesOf(number))
    } catch (reason) {
      ticket.value = before
      if (reason instanceof Refused) await load()
      throw reason
    } finally {
      pending.value = null
    }
  }

  let last: Promise<unknown> = Promise.resolve()

  /**
   * Does an act on the version that is shown, as if it were done already; takes that back when the desk refuses. What is
   * begun while another act is on its way follows it, on what that has made of the ticket.
   * `key` is to be the same when the same is tried again without knowing whether it was done.
   * @throws Refused, Unreachable, SignedOut; after a refusal the ticket is shown as it really is
   */
  const does = (act: Act, body: Readonly<Record<string, unknown>>, key = crypto.randomUUID()): Promise<void> => {
    const done = last.then(() => send(act, body, key))
    last = done.catch(() => undefined)
    return done
  }

  const watch = (): (() => void) => {
    void load()
    const lookNow = () => void look()
    const timer = setInterval(lookNow, EVERY_MS)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }

  return { number, ticket, entries, older, error, pending, load, readOlder, does, watch }
}

export type OpenTicket = ReturnType<typeof openTicket>
