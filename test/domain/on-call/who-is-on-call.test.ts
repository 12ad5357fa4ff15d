import { describe, expect, test } from 'vitest'
import type { Layer, Override, Rota } from '../../../shared/domain/on-call/rota.ts'
import { gaps, shiftsBetween } from '../../../shared/domain/on-call/shifts.ts'
import { onCallOrder, whoIsOnCall } from '../../../shared/domain/on-call/who-is-on-call.ts'
import { chinaOfficeHours } from '../../../shared/domain/sla/calendar-cn.ts'

const weekly: Layer = {
  participants: ['noor', 'hao', 'petra'],
  atOnce: 1,
  turn: { weeks: 1 },
  startsOn: '2026-03-02',
  handOverAt: '09:00',
  endsOn: null,
  windows: [],
  holidays: 'ignored',
  calendar: null,
}

const rota = (layers: readonly Layer[], overrides: readonly Override[] = [], timeZone = 'Europe/Berlin'): Rota => ({
  id: 'network',
  name: { en: 'Network', 'zh-CN': '网络' },
  subject: { kind: 'group', group: 'network' },
  timeZone,
  layers,
  overrides,
  neededDuring: null,
})

const none = new Map()
const inBerlin = (wall: string, offset = '+01:00') => new Date(`${wall.replace(' ', 'T')}${offset}`).toISOString()
const onDutyAt = (layers: readonly Layer[], at: string) => whoIsOnCall(rota(layers), at, none)

describe('who is on call', () => {
  test('turns are handed over at the same time of day in winter and in summer [ONC-1]', () => {
    expect(onDutyAt([weekly], inBerlin('2026-03-02 08:59'))).toEqual([])
    expect(onDutyAt([weekly], inBerlin('2026-03-02 09:00'))).toEqual(['noor'])
    expect(onDutyAt([weekly], inBerlin('2026-03-30 08:59', '+02:00'))).toEqual(['noor'])
    expect(onDutyAt([weekly], inBerlin('2026-03-30 09:00', '+02:00'))).toEqual(['hao'])
  })

  test('a hand-over in the hour that is skipped happens at the jump [ONC-1]', () => {
    const nightly = [{ ...weekly, turn: { days: 1 }, startsOn: '2026-03-28', handOverAt: '02:30' }]
    expect(onDutyAt(nightly, '2026-03-29T00:59:59.999Z')).toEqual(['noor'])
    expect(onDutyAt(nightly, '2026-03-29T01:00:00.000Z')).toEqual(['hao'])
    expect(onDutyAt(nightly, '2026-03-30T00:29:59.999Z')).toEqual(['hao'])
    expect(onDutyAt(nightly, '2026-03-30T00:30:00.000Z')).toEqual(['petra'])
  })

  test('a hand-over in the hour that comes twice happens the first time, and not back again [ONC-1]', () => {
    const nightly = [{ ...weekly, turn: { days: 1 }, startsOn: '2026-10-24', handOverAt: '02:30' }]
    expect(onDutyAt(nightly, '2026-10-25T00:29:59.999Z')).toEqual(['noor'])
    expect(onDutyAt(nightly, '2026-10-25T00:30:00.000Z')).toEqual(['hao'])
    expect(onDutyAt(nightly, '2026-10-25T01:15:00.000Z')).toEqual(['hao'])
    expect(onDutyAt(nightly, '2026-10-25T01:30:00.000Z')).toEqual(['hao'])
  })

  test('a night shift belongs to the day it begins on, and the later layer holds [ONC-1]', () => {
    const nights: Layer = {
      ...weekly,
      participants: ['petra'],
      windows: [{ days: ['fri'], from: '22:00', to: '06:00' }],
    }
    const layers = [weekly, nights]
    expect(onDutyAt(layers, inBerlin('2026-03-06 21:59'))).toEqual(['noor'])
    expect(onDutyAt(layers, inBerlin('2026-03-06 22:00'))).toEqual(['petra'])
    expect(onDutyAt(layers, inBerlin('2026-03-07 05:59'))).toEqual(['petra'])
    expect(onDutyAt(layers, inBerlin('2026-03-07 06:00'))).toEqual(['noor'])
    expect(onDutyAt(layers, inBerlin('2026-03-07 22:00'))).toEqual(['noor'])
  })

  test('nobody on the holidays of a calendar, or somebody on them alone; a day worked instead is none [ONC-1]', () => {
    const calendars = new Map([['cn-office', { value: chinaOfficeHours }]])
    const off = { ...weekly, holidays: 'off' as const, calendar: 'cn-office' }
    const only = { ...off, holidays: 'only' as const, participants: ['petra'] }
    const at = (layers: readonly Layer[], when: string) =>
      whoIsOnCall({ ...rota(layers), timeZone: 'Asia/Shanghai' }, `${when}T04:00:00.000Z`, calendars)
    const holiday = chinaOfficeHours.holidays.find(({ on }) => on.startsWith('2026-10'))?.on ?? 'none'
    const madeUp = chinaOfficeHours.makeUpDays.find(({ on }) => on > '2026-03-03')?.on ?? 'none'
    expect(at([off], holiday)).toEqual([])
    expect(at([off, only], holiday)).toEqual(['petra'])
    expect(at([only], madeUp)).toEqual([])
    expect(at([off], madeUp)).toHaveLength(1)
  })

  test('several are on duty at once, and the next in turn are asked after them [ONC-1]', () => {
    const pairs = [{ ...weekly, participants: ['noor', 'hao', 'petra', 'yang'], atOnce: 2 }]
    expect(onDutyAt(pairs, '2026-03-10T00:00:00.000Z')).toEqual(['petra', 'yang'])
    expect(onCallOrder(rota(pairs), '2026-03-10T00:00:00.000Z', none)).toEqual(['petra', 'yang', 'noor', 'hao'])
  })

  const taken: Override = {
    id: 'o1',
    from: '2026-03-03T00:00:00.000Z',
    to: '2026-03-04T00:00:00.000Z',
    person: 'petra',
    replaces: 'noor',
  }
  const during = '2026-03-03T12:00:00.000Z'

  test('whoever takes a shift over is on duty, and whoever gave it away is not asked then [ONC-1]', () => {
    const swapped = rota([weekly], [taken])
    expect(whoIsOnCall(swapped, during, none)).toEqual(['petra'])
    expect(onCallOrder(swapped, during, none)).toEqual(['petra', 'hao'])
    expect(whoIsOnCall(swapped, taken.to, none)).toEqual(['noor'])
  })

  test('one that was taken over may be taken over again, and an addition fills a gap [ONC-1]', () => {
    const again = { ...taken, id: 'o2', person: 'hao', replaces: 'petra' }
    expect(whoIsOnCall(rota([weekly], [taken, again]), during, none)).toEqual(['hao'])
    expect(whoIsOnCall(rota([weekly], [again]), during, none)).toEqual(['noor'])
    expect(whoIsOnCall(rota([], [{ ...taken, replaces: null }]), during, none)).toEqual(['petra'])
  })

  test('shifts and gaps of a week; somebody who has left fills none [ONC-1]', () => {
    const ending = [{ ...weekly, endsOn: '2026-03-16' }]
    const [from, to] = ['2026-03-01T00:00:00.000Z', '2026-03-20T00:00:00.000Z'] as const
    const [first, second, third] = ['2026-03-02T08:00:00.000Z', '2026-03-09T08:00:00.000Z', '2026-03-16T08:00:00.000Z']
    expect(shiftsBetween(rota(ending), from, to, none)).toEqual([
      { from: first, to: second, people: ['noor'] },
      { from: second, to: third, people: ['hao'] },
    ])
    expect(gaps(rota(ending), from, to, none)).toEqual([
      { from, to: first },
      { from: third, to },
    ])
    expect(gaps(rota(ending), from, to, none, (person) => person !== 'hao')).toEqual([
      { from, to: first },
      { from: second, to },
    ])
    expect(shiftsBetween(rota(ending), to, from, none)).toEqual([])
  })

  test('outside the hours in which somebody is needed there is no gap [ONC-1]', () => {
    const needed = { ...rota([]), neededDuring: 'cn-office' }
    const calendars = new Map([['cn-office', { value: chinaOfficeHours }]])
    expect(gaps(needed, '2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z', calendars)).toEqual([
      { from: '2026-03-02T01:00:00.000Z', to: '2026-03-02T04:00:00.000Z' },
      { from: '2026-03-02T05:30:00.000Z', to: '2026-03-02T10:00:00.000Z' },
    ])
  })
})
