import { type Column, csvColumns } from '../../shared/contract/csv-columns.ts'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import type { ApiEvent } from './api-event.ts'
import { csvHead, csvRow } from './csv.ts'
import type { RawReply } from './reply.ts'

export type ListPage = { readonly items: readonly unknown[]; readonly cursor: string | null }

/** Reads one page of a list. */
export type ReadPage = (page: { readonly cursor: string | undefined; readonly limit: number }) => Promise<ListPage>

/** A function answers 6 MB at most, written as JSON, and within half a minute. */
const MOST = { rows: 10_000, bytes: 4_000_000, pages: 100 }
const PAGE = 1_000

type Rows = { readonly text: string; readonly cursor: string | null }

const rowsOf = async (columns: readonly Column[], read: ReadPage, from: string | undefined): Promise<Rows> => {
  let text = csvHead(columns)
  let cursor: string | null = from ?? null
  for (let pages = 0, rows = 0; pages < MOST.pages && rows < MOST.rows; pages += 1) {
    const limit = Math.min(PAGE, MOST.rows - rows)
    const page: ListPage = await read({ cursor: cursor ?? undefined, limit })
    const lines = page.items.map((item) => csvRow(columns, item)).join('')
    if (pages > 0 && Buffer.byteLength(text) + Buffer.byteLength(lines) > MOST.bytes) break
    text += lines
    rows += page.items.length
    cursor = page.cursor
    if (cursor === null) break
  }
  return { text, cursor }
}

const nextLink = ({ requestContext, queryStringParameters }: ApiEvent, cursor: string): string => {
  const query = new URLSearchParams({ ...queryStringParameters, cursor } as Record<string, string>)
  return `<${requestContext.http.path}?${query}>; rel="next"`
}

/** REP-7: a list as CSV, page after page of it; when it is cut, the header Link leads to the rest. */
export const csvExport = async (endpoint: Endpoint, event: ApiEvent, read: ReadPage): Promise<RawReply> => {
  const columns = endpoint.response ? csvColumns(endpoint.response) : []
  const { text, cursor } = await rowsOf(columns, read, event.queryStringParameters?.['cursor'])
  const name = endpoint.path.split('/').at(-1)
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      ...(cursor !== null && { Link: nextLink(event, cursor) }),
    },
    content: text,
  }
}
