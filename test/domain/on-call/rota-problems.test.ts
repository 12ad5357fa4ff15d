import { expect, test } from 'vitest'
import type { Layer, Rota } from '../../../shared/domain/on-call/rota.ts'
import { rotaProblems } from '../../../shared/domain/on-call/rota-problems.ts'

const layer: Layer = {
  participants: ['noor', 'hao'],
  atOnce: 1,
  turn: { days: 1 },
  startsOn: '2026-03-02',
  handOverAt: '09:00',
  endsOn: null,
  windows: [{ days: ['mon'], from: '22:00', to: '06:00' }],
  holidays: 'off',
  calendar: 'cn-office',
}
const override = {
  id: 'o1',
  from: '2026-03-03T00:00:00.000Z',
  to: '2026-03-04T00:00:00.000Z',
  person: 'hao',
  replaces: 'noor',
}
const rota: Rota = {
  id: 'network',
  name: { en: 'Network', 'zh-CN': '网络' },
  subject: { kind: 'desk' },
  timeZone: 'Europe/Berlin',
  layers: [layer],
  overrides: [override],
  neededDuring: null,
}

test('a rota that can be used has no problems [ONC-1]', () => {
  expect(rotaProblems(rota)).toEqual([])
})

test.each<[string, Partial<Rota>, string]>([
  ['a zone there is not', { timeZone: 'Mars/Olympus' }, '"Mars/Olympus" is not a time zone'],
  ['a day there is not', { layers: [{ ...layer, startsOn: '2026-02-30' }] }, 'layer 1: "2026-02-30" is not a date'],
  ['a year nobody means', { layers: [{ ...layer, startsOn: '0026-02-20' }] }, 'layer 1: "0026-02-20" is not a date'],
  ['a time there is not', { layers: [{ ...layer, handOverAt: '24:00' }] }, 'layer 1: "24:00" is not a time of day'],
  [
    'an end before its start',
    { layers: [{ ...layer, endsOn: '2026-03-02' }] },
    'layer 1: it must end after 2026-03-02',
  ],
  [
    'an empty window',
    { layers: [{ ...layer, windows: [{ days: ['mon'], from: '09:00', to: '09:00' }] }] },
    'layer 1: "09:00"–"09:00" is no window',
  ],
  ['holidays of nowhere', { layers: [{ ...layer, calendar: null }] }, 'layer 1: name the calendar'],
  ['somebody twice', { layers: [{ ...layer, participants: ['hao', 'hao'] }] }, 'layer 1: somebody is in it twice'],
  ['more places than people', { layers: [{ ...layer, atOnce: 3 }] }, 'layer 1: 3 are to be on duty at once, of 2'],
  ['an override that ends first', { overrides: [{ ...override, to: override.from }] }, 'override o1 must end after'],
  ['one who replaces herself', { overrides: [{ ...override, replaces: 'hao' }] }, 'override o1 replaces hao by hao'],
  ['an override twice', { overrides: [override, override] }, 'two overrides have the same id'],
])('%s is said in a sentence [ONC-1]', (_, change, sentence) => {
  const problems = rotaProblems({ ...rota, ...change })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(sentence)
})
