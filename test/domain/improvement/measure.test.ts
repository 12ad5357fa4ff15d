import { describe, expect, test } from 'vitest'
import type { Measure, MeasureCommand, MeasureEvent } from '../../../shared/domain/improvement/measure.ts'
import { type MeasureContext, measureDecider } from '../../../shared/domain/improvement/measure-decider.ts'
import { measureLetter } from '../../../shared/domain/improvement/measure-letter.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { type Actor, actorRef, CLOCK, DESK } from '../../../shared/domain/people/actor.ts'
import { DomainError } from '../../../shared/domain/refusal.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { asActor, inShanghai, MONDAY_9, personNamed, smallDesk } from '../../support/ticket-fixtures.ts'

const PLAN: Extract<MeasureCommand, { readonly type: 'plan' }> = {
  type: 'plan',
  number: 'SIP-2026-000001',
  title: 'Spare printers on every floor',
  detail: '',
  owner: 'noor',
  dueOn: '2026-03-06',
  review: '2026-02',
  ticket: null,
}

const actorNamed = (who: string | Actor): Actor => (typeof who === 'string' ? asActor(personNamed(who)) : who)

/** One measure and what is done with it. */
class Plan {
  measure: Measure | null = null
  now: Instant = MONDAY_9
  readonly #desk: Desk

  constructor(desk: Desk = smallDesk) {
    this.#desk = desk
  }

  #context(actor: Actor): MeasureContext {
    return { now: this.now, actor, newId: () => 'id', desk: this.#desk }
  }

  #take(actor: Actor, events: readonly MeasureEvent[]): readonly MeasureEvent[] {
    for (const event of events)
      this.measure = measureDecider.evolve(this.measure, event, { at: this.now, actor: actorRef(actor) })
    return events
  }

  act(who: string | Actor, command: MeasureCommand): readonly MeasureEvent[] {
    const actor = actorNamed(who)
    return this.#take(actor, measureDecider.decide(this.measure, command, this.#context(actor)))
  }

  passTime(now: Instant): readonly MeasureEvent[] {
    this.now = now
    return this.measure ? this.#take(CLOCK, measureDecider.passTime(this.measure, this.#context(CLOCK))) : []
  }

  get wakeAt(): Instant | null {
    return this.measure && measureDecider.wakeAt(this.measure, this.#context(CLOCK))
  }

  refusal(who: string | Actor, command: MeasureCommand): string {
    try {
      this.act(who, command)
    } catch (error) {
      if (error instanceof DomainError) return error.code
      throw error
    }
    return 'done'
  }
}

const planned = (more: Partial<typeof PLAN> = {}): Plan => {
  const plan = new Plan()
  plan.act('ivan', { ...PLAN, ...more })
  return plan
}

describe('a measure of the improvement plan', () => {
  test('has owner, date, state and the review it comes from; its owner is to be told [REP-5]', () => {
    const plan = planned()
    expect(plan.measure).toMatchObject({
      owner: { id: 'noor', name: 'Noor' },
      dueOn: '2026-03-06',
      state: 'open',
      review: '2026-02',
      toTell: 'owner',
      overdue: false,
    })
    expect(plan.act('ivan', PLAN)).toEqual([])
    plan.act(DESK, { type: 'note-told' })
    expect(plan.measure?.toTell).toBeNull()
    expect(plan.act(DESK, { type: 'note-told' })).toEqual([])
  })

  test('is overdue when work begins after its date, and its owner is reminded every week until it ends [REP-5]', () => {
    const plan = planned()
    plan.act(DESK, { type: 'note-told' })
    expect(plan.wakeAt).toBe(inShanghai('2026-03-09 09:00'))
    expect(plan.passTime(inShanghai('2026-03-09 08:59'))).toEqual([])
    expect(plan.passTime(inShanghai('2026-03-09 09:00'))).toMatchObject([{ type: 'measure-overdue' }])
    expect(plan.measure).toMatchObject({ overdue: true, toTell: 'overdue' })
    expect(plan.act(CLOCK, { type: 'wake' })).toEqual([])
    expect(plan.wakeAt).toBe(inShanghai('2026-03-16 09:00'))
    plan.act('diana', { type: 'finish', outcome: 'Bought' })
    expect(plan.measure).toMatchObject({ state: 'done', outcome: 'Bought', toTell: null, endedAt: plan.now })
    expect(plan.wakeAt).toBeNull()
    expect(plan.passTime(inShanghai('2026-04-01 09:00'))).toEqual([])
  })

  test('a desk that never opens reminds at midnight', () => {
    const plan = new Plan({ ...smallDesk, calendars: new Map() })
    plan.act('ivan', PLAN)
    expect(plan.wakeAt).toBe('2026-03-07T00:00:00.000Z')
  })

  test('another date starts anew, another owner is told, and nothing new is nothing [REP-5]', () => {
    const plan = planned()
    plan.act(DESK, { type: 'note-told' })
    plan.passTime(inShanghai('2026-03-09 09:00'))
    plan.act('diana', { type: 'change', dueOn: '2026-03-20' })
    expect(plan.measure).toMatchObject({ overdue: false, toTell: 'overdue', remindAt: inShanghai('2026-03-23 09:00') })
    plan.act('diana', { type: 'change', owner: 'ada', title: 'Spare printers', detail: 'Four' })
    expect(plan.measure).toMatchObject({ owner: { id: 'ada' }, toTell: 'owner', title: 'Spare printers' })
    expect(plan.act('diana', { type: 'change', owner: 'ada', title: 'Spare printers' })).toEqual([])
  })

  test('its owner notes how it goes; others only if the plan is theirs [REP-5] [ROL-2]', () => {
    const plan = planned()
    plan.act('noor', { type: 'note', text: 'Ordered' })
    expect(plan.measure?.progress).toEqual({ at: MONDAY_9, by: 'Noor', text: 'Ordered' })
    plan.act('diana', { type: 'note', text: 'Good' })
    expect(plan.refusal('grace', { type: 'note', text: 'Mine?' })).toBe('not-your-act')
    expect(plan.refusal(DESK, { type: 'note', text: 'Nobody' })).toBe('not-your-act')
  })

  test('that was dropped or done too early is gone on with, and reminds again [REP-5]', () => {
    const plan = planned()
    plan.act('ivan', { type: 'drop', outcome: 'Too dear' })
    expect(plan.measure?.state).toBe('dropped')
    expect(plan.refusal('ivan', { type: 'finish', outcome: 'Bought' })).toBe('measure-ended')
    plan.act('ivan', { type: 'reopen', why: 'There is money' })
    expect(plan.measure).toMatchObject({ state: 'open', outcome: null, remindAt: inShanghai('2026-03-09 09:00') })
    expect(plan.refusal('ivan', { type: 'reopen', why: 'Again' })).toBe('measure-open')
    plan.now = inShanghai('2026-03-11 10:00')
    plan.act('ivan', { type: 'finish', outcome: 'Bought' })
    plan.act('ivan', { type: 'reopen', why: 'They do not print' })
    expect(plan.wakeAt).toBe(inShanghai('2026-03-18 10:00'))
  })

  test.each(['noor', 'grace', 'martin'])('%s may not plan, change, end or go on with one [ROL-2]', (who) => {
    expect(new Plan().refusal(who, PLAN)).toBe('not-your-act')
    for (const command of [
      { type: 'change', title: 'Mine' },
      { type: 'finish', outcome: 'Done' },
      { type: 'drop', outcome: 'No' },
      { type: 'reopen', why: 'Yes' },
      { type: 'note-told' },
    ] as const) {
      expect(planned().refusal(who, command)).toBe('not-your-act')
    }
  })

  test('needs an owner who works here and a date that is to come', () => {
    expect(new Plan().refusal('ivan', { ...PLAN, owner: 'anna' })).toBe('unknown-person')
    expect(new Plan().refusal('ivan', { ...PLAN, dueOn: '2026-03-01' })).toBe('due-in-the-past')
    expect(new Plan().refusal('ivan', { ...PLAN, dueOn: 'soon' })).toBe('due-in-the-past')
    expect(planned({ dueOn: '2026-03-02' }).wakeAt).toBe(inShanghai('2026-03-03 09:00'))
    expect(new Plan().refusal('ivan', { type: 'note', text: 'x' })).toBe('unknown-measure')
    const orphan = { type: 'measure-noted', text: 'x' } as const
    expect(() => measureDecider.evolve(null, orphan, { at: MONDAY_9, actor: actorRef(DESK) })).toThrow('starts with')
  })
})

describe('what the owner is told', () => {
  const head = { deskName: 'Desk', url: 'https://desk.test/improvement/SIP-2026-000001' }

  test.each([
    ['en', 'owner', 'SIP-2026-000001 is yours: Spare printers on every floor'],
    ['en', 'overdue', 'SIP-2026-000001 is overdue: Spare printers on every floor'],
    ['zh-CN', 'owner', 'SIP-2026-000001 由您负责：Spare printers on every floor'],
    ['zh-CN', 'overdue', 'SIP-2026-000001 已逾期：Spare printers on every floor'],
  ] as const)('in %s of %s [REP-5]', (language, toTell, subject) => {
    const { measure } = planned()
    if (!measure) throw new Error('nothing planned')
    const letter = measureLetter({ ...measure, toTell }, { name: 'Noor', language }, head)
    expect(letter).toMatchObject({ subject, buttons: [{ url: head.url }] })
    expect(letter.facts.map(({ value }) => value)).toEqual([
      'SIP-2026-000001 Spare printers on every floor',
      '2026-03-06',
    ])
    const progress = { at: MONDAY_9, by: 'Noor', text: 'Ordered' }
    const later = measureLetter({ ...measure, toTell, progress }, { name: 'Noor', language }, head)
    expect(later.facts.at(-1)?.value).toBe('Ordered')
  })
})
