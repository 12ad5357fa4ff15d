import { describe, expect, test } from 'vitest'
import { type Instant, plus } from '../../../shared/domain/instant.ts'
import { MONITORING } from '../../../shared/domain/people/actor.ts'
import { reopens } from '../../../shared/domain/ticket/alarm-watching.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { alarmChange, inShanghai, MONDAY_9, mailFrom, recorded, submitted } from '../../support/ticket-fixtures.ts'
import { solved } from './tickets-in-every-state.ts'

const on = (time: string): Instant => inShanghai(`2026-03-02 ${time}`)

/** An alarm went off at nine and opened an incident. */
const ringing = (): DeskAtWork => {
  const desk = deskAtWork()
  const { impact, urgency } = { impact: 'moderate', urgency: 'high' } as const
  const requester = { ...monitoring, language: 'en' as const }
  desk.act(MONITORING, submitted({ channel: 'alarm', alarm: alarmChange(), requester, impact, urgency }))
  return desk
}
const monitoring = {
  personId: null,
  name: 'Monitoring',
  email: null,
  phone: null,
  vip: false,
  department: null,
  verified: true,
}
type State = 'ALARM' | 'OK' | 'INSUFFICIENT_DATA'
/** The alarm changed at `changedAt`; the desk hears of it now. */
const hear = (desk: DeskAtWork, state: State, changedAt: Instant = desk.now(), eventId = `${state}-${changedAt}`) =>
  desk.act(MONITORING, { type: 'note-alarm', change: alarmChange({ state, changedAt, eventId }) })
const goes = (desk: DeskAtWork, state: State, at: Instant) => {
  desk.fastForwardTo(at)
  return hear(desk, state)
}
const events = (desk: DeskAtWork) => desk.events().map(({ type }) => type)
const ofAlarm = (desk: DeskAtWork) => events(desk).filter((type) => type.startsWith('alarm-') || type === 'resolved')

describe('an alarm', () => {
  test('is watched from the incident it opened [INT-8]', () => {
    expect(ringing().current().alarm).toEqual({
      arn: 'arn:aws:cloudwatch:eu-central-1:123456789012:alarm:mail-cpu',
      name: 'mail-cpu',
      account: '123456789012',
      region: 'eu-central-1',
      metric: 'AWS/EC2 CPUUtilization',
      state: 'ALARM',
      changedAt: MONDAY_9,
      lastEventId: 'event-1',
      occurrences: 1,
      okSince: null,
      flaps: [],
      muted: false,
      touched: false,
      deleted: false,
    })
  })

  test('that rings again while its incident is open is counted, not multiplied [INT-8]', () => {
    const desk = ringing()
    goes(desk, 'ALARM', on('09:01'))
    goes(desk, 'ALARM', on('09:02'))
    expect(desk.current().alarm).toMatchObject({ occurrences: 3, state: 'ALARM', changedAt: on('09:02'), flaps: [] })
  })

  test('the same event again, an older one, and one of another state of the same moment change nothing [INT-8]', () => {
    const desk = ringing()
    expect(hear(desk, 'ALARM', MONDAY_9, 'event-1')).toEqual([])
    expect(hear(desk, 'ALARM', plus(MONDAY_9, -1))).toEqual([])
    expect(hear(desk, 'OK', plus(MONDAY_9, -1))).toEqual([])
    expect(hear(desk, 'OK', MONDAY_9)).toEqual([])
    expect(hear(desk, 'ALARM', MONDAY_9, 'another event')).toMatchObject([{ type: 'alarm-repeated' }])
  })

  test('without data says nothing [INT-8]', () => {
    expect(goes(ringing(), 'INSUFFICIENT_DATA', on('09:01'))).toEqual([])
  })

  test('is heard only by the incident it opened [INT-8]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded())
    expect(refusalOf(() => hear(desk, 'ALARM'))).toBe('conflict no-alarm')
    expect(desk.act(MONITORING, { type: 'note-alarm-deleted', eventId: 'gone' })).toEqual([])
  })

  test('that is deleted while it rings is marked once: its OK will never come [INT-8]', () => {
    const desk = ringing()
    desk.act(MONITORING, { type: 'note-alarm-deleted', eventId: 'gone' })
    expect(desk.current().alarm).toMatchObject({ deleted: true, occurrences: 1 })
    expect(desk.act(MONITORING, { type: 'note-alarm-deleted', eventId: 'gone' })).toEqual([])
    expect(hear(desk, 'ALARM', MONDAY_9, 'event-1')).toEqual([])
  })
})

describe('OK', () => {
  test('for ten minutes, untouched, resolves the incident by itself [INT-8]', () => {
    const desk = ringing()
    goes(desk, 'OK', on('09:03'))
    expect(desk.current().alarm).toMatchObject({ state: 'OK', okSince: on('09:03') })
    desk.fastForwardTo(plus(on('09:13'), -1))
    expect(desk.current().state).toBe('recorded')
    desk.fastForwardTo(on('09:13'))
    expect(desk.current()).toMatchObject({
      state: 'resolved',
      solution: 'The alarm mail-cpu went back to OK and stayed so.',
      category: 'unclassified',
    })
    expect(desk.all('resolved')).toMatchObject([
      { bySystem: true, told: [], resolution: { outcome: 'cure', cause: null, environmentChanged: false } },
    ])
  })

  test('that did not stay so long does not [INT-8]', () => {
    const desk = ringing()
    goes(desk, 'OK', on('09:03'))
    goes(desk, 'ALARM', on('09:12'))
    desk.fastForwardTo(on('10:00'))
    expect(ofAlarm(desk)).toEqual(['alarm-cleared', 'alarm-flapped'])
    expect(desk.current().alarm).toMatchObject({ state: 'ALARM', okSince: null, flaps: [on('09:12')], occurrences: 2 })
  })

  test('of an incident people have touched leaves it to them, whichever way they came [INT-8]', () => {
    const touchedBy = (touch: (desk: DeskAtWork) => unknown) => {
      const desk = ringing()
      touch(desk)
      goes(desk, 'OK', on('09:03'))
      desk.fastForwardTo(on('12:00'))
      return desk.current().state
    }
    expect(touchedBy(() => {})).toBe('resolved')
    expect(touchedBy((desk) => desk.act('grace', { type: 'accept' }))).toBe('accepted')
    const note = { type: 'comment', text: 'looking at it', visibility: 'internal' } as const
    expect(touchedBy((desk) => desk.act('noor', note))).toBe('recorded')
    expect(touchedBy((desk) => desk.act(mailFrom('noor@example.com', { staff: true }), note))).toBe('recorded')
  })

  test('touched after the OK, before the ten minutes were over, is touched too [INT-8]', () => {
    const desk = ringing()
    goes(desk, 'OK', on('09:03'))
    desk.fastForwardTo(on('09:10'))
    desk.act('grace', { type: 'accept' })
    desk.fastForwardTo(on('12:00'))
    expect(desk.current().state).toBe('accepted')
  })

  test('heard a second time is counted anew, and makes an ALARM from between the two a late one [INT-8]', () => {
    const desk = ringing()
    goes(desk, 'OK', on('09:03'))
    goes(desk, 'OK', on('09:08'))
    expect(hear(desk, 'ALARM', on('09:05'))).toEqual([])
    desk.fastForwardTo(on('09:17'))
    expect(desk.current().state).toBe('recorded')
    desk.fastForwardTo(on('09:18'))
    expect(desk.current().state).toBe('resolved')
  })

  test('after a person resolved it is noted, so that a late ALARM does not bring it back [INT-8]', () => {
    const desk = ringing()
    desk.fastForwardTo(on('09:05'))
    desk.act('grace', solved)
    goes(desk, 'OK', on('09:07'))
    expect(hear(desk, 'ALARM', on('09:06'))).toEqual([])
    expect(desk.current().state).toBe('resolved')
    expect(goes(desk, 'ALARM', on('09:08'))).toMatchObject([{ type: 'alarm-returned' }])
  })
})

describe('an alarm that comes back', () => {
  const resolvedByItself = (): DeskAtWork => {
    const desk = ringing()
    goes(desk, 'OK', on('09:03'))
    desk.fastForwardTo(on('09:13'))
    return desk
  }

  test('within 30 minutes re-opens the incident it had, and tells who works on it [INT-8]', () => {
    const desk = resolvedByItself()
    const resolved = desk.current()
    expect(reopens(resolved, on('09:43'), 30)).toBe(true)
    expect(reopens(resolved, plus(on('09:43'), 1), 30)).toBe(false)
    expect(reopens({ ...resolved, state: 'closed' }, on('09:14'), 30)).toBe(false)
    expect(reopens({ ...resolved, resolvedAt: null }, on('09:14'), 30)).toBe(false)
    goes(desk, 'ALARM', on('09:20'))
    expect(desk.current()).toMatchObject({ state: 'recorded', resolvedAt: null, resolution: null })
    expect(desk.current().alarm).toMatchObject({ occurrences: 2, okSince: null, flaps: [on('09:20')] })
    expect(desk.all('alarm-returned')).toMatchObject([{ backTo: 'recorded', told: ['grace', 'wei'], mutes: false }])
  })

  test('was nobody’s fault while it was away: that time is left out [WAI-3] [INT-8]', () => {
    const desk = resolvedByItself()
    goes(desk, 'ALARM', on('09:20'))
    expect(desk.current().pauses).toEqual([{ from: on('09:13'), to: on('09:20'), code: 'awaiting-confirmation' }])
    expect(desk.current().alarm?.touched).toBe(false)
  })

  test('three times within the hour mutes its notices, the fourth after an hour lets it speak again [INT-8]', () => {
    const desk = ringing()
    const flap = (ok: string, alarm: string) => {
      goes(desk, 'OK', on(ok))
      goes(desk, 'ALARM', on(alarm))
      return desk.current().alarm?.muted
    }
    expect(flap('09:01', '09:02')).toBe(false)
    expect(flap('09:03', '09:04')).toBe(false)
    expect(flap('09:05', '09:06')).toBe(true)
    expect(flap('10:03', '10:04')).toBe(false)
    expect(desk.current().alarm?.flaps).toEqual([on('09:06'), on('10:04')])
  })

  test('a return counts among the three [INT-8]', () => {
    const desk = ringing()
    for (const minute of ['15', '35', '55']) {
      goes(desk, 'OK', plus(on(`09:${minute}`), -11 * 60_000))
      goes(desk, 'ALARM', on(`09:${minute}`))
    }
    expect(desk.all('alarm-returned').map(({ mutes }) => mutes)).toEqual([false, false, true])
  })
})

describe('nobody to ask', () => {
  test('an alarm that is over is closed by the system with its own code, and nobody is reminded [INT-8] [CLO-3]', () => {
    const desk = ringing()
    goes(desk, 'OK', on('09:03'))
    desk.fastForwardTo(inShanghai('2026-03-04 09:00'))
    expect(desk.current()).toMatchObject({ state: 'closed', closeCode: 'alarm-cleared' })
    expect(events(desk)).not.toContain('confirmation-reminded')
  })

  test('an alarm that still rings is not closed as cleared [CLO-4]', () => {
    const desk = ringing()
    desk.act('grace', solved)
    desk.fastForwardTo(inShanghai('2026-03-04 09:00'))
    expect(desk.current()).toMatchObject({ state: 'closed', closeCode: 'not-confirmed' })
  })
})
