import { describe, expect, test } from 'vitest'
import { type Instant, plus } from '../../../shared/domain/instant.ts'
import { MONITORING } from '../../../shared/domain/people/actor.ts'
import { forecast } from '../../../shared/domain/ticket/forecast.ts'
import { type DeskAtWork, deskAtWork } from '../../support/desk-at-work.ts'
import { alarmChange, GRADES, inShanghai, recorded, submitted } from '../../support/ticket-fixtures.ts'
import { solved } from './tickets-in-every-state.ts'

const on = (time: string): Instant => inShanghai(`2026-03-02 ${time}`)
const foreseen = (desk: DeskAtWork) =>
  forecast(desk.current(), desk.context()).map(({ at, role, because, step }) => [at, role, because, step])

const opened = (more = {}): DeskAtWork => {
  const desk = deskAtWork()
  desk.act('grace', recorded(more))
  return desk
}

describe('the forecast', () => {
  test('shows who will be told next, when, and why [ESC-2]', () => {
    expect(foreseen(opened(GRADES[1]))).toEqual([
      [on('09:04'), 'assignee', 'warning', 'assign'],
      [plus(on('09:05'), 1), 'management', 'missed-target', 'assign'],
      [on('09:12'), 'assignee', 'warning', 'respond'],
      [plus(on('09:15'), 1), 'IM', 'missed-target', 'respond'],
      [on('12:12'), 'assignee', 'warning', 'restore'],
      [on('12:12'), 'requester', 'later-time', 'restore'],
      [plus(on('13:00'), 1), 'IM', 'missed-target', 'restore'],
    ])
  })

  test('shows what a waiting ticket waits for: its reminder, and what comes after its date [ESC-2] [WAI-1]', () => {
    const waiting = opened()
    waiting.act('grace', { type: 'wait', code: 'vendor', reason: 'asked' })
    expect(foreseen(waiting)).toEqual([[inShanghai('2026-03-06 18:00'), 'assignee', 'waiting', null]])
    const dated = opened()
    dated.act('grace', { type: 'wait', code: 'appointment', reason: 'on site', until: on('10:00') })
    expect(foreseen(dated)[0]).toEqual([on('10:24'), 'assignee', 'warning', 'assign'])
  })

  test('shows the silence of a resolved ticket running out [ESC-2] [CLO-3]', () => {
    const desk = opened()
    desk.act('grace', solved)
    expect(foreseen(desk)).toEqual([
      [on('14:30'), 'requester', 'reminder', null],
      [plus(inShanghai('2026-03-03 09:30'), 1), 'requester', 'auto-close', null],
    ])
    desk.act('grace', { type: 'close', code: 'solved', satisfaction: { notObtained: 'no-answer' } })
    expect(foreseen(desk)).toEqual([])
  })

  test('shows an alarm’s incident resolving by itself [ESC-2] [INT-8]', () => {
    const desk = deskAtWork()
    desk.act(MONITORING, submitted({ channel: 'alarm', alarm: alarmChange() }))
    desk.moveTo(on('09:01'))
    desk.act(MONITORING, {
      type: 'note-alarm',
      change: alarmChange({ state: 'OK', eventId: 'ok', changedAt: desk.now() }),
    })
    expect(foreseen(desk)).toContainEqual([on('09:11'), 'desk', 'recovery', null])
  })

  test('of what is overdue already says now [ESC-2]', () => {
    const desk = opened(GRADES[1])
    desk.moveTo(on('09:20'))
    expect(foreseen(desk).slice(0, 4)).toEqual([
      [on('09:20'), 'assignee', 'warning', 'assign'],
      [on('09:20'), 'management', 'missed-target', 'assign'],
      [on('09:20'), 'assignee', 'warning', 'respond'],
      [on('09:20'), 'IM', 'missed-target', 'respond'],
    ])
  })
})
