import { batch, signal } from '@preact/signals'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { type CallOf, call } from '../api/call.ts'
import { readAgain } from '../api/read-again.ts'
import { hasRole } from '../session/session.ts'
import { announce } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { refreshed } from './refreshed.ts'

type Query = CallOf<'listTickets'>['query']

const PAGE_ROWS = 100
const EVERY_MS = 5_000
/** How long a row that has just arrived stands out. */
const FRESH_MS = 12_000

const newList = (query: Query) => {
  const rows = signal<readonly TicketRow[] | null>(null)
  const cursor = signal<string | null>(null)
  const error = signal<unknown>(null)
  const fresh = signal<ReadonlySet<string>>(new Set())
  /** Rows somebody has ticked. */
  const picks = signal<ReadonlySet<string>>(new Set())
  const readFirst = readAgain('listTickets')
  let readingMore = false

  const markFresh = (numbers: readonly string[]): void => {
    fresh.value = new Set([...fresh.value, ...numbers])
    announce(t.value.queue.arrived(numbers.length))
    setTimeout(() => {
      fresh.value = new Set([...fresh.value].filter((number) => !numbers.includes(number)))
    }, FRESH_MS)
  }

  /** Reads the first page again; what is further down is read again when somebody scrolls there. */
  const refresh = async (inBackground: boolean): Promise<void> => {
    try {
      const page = await readFirst({ query: { ...query, limit: PAGE_ROWS }, inBackground })
      if (page === null) {
        error.value = null
        return
      }
      const before = rows.value
      const next = refreshed(before ?? [], page.items, page.cursor === null)
      batch(() => {
        error.value = null
        rows.value = next.rows
        if (next.rows.length <= PAGE_ROWS || before === null) cursor.value = page.cursor
      })
      if (before !== null && next.arrived.length > 0) markFresh(next.arrived)
    } catch (reason) {
      error.value = reason
    }
  }

  /** The next page, for whoever scrolls towards the end. */
  const more = async (): Promise<void> => {
    if (readingMore || cursor.value === null) return
    readingMore = true
    try {
      const page = await call('listTickets', { query: { ...query, limit: PAGE_ROWS, cursor: cursor.value } })
      const known = new Set(rows.value?.map(({ number }) => number))
      rows.value = [...(rows.value ?? []), ...page.items.filter(({ number }) => !known.has(number))]
      cursor.value = page.cursor
    } catch (reason) {
      error.value = reason
    } finally {
      readingMore = false
    }
  }

  /** Keeps the list up to date while somebody looks at it. Returns what ends that. */
  const watch = (): (() => void) => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh(rows.value !== null)
    }
    look()
    const timer = setInterval(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }

  return { query, rows, cursor, error, fresh, picks, refresh, more, watch }
}

export type LiveList = ReturnType<typeof newList>

/** What the desk may merge; nobody else has anything to do with several tickets at once (INT-13). */
export const picksOf = (list: LiveList): LiveList['picks'] | null => (hasRole('desk') ? list.picks : null)

/** Whoever comes back to a list finds it as it was, at once. */
const lists = new Map<string, LiveList>()

export const liveList = (query: Query): LiveList => {
  const key = JSON.stringify(query)
  const list = lists.get(key) ?? newList(query)
  lists.set(key, list)
  return list
}
