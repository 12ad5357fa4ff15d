import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchPeople, overridesFor } from '../../../shared/domain/on-call/importing.ts'
import { readCalendar } from '../../../shared/domain/on-call/read-calendar.ts'
import type { Rota } from '../../../shared/domain/on-call/rota.ts'
import { whoIsOnCall } from '../../../shared/domain/on-call/who-is-on-call.ts'
import { DomainError } from '../../../shared/domain/refusal.ts'
import { staff } from '../../support/ticket-fixtures.ts'

const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR', ''].join('\r\n')

const MARCH = { from: '2026-03-01T00:00:00.000Z', to: '2026-04-15T00:00:00.000Z', timeZone: 'Europe/Berlin' }
const read = (...lines: readonly string[]) => readCalendar(calendar(event('SUMMARY:Noor', ...lines)), MARCH)
const begins = (...lines: readonly string[]) => read(...lines).events.map(({ from }) => from)

const NINE = 'DTSTART;TZID=Europe/Berlin:20260323T090000'
const UNTIL_FIVE = 'DTEND;TZID=Europe/Berlin:20260323T170000'

describe('reading a calendar', () => {
  test('a series stays at its time of day when the clocks change [ONC-1]', () => {
    expect(begins(NINE, UNTIL_FIVE, 'RRULE:FREQ=WEEKLY;COUNT=2')).toEqual([
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ])
  })

  test('exceptions are left out, additions and moved ones are in [ONC-1]', () => {
    const series = event(
      'SUMMARY:Noor',
      NINE,
      UNTIL_FIVE,
      'RRULE:FREQ=DAILY;UNTIL=20260327T080000Z',
      'EXDATE;TZID=Europe/Berlin:20260324T090000',
      'RDATE;TZID=Europe/Berlin:20260401T090000',
    )
    const moved = event(
      'SUMMARY:Hao',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260325T090000',
      'DTSTART;TZID=Europe/Berlin:20260325T120000',
      'DTEND;TZID=Europe/Berlin:20260325T130000',
    )
    expect(readCalendar(calendar(series, moved), MARCH).events.map(({ from, summary }) => [summary, from])).toEqual([
      ['Noor', '2026-03-23T08:00:00.000Z'],
      ['Noor', '2026-03-26T08:00:00.000Z'],
      ['Noor', '2026-03-27T08:00:00.000Z'],
      ['Noor', '2026-04-01T07:00:00.000Z'],
      ['Hao', '2026-03-25T11:00:00.000Z'],
    ])
  })

  test('times are read in UTC, in their zone, or on the rota’s clock; whole days too [ONC-1]', () => {
    expect(begins('DTSTART:20260310T080000Z', 'DURATION:PT8H')).toEqual(['2026-03-10T08:00:00.000Z'])
    expect(begins('DTSTART:20260310T080000', 'DURATION:PT8H')).toEqual(['2026-03-10T07:00:00.000Z'])
    expect(begins('DTSTART;TZID=Asia/Shanghai:20260310T080000', 'DURATION:PT8H')).toEqual(['2026-03-10T00:00:00.000Z'])
    expect(read('DTSTART;VALUE=DATE:20260310').events).toMatchObject([
      { from: '2026-03-09T23:00:00.000Z', to: '2026-03-10T23:00:00.000Z' },
    ])
  })

  test('what is called off, and what lies elsewhere in time, is not there [ONC-1]', () => {
    expect(read(NINE, UNTIL_FIVE, 'STATUS:CANCELLED')).toEqual({ events: [], unread: [] })
    expect(read('DTSTART:20200310T080000Z', 'DURATION:PT8H')).toEqual({ events: [], unread: [] })
  })

  test.each([
    ['an endless series by the second', [NINE, UNTIL_FIVE, 'RRULE:FREQ=SECONDLY'], 'is not understood'],
    ['the 30th of February', [NINE, UNTIL_FIVE, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'], 'is not understood'],
    ['a series from the Middle Ages', ['DTSTART:12000101T080000Z', 'DURATION:PT8H', 'RRULE:FREQ=DAILY'], 'too often'],
    ['a zone there is not', ['DTSTART;TZID=W. Europe Standard Time:20260310T080000', 'DURATION:PT8H'], 'IANA'],
    ['an end before the start', [NINE, 'DTEND;TZID=Europe/Berlin:20260322T170000'], 'ends before'],
    ['no start', [UNTIL_FIVE], 'no DTSTART'],
    ['no end', [NINE], 'ends before'],
  ])('%s is told, not guessed [ONC-1]', (_, lines, why) => {
    const { events, unread } = read(...lines)
    expect(events).toEqual([])
    expect(unread).toEqual([{ what: 'Noor', why: expect.stringContaining(why) }])
  })

  test.each([
    ['no calendar', 'Dear all, Noor is on duty', 'not-a-calendar'],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'not-a-calendar'],
    ['too long a text', `BEGIN:VCALENDAR${'\r\nX-A:B'.repeat(100_000)}`, 'calendar-too-large'],
    ['too many events', calendar(...Array.from({ length: 2_001 }, () => event(NINE))), 'calendar-too-large'],
  ])('%s is refused [ONC-1]', (_, text, code) => {
    expect(() => readCalendar(text, MARCH)).toThrow(expect.objectContaining({ code }))
  })

  test('whatever a rule says, reading ends, and soon [ONC-1]', () => {
    const part = fc.oneof(
      fc.constantFrom('BYDAY=MO', 'BYDAY=1MO', 'BYDAY=-5SU', 'BYDAY=MO,TU,XX', 'BYMONTHDAY=31', 'BYMONTHDAY=-31'),
      fc.constantFrom('BYMONTH=2', 'BYSETPOS=9', 'BYYEARDAY=366', 'BYWEEKNO=53', 'BYHOUR=25', 'WKST=WE', 'COUNT=0'),
      fc.constantFrom('INTERVAL=0', 'INTERVAL=7', 'INTERVAL=168', 'INTERVAL=999999999', 'COUNT=-1', 'UNTIL=19700101'),
    )
    const rule = fc
      .tuple(
        fc.constantFrom('SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
        fc.uniqueArray(part),
      )
      .map(([freq, parts]) => [`FREQ=${freq}`, ...parts].join(';'))
    const start = fc.constantFrom('20260228T090000', '20260131T090000', '20240229T090000', '20260305T000000Z')
    fc.assert(
      fc.property(rule, start, (rrule, dtstart) => {
        try {
          const { events, unread } = read(`DTSTART:${dtstart}`, 'DURATION:PT1H', `RRULE:${rrule}`)
          expect(events.length + unread.length).toBeLessThanOrEqual(2_000)
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const rota: Rota = {
  id: 'network',
  name: { en: 'Network', 'zh-CN': '网络' },
  subject: { kind: 'group', group: 'network' },
  timeZone: 'Europe/Berlin',
  layers: [
    {
      participants: ['noor', 'hao'],
      atOnce: 1,
      turn: { days: 1 },
      startsOn: '2026-03-02',
      handOverAt: '09:00',
      endsOn: '2026-03-06',
      windows: [],
      holidays: 'ignored',
      calendar: null,
    },
  ],
  overrides: [],
  neededDuring: null,
}

describe('whose shifts they are', () => {
  const found = (summary: string, ...attendees: readonly string[]) =>
    matchPeople([{ from: MARCH.from, to: MARCH.to, summary, attendees }], staff)

  test('is said by an attendee’s address, else by a name; what fits nobody is told back [ONC-1]', () => {
    expect(found('On call', 'noor@example.com').wanted).toMatchObject([{ person: 'noor' }])
    expect(found('hao – Network').wanted).toMatchObject([{ person: 'hao' }])
    expect(found('Ｈａｏ on duty').wanted).toMatchObject([{ person: 'hao' }])
    expect(found('Olga')).toMatchObject({ wanted: [], unmatched: [{ what: 'Olga' }] })
    expect(found('', 'stranger@example.com').unmatched).toMatchObject([{ what: 'stranger@example.com' }])
  })
})

describe('the overrides of an import', () => {
  const minute = fc.integer({ min: 0, max: 7 * 24 * 4 }).map((quarters) => Date.UTC(2026, 2, 1) + quarters * 900_000)
  const wish = fc
    .record({ a: minute, b: minute, person: fc.constantFrom('noor', 'hao', 'petra') })
    .filter(({ a, b }) => a !== b)
    .map(({ a, b, person }) => ({
      from: new Date(Math.min(a, b)).toISOString(),
      to: new Date(Math.max(a, b)).toISOString(),
      person,
    }))

  test('put everybody on duty who is wanted, when they are, and change nothing else [ONC-1]', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 5 }), minute, (wishes, ms) => {
        const at = new Date(ms).toISOString()
        const given = overridesFor(rota, wishes, new Map()).map((each, index) => ({ id: `${index}`, ...each }))
        const before = whoIsOnCall(rota, at, new Map())
        const after = whoIsOnCall({ ...rota, overrides: given }, at, new Map())
        const wanted = wishes.filter(({ from, to }) => from <= at && at < to).map(({ person }) => person)
        if (wanted.length === 0) expect(after).toEqual(before)
        else expect([...after].sort()).toEqual([...new Set(wanted)].sort())
      }),
    )
  })
})
