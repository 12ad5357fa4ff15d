import { request } from './call.ts'

const nextOf = (response: Response): string | null =>
  /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null

/** Lines, but for line ends within quotes (RFC 4180). */
const recordsIn = (text: string): readonly string[] => text.match(/(?:"(?:[^"]|"")*"|[^"\n])*\n/g) ?? []

/**
 * REP-7: the whole of a list as CSV. What the API cuts off is read too; the heading stands once. `filter` keeps the lines
 * that contain it, for lists that are filtered on the page.
 * @throws Refused, Unreachable, SignedOut
 */
export const readCsv = async (url: string, filter = ''): Promise<string> => {
  const wanted = filter.toLowerCase()
  let [heading = '', text] = ['', '']
  let next: string | null = url
  while (next !== null) {
    const response: Response = await request(next, 'GET', { accept: 'text/csv' })
    // text() takes away the byte order mark that tells spreadsheets the charset
    const [first = '', ...records] = recordsIn(await response.text())
    heading = `\ufeff${first}`
    text += records.filter((record) => record.toLowerCase().includes(wanted)).join('')
    next = nextOf(response)
  }
  return heading + text
}
