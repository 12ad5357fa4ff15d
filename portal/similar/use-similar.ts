import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { type AnswerOf, type CallOf, call } from '../api/call.ts'
import { isWorkedOn } from './similar-row.tsx'

type Found = AnswerOf<'findSimilarTickets'>['items']
export type Sought = CallOf<'findSimilarTickets'>['query']

/** Long enough that a word is finished more often than not. */
const PAUSE_MS = 400
/** Fewer characters of a title are like everything; two are a word in Chinese. */
const FEWEST_CHARACTERS = 2
export const LONGEST_TITLE = 200

/** What can still be added to comes first; among equals the most similar one. */
const openFirst = (found: Found): readonly TicketRow[] => {
  const rows = found.map(({ ticket }) => ticket)
  return [...rows.filter(isWorkedOn), ...rows.filter((row) => !isWorkedOn(row))]
}

/**
 * Tickets like the one that is being typed in, a moment after the last key (INT-14). Null until the first answer; a search
 * that fails leaves what was found, because the call goes on all the same.
 */
export const useSimilar = (sought: Sought): readonly TicketRow[] | null => {
  const rows = useSignal<readonly TicketRow[] | null>(null)
  const key = JSON.stringify(sought)
  useEffect(() => {
    if (sought.title.length < FEWEST_CHARACTERS) {
      rows.value = null
      return
    }
    const gone = new AbortController()
    const timer = setTimeout(() => {
      call('findSimilarTickets', { query: sought, inBackground: true, signal: gone.signal }).then(
        ({ items }) => {
          if (!gone.signal.aborted) rows.value = openFirst(items)
        },
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      gone.abort()
      clearTimeout(timer)
    }
  }, [key])
  return rows.value
}
