import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'
const SIMILAR = `${TICKETS}/similar`

let desk: ApiDesk

const recorded = async (title: string, extra: object = {}) =>
  (await desk.post(TICKETS, 'grace', { title, description: 'd', category: 'printing', ...extra })).body

const found = async (as: string, query: Record<string, string>) => {
  const { items } = (await desk.get(SIMILAR, as, query)).body
  return items.map(({ ticket }: { ticket: { title: string } }) => ticket.title)
}

beforeAll(async () => {
  desk = await openApiDesk()
  await recorded('三楼打印机打印空白页', { service: 'workplace' })
  desk.advance(5 * 24 * 60)
  const old = await recorded('Printer on floor 3 prints blank pages')
  await desk.post(`${TICKETS}/${old.number}/cancel`, 'grace', { reason: 'Twice' }, old.version)
  await recorded('Printer on floor 2 is out of paper')
  await recorded('Printer shows passwords of others', { security: true })
})

describe('similar tickets while the desk records [INT-14]', () => {
  test('of any language, however long they have been open', async () => {
    expect(await found('grace', { title: '打印机空白页' })).toEqual(['三楼打印机打印空白页'])
    expect(await found('grace', { title: 'printer without paper', limit: '1' })).toEqual([
      'Printer on floor 2 is out of paper',
    ])
  })

  test('not those nobody works on, nor those kept from the caller [PRI-9]', async () => {
    expect(await found('petra', { title: 'printer floor' })).toEqual(['Printer on floor 2 is out of paper'])
    expect(await found('grace', { title: 'printer passwords' })).toContain('Printer shows passwords of others')
  })

  test('for staff, by a title [ROL-3]', async () => {
    expect((await desk.get(SIMILAR, 'anna', { title: 'printer' })).status).toBe(403)
    expect((await desk.get(SIMILAR, 'grace', {})).status).toBe(422)
    expect((await desk.get(SIMILAR, 'grace', { title: 'printer', limit: '11' })).status).toBe(422)
  })
})
