import { expect, test } from 'vitest'
import { type MonthReview, type ReviewCommand, reviewDecider } from '../../../shared/domain/improvement/month-review.ts'
import { actorRef } from '../../../shared/domain/people/actor.ts'
import { DomainError } from '../../../shared/domain/refusal.ts'
import { asActor, MONDAY_9, personNamed, smallDesk } from '../../support/ticket-fixtures.ts'

const KEEP: ReviewCommand = {
  type: 'keep-minutes',
  month: '2026-02',
  edition: 1,
  heldOn: '2026-03-02',
  participants: ['Ivan', 'A guest'],
  minutes: 'Printers, again.',
}

const kept = (review: MonthReview | null, who: string, command: ReviewCommand): MonthReview | null => {
  const actor = asActor(personNamed(who))
  const context = { now: MONDAY_9, actor, newId: () => 'id', desk: smallDesk }
  const events = reviewDecider.decide(review, command, context)
  return events.reduce<MonthReview | null>(
    (state, event) => reviewDecider.evolve(state, event, { at: MONDAY_9, actor: actorRef(actor) }),
    review,
  )
}

const refusal = (who: string, command: ReviewCommand): string => {
  try {
    kept(null, who, command)
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'done'
}

test('the minutes of a month are kept by incident and desk manager, and completed [REP-5] [ROL-2]', () => {
  const first = kept(null, 'ivan', KEEP)
  expect(first).toMatchObject({ month: '2026-02', edition: 1, participants: ['Ivan', 'A guest'], keptBy: 'Ivan' })
  expect(kept(first, 'diana', { ...KEEP, minutes: 'Printers, and mail.' })).toMatchObject({
    minutes: 'Printers, and mail.',
    keptBy: 'Diana',
  })
  expect(
    first &&
      reviewDecider.wakeAt(first, {
        now: MONDAY_9,
        actor: asActor(personNamed('ivan')),
        newId: () => '',
        desk: smallDesk,
      }),
  ).toBeNull()
  expect(
    first &&
      reviewDecider.passTime(first, {
        now: MONDAY_9,
        actor: asActor(personNamed('ivan')),
        newId: () => '',
        desk: smallDesk,
      }),
  ).toEqual([])
})

test.each(['martin', 'grace', 'noor'])('%s may not keep them [ROL-2]', (who) => {
  expect(refusal(who, KEEP)).toBe('not-your-act')
})

test('a review that has not been held has no minutes [REP-5]', () => {
  expect(refusal('ivan', { ...KEEP, heldOn: '2026-03-03' })).toBe('not-held-yet')
})
