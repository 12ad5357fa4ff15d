import { expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import { stepClock } from '../../../shared/domain/sla/clock.ts'
import { explain } from '../../../shared/domain/sla/explanation.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import { deskAtWork } from '../../support/desk-at-work.ts'
import { inShanghai, recorded } from '../../support/ticket-fixtures.ts'

const HOUR_MS = 3_600_000

const explained = (desk: ReturnType<typeof deskAtWork>) => {
  const judged = judgedBy(desk.current(), desk.context())
  const clock = stepClock(desk.current(), 'restore', judged, desk.now())
  if (!clock) throw new Error('no promise')
  return explain(desk.current(), clock, judged, desk.now())
}

test('the ticket shows when its clock ran, when it waited for whom, and when the office was closed [SLA-4]', () => {
  const desk = deskAtWork({ at: inShanghai('2026-03-02 11:00') })
  desk.act('grace', recorded())
  desk.moveTo(inShanghai('2026-03-02 11:30'))
  desk.act('grace', { type: 'wait', code: 'vendor', reason: 'asked the vendor' })
  desk.moveTo(inShanghai('2026-03-02 14:00'))
  desk.act('grace', { type: 'resume' })
  desk.moveTo(inShanghai('2026-03-02 19:00'))
  const on = (time: string) => inShanghai(`2026-03-02 ${time}`)
  expect(explained(desk)).toEqual([
    { from: on('11:00'), to: on('11:30'), counted: true, because: 'open', code: null, usedMs: HOUR_MS / 2 },
    { from: on('11:30'), to: on('12:00'), counted: false, because: 'waiting', code: 'vendor', usedMs: HOUR_MS / 2 },
    { from: on('12:00'), to: on('13:30'), counted: false, because: 'closed', code: null, usedMs: HOUR_MS / 2 },
    { from: on('13:30'), to: on('14:00'), counted: false, because: 'waiting', code: 'vendor', usedMs: HOUR_MS / 2 },
    { from: on('14:00'), to: on('18:00'), counted: true, because: 'open', code: null, usedMs: 4.5 * HOUR_MS },
    { from: on('18:00'), to: on('19:00'), counted: false, because: 'closed', code: null, usedMs: 4.5 * HOUR_MS },
  ])
})

test('a clock that has just begun has nothing to explain [SLA-4]', () => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  expect(explained(desk)).toEqual([])
})

test('of a very long story the latest 400 stretches are told, with the sum of all [SLA-4]', () => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  desk.moveTo(plus(desk.now(), 300 * 24 * HOUR_MS))
  const spans = explained(desk)
  expect(spans).toHaveLength(400)
  expect(spans.at(-1)?.to).toBe(desk.now())
  const judged = judgedBy(desk.current(), desk.context())
  expect(spans.at(-1)?.usedMs).toBe(stepClock(desk.current(), 'restore', judged, desk.now())?.usedMs)
})
