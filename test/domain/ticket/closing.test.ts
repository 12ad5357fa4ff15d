import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { GRADES, inShanghai, linkTo, mailFrom, NUMBER, recorded } from '../../support/ticket-fixtures.ts'
import { closed, solved, ticketIn } from './tickets-in-every-state.ts'

const on = (time: string): Instant => inShanghai(`2026-03-02 ${time}`)
const nextDay = (time: string): Instant => inShanghai(`2026-03-03 ${time}`)

/** Noor solved it at 11:00. */
const resolved = (more = {}, resolution = {}): DeskAtWork => {
  const desk = deskAtWork()
  desk.act('grace', recorded(more))
  desk.act('grace', { type: 'assign', assignee: 'noor' })
  desk.act('noor', { type: 'accept' })
  desk.moveTo(on('11:00'))
  desk.act('noor', { ...solved, ...resolution })
  return desk
}
const rated = (score: 1 | 2 | 3 | 4 | 5): TicketCommand => ({ type: 'confirm', satisfaction: { score, comment: null } })
const unclosable = (more: object) => refusalOf(() => resolved().act('grace', { ...closed, ...more } as TicketCommand))

describe('a resolution', () => {
  test('is handed over with solution, cause, what kind of cure it is, and the category again [CLO-1] [LIF-11] [PRI-2]', () => {
    const found = { outcome: 'workaround', environmentChanged: true, leftToFindOut: 'Why only floor 3?' } as const
    const desk = resolved({}, { ...found, category: 'printing' })
    const resolution = { ...found, solution: 'Replaced the cable', cause: 'A broken cable' }
    expect(desk.current()).toMatchObject({
      state: 'resolved',
      resolution,
      solution: 'Replaced the cable',
      cause: 'A broken cable',
      category: 'printing',
      resolvedAt: on('11:00'),
      closedAt: null,
    })
    expect(desk.all('resolved')).toMatchObject([{ bySystem: false, told: ['grace', 'wei'] }])
    expect(resolved().current().category).toBe('vpn')
    expect(refusalOf(() => resolved({}, { category: 'weather' }))).toBe('invalid unknown-category')
  })

  test('says what restored the service; the cause may still be unknown, and a known one stays [CLO-5] [LIF-11]', () => {
    expect(refusalOf(() => resolved({}, { solution: ' ' }))).toBe('invalid solution-missing')
    expect(resolved({}, { cause: null }).current().cause).toBeNull()
    const desk = deskAtWork()
    desk.act('grace', recorded())
    desk.act('grace', { type: 'diagnose', cause: 'The firmware' })
    desk.act('grace', { ...solved, cause: null })
    expect(desk.current().cause).toBe('The firmware')
  })

  test('the question it leaves open can become a problem as it stands [LIF-11]', () => {
    const desk = resolved({}, { leftToFindOut: 'Why only floor 3?' })
    desk.act('noor', { type: 'raise-problem', problem: 'PRB-2026-000001' })
    expect(desk.all('problem-raised')).toMatchObject([{ leftToFindOut: 'Why only floor 3?' }])
  })
})

describe('the requester', () => {
  test('confirms in one click without login, once; the ticket is the desk’s to close [CLO-2] [CLO-1]', () => {
    const desk = resolved()
    desk.moveTo(on('11:30'))
    desk.act(linkTo(NUMBER), { type: 'confirm' })
    expect(desk.current()).toMatchObject({ state: 'resolved', confirmedAt: on('11:30'), satisfaction: null })
    desk.moveTo(on('11:40'))
    expect(desk.act('anna', { type: 'confirm' })).toEqual([])
    desk.act('anna', rated(4))
    expect(desk.current()).toMatchObject({ confirmedAt: on('11:30'), satisfaction: { score: 4 } })
    expect(desk.act('anna', rated(4))).toEqual([])
    desk.act('anna', rated(5))
    expect(desk.current().satisfaction).toEqual({ score: 5, comment: null })
  })

  test('gives a rating or none, not a reason why there is none [CLO-6]', () => {
    const none: TicketCommand = { type: 'confirm', satisfaction: { notObtained: 'no-answer' } }
    expect(refusalOf(() => resolved().act('anna', none))).toBe('invalid rating-needed')
  })

  test('rejects, and it goes back to work, to the same people [CLO-2]', () => {
    const desk = resolved()
    desk.act('anna', { type: 'confirm' })
    desk.moveTo(on('13:30'))
    desk.act(linkTo(NUMBER), { type: 'reject', reason: 'it still drops' })
    expect(desk.current()).toMatchObject({
      state: 'accepted',
      assignee: { id: 'noor' },
      resolvedAt: null,
      confirmedAt: null,
      resolution: null,
      stateBeforeResolution: null,
      confirmationSince: null,
      confirmationReminded: false,
      solution: 'Replaced the cable',
    })
    expect(desk.all('rejected')).toMatchObject([{ reason: 'it still drops', backTo: 'accepted', told: ['noor'] }])
  })

  test('had the ball while it was resolved: the time until the rejection is not the desk’s [WAI-3] [CLO-2]', () => {
    const desk = resolved()
    desk.moveTo(nextDay('11:00'))
    desk.act('anna', { type: 'reject', reason: 'it still drops' })
    expect(desk.current().pauses).toEqual([{ from: on('11:00'), to: nextDay('11:00'), code: 'awaiting-confirmation' }])
    desk.act('noor', solved)
    desk.moveTo(nextDay('12:00'))
    desk.act('anna', { type: 'reject', reason: 'and again' })
    expect(desk.current().pauses).toHaveLength(2)
  })

  test('rejecting what the desk solved itself, or what waited when it was solved, brings it back where it was [CLO-2]', () => {
    const own = deskAtWork()
    own.act('grace', recorded())
    own.act('grace', solved)
    own.act('grace', { type: 'reject', reason: 'she called' })
    expect(own.current().state).toBe('recorded')
    const waiting = deskAtWork({ ticket: ticketIn('waiting') })
    waiting.act('noor', solved)
    waiting.act('anna', { type: 'reject', reason: 'no' })
    expect(waiting.current()).toMatchObject({ state: 'accepted', waiting: null })
  })

  test('a resolved ticket of which nobody knows what it was goes back to the desk [CLO-2]', () => {
    const imported: Ticket = { ...ticketIn('resolved'), stateBeforeResolution: null }
    const desk = deskAtWork({ ticket: imported })
    desk.act('anna', { type: 'reject', reason: 'no' })
    expect(desk.current().state).toBe('recorded')
  })
})

describe('the desk closes', () => {
  test('with code, solution and satisfaction [CLO-1] [CLO-4] [CLO-5] [CLO-6]', () => {
    const desk = resolved()
    desk.act('grace', closed)
    expect(desk.current()).toMatchObject({
      state: 'closed',
      closedAt: on('11:00'),
      closeCode: 'solved',
      satisfaction: { score: 5 },
    })
    expect(desk.all('closed')).toMatchObject([{ bySystem: false }])
    expect(desk.wakeAt()).toBeNull()
  })

  test('with a code for people [CLO-4]', () => {
    expect(unclosable({ code: 'because' })).toBe('invalid unknown-close-code')
    expect(unclosable({ code: 'not-confirmed' })).toBe('invalid unknown-close-code')
  })

  test('with a rating, the requester’s or the one they gave by phone, or why there is none [CLO-6]', () => {
    expect(unclosable({ satisfaction: undefined })).toBe('invalid satisfaction-missing')
    expect(unclosable({ satisfaction: { notObtained: 'merged' } })).toBe('invalid unknown-not-obtained-code')
    expect(unclosable({ satisfaction: { notObtained: 'because' } })).toBe('invalid unknown-not-obtained-code')
    const unrated = resolved()
    unrated.act('grace', { ...closed, satisfaction: { notObtained: 'declined' } })
    expect(unrated.current().satisfaction).toEqual({ notObtained: 'declined' })
    const own = resolved()
    own.act('anna', rated(3))
    own.act('grace', { type: 'close', code: 'solved' })
    expect(own.current().satisfaction).toEqual({ score: 3, comment: null })
  })

  test('with a solution, which may be put better at the end [CLO-5]', () => {
    const imported = deskAtWork({ ticket: { ...ticketIn('resolved'), solution: null } })
    expect(refusalOf(() => imported.act('grace', closed))).toBe('invalid solution-missing')
    imported.act('grace', { ...closed, solution: 'A new cable' })
    expect(imported.current()).toMatchObject({ state: 'closed', solution: 'A new cable' })
    const desk = resolved()
    expect(desk.act('grace', { ...closed, solution: 'Replaced the cable' }).map(({ type }) => type)).toEqual(['closed'])
  })

  test('a major incident only after the user was called back about its solution [MAJ-7]', () => {
    const major = (judged: boolean) => {
      const desk = deskAtWork()
      desk.act('grace', recorded(GRADES[1]))
      desk.act('paula', { type: 'judge-major', confirmed: judged, reason: 'seen' })
      desk.act('grace', callBack)
      desk.moveTo(on('09:03'))
      desk.act('grace', solved)
      return desk
    }
    const callBack: TicketCommand = {
      type: 'contact',
      medium: 'phone',
      reached: true,
      note: 'Works again',
      faultConfirmed: true,
    }
    const confirmed = major(true)
    expect(refusalOf(() => confirmed.act('grace', closed))).toBe('invalid call-back-missing')
    confirmed.act('grace', callBack)
    confirmed.act('grace', closed)
    expect(confirmed.current().state).toBe('closed')
    const imported = deskAtWork({ ticket: { ...major(true).current(), resolvedAt: null } })
    expect(refusalOf(() => imported.act('grace', closed))).toBe('invalid call-back-missing')
    const demoted = major(false)
    demoted.act('grace', closed)
    expect(demoted.current().state).toBe('closed')
  })

  test('for good: closed never re-opens, also not by an answer, a rejection or an alarm [CLO-7] [LIF-8] [INT-6]', () => {
    const desk = resolved()
    desk.act('grace', closed)
    const acts: readonly TicketCommand[] = [
      { type: 'reject', reason: 'no' },
      { type: 'comment', text: 'no', visibility: 'public' },
      { type: 'confirm' },
    ]
    for (const act of acts) expect(refusalOf(() => desk.act('anna', act))).toBe('illegal-move ticket-closed')
  })

  test('a mail neither confirms, rejects nor closes [INT-6]', () => {
    for (const act of [{ type: 'confirm' }, { type: 'reject', reason: 'no' }, closed] as const)
      expect(refusalOf(() => resolved().act(mailFrom('anna@example.com'), act))).toBe('forbidden not-your-act')
  })
})

describe('a bad rating', () => {
  test('of 1 or 2 opens a review for the desk manager, 3 does not [CLO-6]', () => {
    for (const score of [1, 2, 3] as const) {
      const desk = resolved()
      desk.act('anna', rated(score))
      expect(desk.current().ratingReview).toBe(score < 3 ? 'open' : 'none')
      if (score < 3)
        expect(desk.all('rating-review-opened')).toEqual([{ type: 'rating-review-opened', told: ['diana'] }])
    }
  })

  test('given when closing opens one too; one ticket has one review [CLO-6]', () => {
    const desk = resolved()
    desk.act('anna', rated(1))
    desk.act('anna', rated(2))
    desk.act('grace', { type: 'close', code: 'solved' })
    expect(desk.all('rating-review-opened')).toHaveLength(1)
    const byPhone = resolved()
    byPhone.act('grace', { ...closed, satisfaction: { score: 2, comment: 'took too long' } })
    expect(byPhone.current().ratingReview).toBe('open')
  })

  test('is reviewed by the desk manager, with finding, measure and what was said, once [CLO-6]', () => {
    const desk = resolved()
    const found = { finding: 'We called too late.', measure: 'Call first.', conversation: 'Anna was cross.' }
    const review: TicketCommand = { type: 'review-rating', ...found }
    expect(refusalOf(() => desk.act('diana', review))).toBe('conflict no-review')
    desk.act('anna', rated(1))
    desk.act('diana', review)
    expect(desk.current().ratingReview).toBe('done')
    expect(desk.all('rating-reviewed')).toMatchObject([{ ...found, cause: null }])
    expect(desk.current().ratingReviewed).toEqual({ ...found, cause: null })
    expect(refusalOf(() => desk.act('diana', review))).toBe('conflict no-review')
    const unmeasured = resolved()
    unmeasured.act('anna', rated(1))
    unmeasured.act('diana', { type: 'review-rating', finding: 'A misunderstanding.' })
    expect(unmeasured.all('rating-reviewed')).toMatchObject([{ measure: null }])
  })
})

describe('what never became work', () => {
  test('is returned or cancelled with a reason, and that is its end [INT-11] [LIF-1]', () => {
    const ended = (command: TicketCommand) => {
      const desk = deskAtWork()
      desk.act('grace', recorded())
      desk.act('grace', command)
      return desk
    }
    const returned = ended({ type: 'return', reason: 'not our house' })
    expect(returned.current()).toMatchObject({ state: 'returned', closedAt: returned.now(), closeCode: null })
    expect(returned.all('returned')).toMatchObject([{ type: 'returned', reason: 'not our house' }])
    const cancelled = ended({ type: 'cancel', reason: 'mistake' })
    expect(cancelled.current()).toMatchObject({ state: 'cancelled', closedAt: cancelled.now() })
    expect(cancelled.all('cancelled')).toEqual([{ type: 'cancelled', reason: 'mistake' }])
    expect([returned.wakeAt(), cancelled.wakeAt()]).toEqual([null, null])
  })
})
