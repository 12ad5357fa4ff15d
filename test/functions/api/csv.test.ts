import { beforeAll, describe, expect, test } from 'vitest'
import { csvRow } from '../../../functions/api/csv.ts'
import type { Deps } from '../../../shared/application/deps.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'
import { MemoryStore } from './memory-store.ts'

const TICKETS = '/api/v1/tickets'
const CSV = { accept: 'text/csv' }

let desk: ApiDesk

const lines = (text: string): readonly string[] => text.replace(/^\ufeff/, '').split('\r\n')

const exported = (path: string, as: string, query: Record<string, string> = {}) =>
  desk.send('GET', path, { as, query, headers: CSV })

beforeAll(async () => {
  desk = await openApiDesk()
  for (const title of ['=HYPERLINK("http://evil.example")', '打印机, "三楼"', '-1', '@risk'])
    await desk.post(TICKETS, 'anna', { title, description: 'd' })
})

const NAMED = [{ heading: 'it', path: ['it'] }]

describe('a cell [REP-7]', () => {
  test.each([
    ['=1+1', "'=1+1\r\n"],
    ['+86 21 555', "'+86 21 555\r\n"],
    ['-1', "'-1\r\n"],
    ['@SUM(A1)', "'@SUM(A1)\r\n"],
    ['\t=1', "'\t=1\r\n"],
    ['=1,"2"', '"\'=1,""2"""\r\n'],
    ['two\nlines', '"two\nlines"\r\n'],
    ['a=b', 'a=b\r\n'],
    ['', '\r\n'],
    [null, '\r\n'],
    [-5, '-5\r\n'],
    [false, 'false\r\n'],
    [['=a', 'b'], "'=a; b\r\n"],
    [[{ a: 1 }], '"[{""a"":1}]"\r\n'],
  ])('%j is written safely', (it, written) => {
    expect(csvRow(NAMED, { it })).toBe(written)
  })
})

describe('a list as CSV [REP-7]', () => {
  test('opens in a spreadsheet: byte order mark, headings, one line each, nothing that runs', async () => {
    const { status, headers, text } = await exported(TICKETS, 'anna', { view: 'requested' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('content-disposition')).toBe('attachment; filename="tickets.csv"')
    expect(headers.has('link')).toBe(false)
    expect(text.startsWith('\ufeffnumber,kind,class,title,state,')).toBe(true)
    const [head = '', ...rows] = lines(text)
    expect(rows.at(-1)).toBe('')
    expect(rows.slice(0, -1).map((row) => row.split(',recorded,')[0])).toEqual([
      "INC-2026-000004,incident,fault,'@risk",
      "INC-2026-000003,incident,fault,'-1",
      'INC-2026-000002,incident,fault,"打印机, ""三楼"""',
      'INC-2026-000001,incident,fault,"\'=HYPERLINK(""http://evil.example"")"',
    ])
    expect(rows[0]?.split(',').length).toBe(head.split(',').length)
  })

  test('has the same columns when it is empty', async () => {
    const full = await exported(TICKETS, 'anna', { view: 'requested' })
    const empty = await exported(TICKETS, 'tom', { view: 'requested' })
    expect(lines(empty.text)).toEqual([lines(full.text)[0], ''])
  })

  test('shows no more than the list does, and is refused to whom the list is [ROL-3]', async () => {
    const own = await exported(TICKETS, 'anna', { view: 'requested' })
    expect(lines(own.text)[1]).toMatch(/,Anna Berg,false,/)
    expect((await exported(TICKETS, 'anna', { view: 'open' })).status).toBe(403)
    expect((await exported('/api/v1/people', 'anna')).status).toBe(403)
  })

  test.each([
    ['/api/v1/people', 'ada', /^id,name,email,phone,/],
    ['/api/v1/categories', 'anna', /^id,version,value.id,value.name.zh-CN,value.name.en,/],
    ['/api/v1/problems', 'grace', /^number,state,title,/],
    ['/api/v1/refusals', 'ada', /^id,at,actor.kind,/],
  ])('%s is there too', async (path, as, head) => {
    const { status, text } = await exported(path, as)
    expect(status).toBe(200)
    expect(lines(text)[0]).toMatch(head)
  })

  test('is JSON for everybody who does not ask for it by name', async () => {
    const anything = { as: 'anna', query: { view: 'requested' }, headers: { accept: '*/*' } }
    expect((await desk.send('GET', TICKETS, anything)).body.items).toHaveLength(4)
    expect((await desk.send('GET', '/api/v1/me', { as: 'anna', headers: CSV })).body.id).toBe('anna')
  })
})

describe('a long list', () => {
  /** As many rows as are wanted, from one. */
  const longList = (items: number): Deps['store'] => {
    const store = new MemoryStore()
    const list = store.list.bind(store)
    store.list = async <Summary>(...[name, key, page]: Parameters<typeof list>) => {
      if (name !== 'requester') return list<Summary>(name, key, page)
      const { items: found } = await list<Summary>(name, key, { ...page, cursor: undefined })
      const from = Number(page.cursor ?? 0)
      const to = Math.min(items, from + page.limit)
      const [one] = found
      return { items: one ? Array<typeof one>(to - from).fill(one) : [], cursor: to < items ? String(to) : null }
    }
    return store
  }

  test('is cut at 10,000 rows, and says where it goes on [REP-7]', async () => {
    desk = await openApiDesk(longList(10_500))
    await desk.post(TICKETS, 'anna', { title: 'Printer', description: 'd' })
    const first = await exported(TICKETS, 'anna', { view: 'requested' })
    expect(lines(first.text)).toHaveLength(10_002)
    expect(first.headers.get('link')).toBe(`<${TICKETS}?view=requested&cursor=10000>; rel="next"`)
    const rest = await exported(TICKETS, 'anna', { view: 'requested', cursor: '10000' })
    expect(lines(rest.text)).toHaveLength(502)
    expect(rest.headers.has('link')).toBe(false)
  })
})
