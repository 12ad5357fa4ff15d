import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { call } from '../api/call.ts'

export type RequestView = 'requested' | 'department'

const PAGE = 50

const read = (view: RequestView, cursor: string | null) =>
  call('listTickets', { query: { view, limit: PAGE, ...(cursor === null ? {} : { cursor }) } })

/** The newest requests first; older ones when asked for. Null until the first answer. */
export const useRequests = (view: RequestView) => {
  const rows = useSignal<readonly TicketRow[] | null>(null)
  const cursor = useSignal<string | null>(null)
  const error = useSignal<unknown>(null)
  const readOn = async (from: string | null): Promise<void> => {
    try {
      const page = await read(view, from)
      rows.value = from === null ? page.items : [...(rows.value ?? []), ...page.items]
      cursor.value = page.cursor
      error.value = null
    } catch (reason) {
      error.value = reason
    }
  }
  useEffect(() => {
    rows.value = null
    void readOn(null)
  }, [view])
  return {
    rows: rows.value,
    error: error.value,
    hasOlder: cursor.value !== null,
    readOlder: () => readOn(cursor.value),
    again: () => void readOn(null),
  }
}
