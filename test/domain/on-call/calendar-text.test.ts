import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarText } from '../../../shared/domain/on-call/calendar-text.ts'
import type { Rota } from '../../../shared/domain/on-call/rota.ts'
import { smallDesk, staff } from '../../support/ticket-fixtures.ts'

const rota: Rota = {
  id: 'network',
  name: {
    en: 'Network; on call, always',
    'zh-CN': '网络支持值班表，夜间与节假日由第二线支持人员接替，请勿忘记交接班记录',
  },
  subject: { kind: 'group', group: 'network' },
  timeZone: 'Europe/Berlin',
  layers: [
    {
      participants: ['noor', 'hao', 'gone'],
      atOnce: 1,
      turn: { weeks: 1 },
      startsOn: '2026-03-02',
      handOverAt: '09:00',
      endsOn: null,
      windows: [],
      holidays: 'ignored',
      calendar: null,
    },
  ],
  overrides: [],
  neededDuring: null,
}

const people = new Map(
  staff.map((person) => [person.id, person.id === 'noor' ? { ...person, name: 'Noor "the net"\r\nHaddad' } : person]),
)
const of = { calendars: smallDesk.calendars, staff: people, domain: 'desk.example', now: '2026-03-01T00:00:00.000Z' }
const text = (from = '2026-03-02T08:00:00.000Z', to = '2026-03-23T08:00:00.000Z', language: 'en' | 'zh-CN' = 'en') =>
  calendarText(rota, from, to, { ...of, language })

const eventsOf = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar) as never).getAllSubcomponents('vevent').map((each) => ({
    uid: String(each.getFirstPropertyValue('uid')),
    from: String(each.getFirstPropertyValue('dtstart')),
    to: String(each.getFirstPropertyValue('dtend')),
    summary: String(each.getFirstPropertyValue('summary')),
    attendee: each.getFirstPropertyValue('attendee'),
  }))

describe('a rota as iCalendar', () => {
  test('has an event for each person’s shift, in UTC, over the change of the clocks [ONC-1]', () => {
    expect(eventsOf(text('2026-03-23T08:00:00.000Z', '2026-04-06T07:00:00.000Z'))).toMatchObject([
      { from: '2026-03-23T08:00:00Z', to: '2026-03-30T07:00:00Z', attendee: 'mailto:noor@example.com' },
      { from: '2026-03-30T07:00:00Z', to: '2026-04-06T07:00:00Z', attendee: 'mailto:hao@example.com' },
    ])
    expect(eventsOf(text()).map(({ summary }) => summary)).toContain('Hao – Network; on call, always')
    expect(eventsOf(text()).at(2)).toMatchObject({ summary: 'gone – Network; on call, always', attendee: null })
  })

  test('breaks lines at 75 bytes, between characters, and ends them as RFC 5545 says [ONC-1]', () => {
    const lines = text(undefined, undefined, 'zh-CN').split('\r\n')
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).byteLength))).toBeLessThanOrEqual(75)
    expect(lines.join('')).not.toMatch(/[\r\n\ufffd]/)
    expect(eventsOf(text(undefined, undefined, 'zh-CN'))[1]?.summary).toBe(`Hao – ${rota.name['zh-CN']}`)
  })

  test('lets nobody’s name write lines of its own [ONC-1]', () => {
    expect(text()).toContain(`ATTENDEE;CN="Noor 'the net' Haddad":mailto:noor@example.com`)
    expect(eventsOf(text())[0]?.summary).toBe('Noor "the net"\nHaddad – Network; on call, always')
  })

  test('names the same shift the same in every export [ONC-1]', () => {
    const later = eventsOf(text('2026-03-05T00:00:00.000Z', '2026-03-06T00:00:00.000Z'))
    expect(later).toEqual([eventsOf(text())[0]])
  })
})
