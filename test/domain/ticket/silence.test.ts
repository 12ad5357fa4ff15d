import { describe, expect, test } from 'vitest'
import { type Instant, plus } from '../../../shared/domain/instant.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import { type DeskAtWork, deskAtWork } from '../../support/desk-at-work.ts'
import {
  deskWithPolicy,
  GRADES,
  inShanghai,
  linkTo,
  mailFrom,
  NUMBER,
  recorded,
  smallDesk,
} from '../../support/ticket-fixtures.ts'
import { solved } from './tickets-in-every-state.ts'

const on = (time: string): Instant => inShanghai(`2026-03-02 ${time}`)
const nextDay = (time: string): Instant => inShanghai(`2026-03-03 ${time}`)

/** Noor solved it at 11:00. */
const resolved = (): DeskAtWork => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  desk.act('grace', { type: 'assign', assignee: 'noor' })
  desk.act('noor', { type: 'accept' })
  desk.moveTo(on('11:00'))
  desk.act('noor', solved)
  return desk
}
const rated = (score: 1 | 2 | 3 | 4 | 5): TicketCommand => ({ type: 'confirm', satisfaction: { score, comment: null } })

describe('silence after the resolution', () => {
  test('is reminded of at four working hours and closed by the system after more than eight [CLO-3] [CLO-4]', () => {
    const desk = resolved()
    desk.fastForwardTo(nextDay('11:29'))
    expect(desk.log.filter(({ event }) => event.type === 'confirmation-reminded').map(({ at }) => at)).toEqual([
      on('16:30'),
    ])
    desk.fastForwardTo(nextDay('11:30'))
    expect(desk.current()).toMatchObject({ state: 'resolved', confirmationReminded: true })
    expect(desk.wakeAt()).toBe(plus(nextDay('11:30'), 1))
    desk.fastForward({ ms: 1 })
    expect(desk.current()).toMatchObject({
      state: 'closed',
      closeCode: 'not-confirmed',
      satisfaction: { notObtained: 'no-answer' },
    })
    expect(desk.all('closed')).toMatchObject([{ bySystem: true }])
    expect(desk.all('confirmation-reminded')).toEqual([{ type: 'confirmation-reminded', dueAt: on('16:30') }])
  })

  test('is no silence when the requester has confirmed: the desk closes, however long it takes [CLO-1] [CLO-3]', () => {
    const desk = resolved()
    desk.act('anna', { type: 'confirm' })
    desk.fastForward({ days: 30 })
    expect(desk.current()).toMatchObject({ state: 'resolved', confirmationReminded: false })
    expect(desk.wakeAt()).toBeNull()
  })

  test('is counted anew from what the requester writes, by whatever way, and only the requester [CLO-3]', () => {
    const spokenBy = (who: Parameters<DeskAtWork['act']>[0]) => {
      const desk = resolved()
      desk.moveTo(on('17:00'))
      desk.act(who, { type: 'comment', text: 'I am on leave until tomorrow.', visibility: 'public' })
      return desk
    }
    for (const who of ['anna', linkTo(NUMBER), mailFrom('anna@example.com')]) {
      const desk = spokenBy(who)
      expect(desk.current()).toMatchObject({ confirmationSince: on('17:00'), confirmationReminded: false })
      desk.fastForwardTo(nextDay('18:00'))
      expect(desk.current()).toMatchObject({ state: 'closed', closedAt: plus(nextDay('17:30'), 1) })
      expect(desk.all('confirmation-reminded')).toHaveLength(2)
    }
    for (const who of ['noor', mailFrom('anna@example.com', { verified: false })])
      expect(spokenBy(who).current()).toMatchObject({ confirmationSince: on('11:00'), confirmationReminded: true })
  })

  test('never closes a major incident, candidate or confirmed; a demoted one it does [CLO-3] [MAJ-7]', () => {
    const major = (judge?: boolean) => {
      const desk = deskAtWork()
      desk.act('grace', recorded(GRADES[1]))
      if (judge !== undefined) desk.act('paula', { type: 'judge-major', confirmed: judge, reason: 'seen' })
      desk.act('grace', solved)
      desk.fastForward({ days: 60 })
      return [desk.current().state, desk.all('confirmation-reminded').length]
    }
    expect(major()).toEqual(['resolved', 0])
    expect(major(true)).toEqual(['resolved', 0])
    expect(major(false)).toEqual(['closed', 1])
  })

  test('a rejection ends it [CLO-3] [CLO-2]', () => {
    const desk = resolved()
    desk.fastForwardTo(on('17:00'))
    desk.act('anna', { type: 'reject', reason: 'no' })
    desk.fastForward({ days: 30 })
    expect(desk.current().state).toBe('accepted')
    desk.act('noor', solved)
    expect(desk.current()).toMatchObject({ confirmationSince: desk.now(), confirmationReminded: false })
  })

  test('goes on for ever in a calendar that never opens [CLO-3]', () => {
    const office = smallDesk.calendars.get('cn-office')
    if (!office) throw new Error('no office')
    const never = { ...office, value: { ...office.value, weekly: {}, makeUpDays: [] } }
    const desk = deskAtWork({ desk: { ...smallDesk, calendars: new Map([['cn-office', never]]) } })
    desk.act('grace', recorded())
    desk.act('grace', solved)
    expect(desk.wakeAt()).toBeNull()
  })

  test('its hours and codes are data [CLO-3] [CLO-4]', () => {
    const closing = {
      remindAfterWorkingMinutes: 30,
      closeAfterWorkingMinutes: 60,
      systemCloseCode: 'withdrawn',
      systemNotObtainedCode: 'declined',
    }
    const desk = deskAtWork({ desk: deskWithPolicy({ closing }) })
    desk.act('grace', recorded())
    desk.act('grace', solved)
    desk.fastForwardTo(plus(on('10:00'), 1))
    expect(desk.current()).toMatchObject({ closeCode: 'withdrawn', satisfaction: { notObtained: 'declined' } })
  })

  test('a rating given before is kept when the system closes, its review stays open [CLO-6]', () => {
    const desk = resolved()
    desk.act('anna', rated(2))
    desk.act('anna', { type: 'reject', reason: 'no' })
    desk.act('noor', solved)
    const confirmed = deskAtWork({ at: desk.now(), ticket: desk.current() })
    confirmed.act('anna', { type: 'confirm' })
    expect(confirmed.current().satisfaction).toEqual({ score: 2, comment: null })
    desk.fastForward({ days: 10 })
    expect(desk.current()).toMatchObject({ state: 'closed', satisfaction: { score: 2 }, ratingReview: 'open' })
    expect(smallDesk.policy.value.closing.systemNotObtainedCode).toBe('no-answer')
  })
})
