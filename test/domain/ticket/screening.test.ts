import { describe, expect, test } from 'vitest'
import { stepClock } from '../../../shared/domain/sla/clock.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import { evolve } from '../../../shared/domain/ticket/evolve.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { anna, asActor, GRADES, inShanghai, linkTo, NUMBER, submitted } from '../../support/ticket-fixtures.ts'
import { resultOf, rowFor } from '../report/counted.ts'

const opened = (): DeskAtWork => {
  const desk = deskAtWork()
  desk.act(asActor(anna), submitted({ service: 'mail' }))
  desk.act('grace', { type: 'classify', ...GRADES[4] })
  return desk
}

const returned = (as?: 'change' | 'new-requirement'): DeskAtWork => {
  const desk = opened()
  desk.act('grace', { type: 'return', reason: 'Ask the housekeeping.', as })
  return desk
}

describe('screening', () => {
  test('finds it in scope by an act of its own, once [INT-11]', () => {
    const desk = opened()
    expect(desk.current().screening).toBeNull()
    desk.act('grace', { type: 'screen' })
    expect(desk.current().screening).toEqual({ outcome: 'accepted', at: desk.now(), by: 'Grace', reason: null })
    expect(refusalOf(() => desk.act('grace', { type: 'screen' }))).toBe('conflict already-screened')
    desk.act('grace', { type: 'assign', group: 'network' })
    expect(desk.current().screening?.by).toBe('Grace')
  })

  test('or by dispatching it or taking it on [INT-11]', () => {
    for (const command of [{ type: 'assign', group: 'network' }, { type: 'accept' }] as const) {
      const desk = opened()
      desk.act('grace', command)
      expect(desk.current().screening).toMatchObject({ outcome: 'accepted', by: 'Grace' })
    }
  })

  test.each([
    [undefined, 'out-of-scope'],
    ['change', 'change'],
    ['new-requirement', 'new-requirement'],
  ] as const)('returns it as %s with the reason [INT-11]', (as, outcome) => {
    const desk = returned(as)
    expect(desk.current()).toMatchObject({
      state: 'returned',
      screening: { outcome, by: 'Grace', reason: 'Ask the housekeeping.' },
    })
    expect(desk.wakeAt()).toBeNull()
  })

  test('a ticket returned before there were kinds was out of scope, and its requester may insist [INT-11]', () => {
    const desk = opened()
    const meta = { at: desk.now(), actor: { kind: 'person', id: 'grace', name: 'Grace' } } as const
    const { screening: _, insistence: __, ...older } = desk.current()
    const ticket = evolve(older, { type: 'returned', reason: 'x' }, meta)
    expect(ticket.screening).toMatchObject({ outcome: 'out-of-scope' })
    const later = deskAtWork({ ticket, at: desk.now() })
    later.act(asActor(anna), { type: 'insist' })
    expect(later.current().insistence).toMatchObject({ decision: null })
  })
})

describe('a customer who insists', () => {
  test('is heard by the project manager, once, also by the link of the mail [INT-11]', () => {
    const desk = returned()
    expect(desk.act(linkTo(NUMBER), { type: 'insist', text: 'We have paid for it.' })).toEqual([
      { type: 'insisted', text: 'We have paid for it.', told: ['paula'] },
    ])
    expect(desk.act(asActor(anna), { type: 'insist' })).toEqual([])
    expect(desk.current()).toMatchObject({
      state: 'returned',
      insistence: { text: 'We have paid for it.', decision: null },
    })
  })

  test('is served: back at the desk, and the time it lay returned is in no promise [INT-11] [WAI-3]', () => {
    const desk = returned()
    const targetOf = () => stepClock(desk.current(), 'respond', judgedBy(desk.current(), desk.context()), desk.now())
    desk.fastForward({ hours: 1 })
    desk.act(asActor(anna), { type: 'insist' })
    desk.fastForward({ hours: 1 })
    desk.act('paula', { type: 'decide-service', serve: true, reason: 'It is in their contract.' })
    expect(desk.all('service-decided')).toMatchObject([{ serve: true, told: ['grace', 'wei'] }])
    expect(desk.current()).toMatchObject({
      state: 'recorded',
      group: 'desk',
      assignee: null,
      closedAt: null,
      screening: { outcome: 'accepted', by: 'Paula', reason: 'It is in their contract.' },
      insistence: { decision: { serve: true, by: 'Paula' } },
    })
    expect(targetOf()).toMatchObject({ usedMs: 0, missedAt: null })
    desk.act('grace', { type: 'return', reason: 'By mistake.' })
    expect(refusalOf(() => desk.act(asActor(anna), { type: 'insist' }))).toBe('conflict service-decided')
  })

  test('waits for no answer in silence: after half a working day the project manager is reminded, after a whole one management is told too [INT-11]', () => {
    const desk = returned()
    desk.act(asActor(anna), { type: 'insist' })
    desk.fastForward({ days: 5 })
    expect(desk.all('decision-overdue')).toEqual([
      { type: 'decision-overdue', round: 1, dueAt: inShanghai('2026-03-02 14:30'), told: ['paula'] },
      { type: 'decision-overdue', round: 2, dueAt: inShanghai('2026-03-03 09:30'), told: ['paula', 'martin'] },
    ])
    desk.act('paula', { type: 'decide-service', serve: false, reason: 'They have not paid.' })
    expect(desk.wakeAt()).toBeNull()
  })

  test('whoever decides in time is reminded of nothing [INT-11]', () => {
    const desk = returned()
    desk.act(asActor(anna), { type: 'insist' })
    expect(desk.wakeAt()).toBe(inShanghai('2026-03-02 14:30'))
    desk.act('paula', { type: 'decide-service', serve: false, reason: 'They have not paid.' })
    desk.fastForward({ days: 5 })
    expect(desk.all('decision-overdue')).toEqual([])
  })

  test('is declined: it stays returned, and nobody can insist again [INT-11]', () => {
    const desk = returned()
    desk.act(asActor(anna), { type: 'insist' })
    desk.act('paula', { type: 'decide-service', serve: false, reason: 'Not in their contract.' })
    expect(desk.all('service-decided')).toMatchObject([{ serve: false, told: [] }])
    expect(desk.current()).toMatchObject({ state: 'returned', insistence: { decision: { serve: false } } })
    expect(refusalOf(() => desk.act(asActor(anna), { type: 'insist' }))).toBe('conflict service-decided')
    const again = () => desk.act('paula', { type: 'decide-service', serve: true, reason: 'x' })
    expect(refusalOf(again)).toBe('conflict nobody-insists')
  })

  test('nothing is decided where nobody insists [INT-11]', () => {
    const decide = (desk: DeskAtWork) => () => desk.act('paula', { type: 'decide-service', serve: true, reason: 'x' })
    expect(refusalOf(decide(returned()))).toBe('conflict nobody-insists')
    expect(refusalOf(decide(opened()))).toBe('illegal-move illegal-move')
  })
})

test('returned tickets are counted apart, by what they were returned as; what is served after all counts like any other [INT-11] [REP-2]', () => {
  const insisted = (serve: boolean) => {
    const desk = returned()
    desk.act(asActor(anna), { type: 'insist' })
    desk.act('paula', { type: 'decide-service', serve, reason: 'x' })
    return desk
  }
  const open = returned()
  open.act(asActor(anna), { type: 'insist' })
  const rows = [returned(), returned('change'), returned('new-requirement'), insisted(false), insisted(true), open].map(
    (desk) => rowFor(desk.current()),
  )
  expect(rows.map((row) => row.insisted)).toEqual([null, null, null, 'declined', 'served', 'open'])
  expect(resultOf(rows, 'returned').value).toBe(5)
  expect(resultOf(rows, 'redirected').value).toBe(2)
  expect(resultOf(rows, 'service-declined').value).toBe(1)
  expect(resultOf(rows, 'served-on-insistence').value).toBe(1)
  expect(resultOf(rows, 'responded-in-time').denominator).toBe(1)
})
