import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Comparable, mostSimilar, type Sought } from '../../../shared/domain/similarity/similar.ts'
import { termsOf } from '../../../shared/domain/similarity/terms.ts'

const ticket = (title: string, more: Partial<Comparable> = {}): Comparable => ({
  title,
  service: null,
  category: 'other',
  item: null,
  state: 'accepted',
  ...more,
})

const DESK = [
  ticket('Printer on floor 3 prints blank pages'),
  ticket('Outlook asks for the password again and again', { service: 'email' }),
  ticket('VPN drops after ten minutes'),
  ticket('三楼打印机打印空白页'),
  ticket('邮箱登录密码错误', { service: 'email' }),
  ticket('无法连接VPN'),
  ticket('New laptop for a colleague'),
]

const found = (sought: Sought, among: readonly Comparable[] = DESK, most = 5) =>
  mostSimilar(sought, among, (candidate) => candidate, most).map(({ candidate }) => candidate.title)

describe('tickets like the one being recorded [INT-14]', () => {
  test.each([
    ['printing gives blank page', 'Printer on floor 3 prints blank pages'],
    ['PASSWORD prompt in outlook', 'Outlook asks for the password again and again'],
    ['三楼的打印机只打空白页', '三楼打印机打印空白页'],
    ['邮箱密码不对', '邮箱登录密码错误'],
    ['ＶＰＮ断线', '无法连接VPN'],
  ])('%s is like %s', (title, expected) => {
    expect(found({ title })[0]).toBe(expected)
  })

  test('nothing is like it when no word is the same, whatever else is', () => {
    expect(found({ title: 'Projector is dark', service: 'email', category: 'other' })).toEqual([])
    expect(found({ title: '…' })).toEqual([])
    expect(found({ title: 'VPN' }, [])).toEqual([])
  })

  test('a word of all tickets says nothing against a rare one', () => {
    const many = [...Array.from({ length: 20 }, (_, n) => ticket(`Please help with thing${n}`)), ticket('Scanner jams')]
    expect(found({ title: 'Please help with the scanner' }, many)[0]).toBe('Scanner jams')
  })

  test('of the same words, the same item, service and category come first, and open before past', () => {
    const title = 'Mailbox is full'
    const order = [
      ticket(title, { item: 'mail-1', service: 'email' }),
      ticket(title, { service: 'email' }),
      ticket(title),
      ticket(title, { state: 'closed' }),
    ]
    const sought = { title: 'mailbox full', item: 'mail-1', service: 'email' }
    const best = mostSimilar(sought, order.toReversed(), (candidate) => candidate, 4)
    expect(best.map(({ candidate }) => candidate)).toEqual(order)
  })

  test('at most so many, best first, each between 0 and 1 [INT-14]', () => {
    const words = fc.constantFrom('mail', 'vpn', 'printer', '打印机', '密码', 'slow', '3')
    const titles = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(titles, fc.array(titles), fc.nat(6), (title, others, most) => {
        const similar = mostSimilar(
          { title },
          others.map((one) => ticket(one)),
          (candidate) => candidate,
          most,
        )
        const scores = similar.map(({ score }) => score)
        expect(scores.length).toBeLessThanOrEqual(most)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
      }),
    )
  })
})

describe('what a title is compared by [INT-14]', () => {
  test.each([
    ['Printers, printing', ['print']],
    ['打印机坏了', ['打印', '印机', '机坏', '坏了']],
    ['VPN连不上', ['连不', '不上', 'vpn']],
    ['页', ['页']],
    ['srv-12 ORA-600', ['srv', '12', 'ora', '600']],
    ['Größe', ['größe']],
    ['', []],
  ])('%s', (text, terms) => {
    expect([...termsOf(text)]).toEqual(terms)
  })
})
