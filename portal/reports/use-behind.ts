import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ReportTicketView } from '../../shared/contract/report-view.ts'
import { type CallOf, call } from '../api/call.ts'
import { param } from '../place/location.ts'
import type { Params } from '../place/places.ts'
import { editionInAddress } from './addresses.ts'

export const PARTS = ['all', 'numerator', 'rest'] as const
const PAGE = 100

export type Asked = Pick<CallOf<'listReportTickets'>, 'params' | 'query'>

/** What stands in the address; the API checks it. */
export const askedInAddress = (params: Params): Asked => {
  const edition = editionInAddress()
  const by = param('by')
  return {
    params: { month: params['month'] ?? '', id: params['id'] ?? '' },
    query: {
      part: PARTS.find((part) => part === param('part')) ?? 'all',
      ...(by !== null && { by, of: param('of') ?? '' }),
      ...(edition !== null && { edition }),
    } as NonNullable<Asked['query']>,
  }
}

type Found = { readonly items: readonly ReportTicketView[]; readonly cursor: string | null; readonly withheld: number }

/** Page after page of the tickets; another figure begins anew. */
export const useBehind = ({ params, query }: Asked) => {
  const found = useSignal<Found | null>(null)
  const error = useSignal<unknown>(null)
  const key = JSON.stringify([params, query])
  const readMore = async (before: Found | null): Promise<void> => {
    try {
      const cursor = before?.cursor
      const page = await call('listReportTickets', {
        params,
        query: { ...query, limit: PAGE, ...(cursor ? { cursor } : {}) },
      })
      // a page may be short although there is more
      found.value = {
        items: [...(before?.items ?? []), ...page.items],
        cursor: page.cursor,
        withheld: (before?.withheld ?? 0) + page.withheld,
      }
      error.value = null
      if (page.cursor !== null && page.items.length === 0) await readMore(found.value)
    } catch (reason) {
      error.value = reason
    }
  }
  useEffect(() => {
    found.value = null
    void readMore(null)
  }, [key])
  return { found: found.value, error: error.value, more: () => void readMore(found.value) }
}
