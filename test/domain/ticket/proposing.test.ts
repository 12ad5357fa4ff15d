import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import type { Policy, TargetRow } from '../../../shared/domain/setting/policy.ts'
import { stepClock } from '../../../shared/domain/sla/clock.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import { agreedUntil, proposalOf } from '../../../shared/domain/ticket/time-proposal.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import {
  alarmChange,
  anna,
  asActor,
  deskWithPolicy,
  GRADES,
  inShanghai,
  linkTo,
  NUMBER,
  recorded,
  smallDesk,
  submitted,
} from '../../support/ticket-fixtures.ts'
import { solved } from './tickets-in-every-state.ts'

const { escalation } = smallDesk.policy.value
const quiet = deskWithPolicy({ escalation: { ...escalation, matrix: { 1: [], 2: [], 3: [], 4: [] } } })
const on = (wallTime: string) => inShanghai(`2026-03-02 ${wallTime}`)

/** Nothing but the solution is promised at priority 3, so that nothing else raises it meanwhile. */
const onlyRestore = (row: Partial<TargetRow> = {}, more: Partial<Policy> = {}) => {
  const { policy } = quiet
  const third = { ...policy.value.targets[3], assignMinutes: null, respondMinutes: null, ...row }
  return {
    ...quiet,
    policy: { version: 1, value: { ...policy.value, targets: { ...policy.value.targets, 3: third }, ...more } },
  }
}

/** Priority 2, accepted by noor at 09:00: promised by 17:00, warned of at 15:24. */
const inWork = (setUp = quiet): DeskAtWork => {
  const desk = deskAtWork({ desk: setUp })
  desk.act('grace', recorded(GRADES[2]))
  desk.act('grace', { type: 'assign', assignee: 'noor' })
  desk.act('noor', { type: 'accept' })
  return desk
}

const propose = (desk: DeskAtWork, restoreBy: string, who = 'noor') =>
  desk.act(who, { type: 'propose-time', restoreBy, reason: 'The part comes tonight.' })

const answer = (desk: DeskAtWork, agreed: boolean, text?: string, proposal = 1) =>
  desk.act(asActor(anna), { type: 'answer-time', proposal, agreed, text })

const outcome = (desk: DeskAtWork) => proposalOf(desk.current())?.outcome

describe('a later time', () => {
  test('is proposed with a reason by the assignee or the desk; the promise stays [SLA-5]', () => {
    const desk = inWork()
    propose(desk, on('20:00'))
    expect(proposalOf(desk.current())).toEqual({
      round: 1,
      restoreBy: on('20:00'),
      dueAt: on('17:00'),
      cause: 'person',
      reason: 'The part comes tonight.',
      by: { id: 'noor', name: 'Noor' },
      proposedAt: on('09:00'),
      outcome: 'open',
      answeredAt: null,
      text: null,
    })
    answer(desk, true)
    const clock = stepClock(desk.current(), 'restore', judgedBy(desk.current(), desk.context()), desk.now())
    expect(clock?.dueAt).toBe(on('17:00'))
  })

  test('that is past, no later than the promise, or asked already is refused with the reason [SLA-5]', () => {
    const desk = inWork()
    desk.moveTo(on('10:00'))
    expect(refusalOf(() => propose(desk, on('09:59')))).toBe('invalid time-past')
    expect(refusalOf(() => propose(desk, on('17:00')))).toBe('invalid time-not-later')
    propose(desk, on('20:00'))
    expect(refusalOf(() => propose(desk, on('20:00'), 'grace'))).toBe('invalid already-proposed')
    expect(refusalOf(() => propose(desk, on('20:00'), 'petra'))).toBe('forbidden not-your-group')
  })

  test('takes the place of the one before; an answer to that one is refused [SLA-5]', () => {
    const desk = inWork()
    propose(desk, on('20:00'))
    propose(desk, on('21:00'), 'grace')
    expect(desk.current().proposals?.map((each) => each.outcome)).toEqual(['replaced', 'open'])
    expect(refusalOf(() => answer(desk, true))).toBe('conflict proposal-replaced')
    answer(desk, true, undefined, 2)
    expect(outcome(desk)).toBe('agreed')
  })

  test('has an end: nobody is asked for the thirty-first time [SLA-5]', () => {
    const desk = inWork()
    for (let round = 1; round <= 30; round += 1) propose(desk, plus(on('20:00'), round * 60_000))
    expect(refusalOf(() => propose(desk, on('23:00')))).toBe('invalid too-many-proposals')
    desk.fastForwardTo(on('15:30'))
    expect(desk.current().proposals).toHaveLength(30)
  })

  test('is asked of nobody where nobody can answer: monitoring, or a caller without a name or address [SLA-5]', () => {
    const alarm = deskAtWork({ desk: quiet })
    alarm.act({ kind: 'system', name: 'monitoring' }, submitted({ ...GRADES[2], alarm: alarmChange() }))
    const caller = deskAtWork({ desk: quiet })
    const { requester } = recorded() as { readonly requester: object }
    const nobody = { ...requester, personId: null, email: null } as never
    caller.act('grace', recorded({ ...GRADES[2], requester: nobody }))
    for (const desk of [alarm, caller]) {
      expect(refusalOf(() => propose(desk, on('20:00'), 'grace'))).toBe('invalid nobody-to-ask')
      desk.fastForwardTo(on('15:30'))
      expect(desk.all('target-warned').at(-1)).toMatchObject({ step: 'restore' })
      expect(desk.all('time-proposed')).toEqual([])
    }
  })
})

describe('at the warning', () => {
  test('the desk proposes half of the target more while somebody works on it, and tells those who are warned [SLA-5]', () => {
    const desk = inWork()
    desk.fastForwardTo(on('15:24'))
    expect(desk.all('time-proposed')).toEqual([
      {
        type: 'time-proposed',
        round: 1,
        restoreBy: on('21:00'),
        dueAt: on('17:00'),
        cause: 'in-work',
        addedPercent: 50,
        reason: null,
        by: null,
      },
    ])
    expect(desk.all('target-warned')).toMatchObject([{ proposed: on('21:00') }])
  })

  test('and the whole target once more where nobody has begun, in service hours, to the quarter [SLA-5]', () => {
    const desk = deskAtWork({ desk: onlyRestore(), at: on('09:05') })
    desk.act('grace', recorded(GRADES[3]))
    // 16 working hours from 09:05 end on Wednesday at 10:05, 16 more on Friday at 11:05
    desk.fastForwardTo(inShanghai('2026-03-03 18:00'))
    expect(desk.all('time-proposed')).toMatchObject([
      { cause: 'not-begun', dueAt: inShanghai('2026-03-04 10:05'), restoreBy: inShanghai('2026-03-06 11:15') },
    ])
  })

  test('by the shares of the policy the ticket keeps; one of before there was any has the usual [SLA-5] [ESC-9]', () => {
    const { laterTime: _, ...older } = quiet.policy.value
    const own = { ...older, laterTime: { inWorkPercent: 25, notBegunPercent: 75 } }
    const proposedBy = (value: typeof older) => {
      const desk = inWork({ ...quiet, policy: { version: 1, value } })
      desk.fastForwardTo(on('15:24'))
      return desk.all('time-proposed')[0]?.restoreBy
    }
    expect(proposedBy(older)).toBe(on('21:00'))
    expect(proposedBy(own)).toBe(on('19:00'))
  })

  test('nothing is proposed by itself where somebody has asked beyond the promise, or has an agreement [SLA-5]', () => {
    for (const agreed of [false, true]) {
      const desk = inWork()
      propose(desk, on('20:00'))
      if (agreed) answer(desk, true)
      desk.fastForwardTo(on('15:30'))
      expect(desk.all('time-proposed')).toHaveLength(1)
      expect(desk.all('target-warned')[0]).not.toHaveProperty('proposed')
    }
  })

  test('a promise re-graded to a later one than was asked for is asked for anew, to an earlier one is not [SLA-5]', () => {
    const desk = inWork()
    propose(desk, on('17:30'))
    desk.act('grace', { type: 'classify', ...GRADES[3], reason: 'a single user' })
    desk.fastForwardTo(inShanghai('2026-03-04 09:00'))
    expect(desk.current().proposals?.map((each) => [each.round, each.cause, each.outcome])).toEqual([
      [1, 'person', 'unanswered'],
      [2, 'in-work', 'open'],
    ])
    const sooner = inWork()
    propose(sooner, on('20:00'))
    sooner.act('grace', { type: 'classify', ...GRADES[1], reason: 'all of them' })
    sooner.fastForwardTo(on('12:30'))
    expect(sooner.all('time-proposed')).toHaveLength(1)
  })

  test('while the ticket waits nothing is proposed by itself; afterwards it is, beyond the later promise [SLA-5] [WAI-3]', () => {
    const desk = inWork()
    desk.moveTo(on('15:00'))
    desk.act('noor', { type: 'wait', code: 'vendor', reason: 'asked' })
    desk.fastForwardTo(on('17:00'))
    expect(desk.all('time-proposed')).toEqual([])
    desk.act('noor', { type: 'resume' })
    desk.fastForwardTo(on('17:30'))
    expect(desk.all('time-proposed')).toMatchObject([{ dueAt: on('19:00'), restoreBy: on('23:00') }])
  })

  test('nothing is proposed that would take longer than anybody can reckon [SLA-5]', () => {
    const laterTime = { inWorkPercent: 1_000, notBegunPercent: 1_000 }
    const desk = deskAtWork({ desk: onlyRestore({ restoreMinutes: 525_600 }, { laterTime }) })
    desk.act('grace', recorded(GRADES[3]))
    desk.fastForward({ days: 1_500 })
    expect(desk.all('target-warned')).toHaveLength(1)
    expect(desk.all('time-proposed')).toEqual([])
  })
})

describe('the answer', () => {
  const asked = () => {
    const desk = inWork()
    desk.fastForwardTo(on('15:24'))
    return desk
  }

  test('is one click: agreed, or objected, with words or without [SLA-5]', () => {
    const agreed = asked()
    answer(agreed, true)
    expect(proposalOf(agreed.current())).toMatchObject({ outcome: 'agreed', answeredAt: on('15:24'), text: null })
    const objected = asked()
    answer(objected, false)
    expect(outcome(objected)).toBe('objected')
  })

  test('that objects is told to the assignee and the IM, also by the link; agreement needs nobody to act [SLA-5]', () => {
    const desk = asked()
    desk.act(linkTo(NUMBER), { type: 'answer-time', proposal: 1, agreed: false, text: 'We open at eight.' })
    expect(desk.all('time-answered')).toEqual([
      {
        type: 'time-answered',
        round: 1,
        restoreBy: on('21:00'),
        agreed: false,
        text: 'We open at eight.',
        told: ['noor', 'ivan'],
      },
    ])
    answer(desk, true)
    expect(desk.all('time-answered')[1]).toMatchObject({ agreed: true, told: [] })
  })

  test('twice is one; a mind may be changed until the time has come [SLA-5]', () => {
    const desk = asked()
    answer(desk, true)
    expect(answer(desk, true)).toEqual([])
    answer(desk, false, 'Not after all.')
    expect(answer(desk, false)).toEqual([])
    expect(answer(desk, false, 'Not after all.')).toEqual([])
    answer(desk, true)
    expect(outcome(desk)).toBe('agreed')
    expect(desk.all('time-answered')).toHaveLength(3)
  })

  test('that never comes is noted when the time has; then it is too late [SLA-5]', () => {
    const desk = asked()
    desk.fastForwardTo(on('21:00'))
    expect(outcome(desk)).toBe('open')
    desk.fastForward({ ms: 1 })
    expect(outcome(desk)).toBe('unanswered')
    expect(desk.all('time-unanswered')).toEqual([{ type: 'time-unanswered', round: 1, restoreBy: on('21:00') }])
    expect(refusalOf(() => answer(desk, true))).toBe('conflict no-open-proposal')
    propose(desk, inShanghai('2026-03-03 12:00'))
    answer(desk, true, undefined, 2)
    expect(agreedUntil(desk.current())).toBe(inShanghai('2026-03-03 12:00'))
  })

  test('is overtaken by the solution; back in work there is nothing to answer until it is asked anew [SLA-5] [CLO-2]', () => {
    const desk = asked()
    desk.act('noor', solved)
    expect(outcome(desk)).toBe('overtaken')
    expect(refusalOf(() => answer(desk, true))).toBe('illegal-move illegal-move')
    desk.act(asActor(anna), { type: 'reject', reason: 'still drops' })
    expect(refusalOf(() => answer(desk, true))).toBe('conflict no-open-proposal')
    propose(desk, on('22:00'))
    answer(desk, true, undefined, 2)
    expect(outcome(desk)).toBe('agreed')
  })

  test('given before the solution stays what it was [SLA-5]', () => {
    const desk = asked()
    answer(desk, true)
    desk.act('noor', solved)
    expect(outcome(desk)).toBe('agreed')
  })

  test('of a ticket stored before there were any: there is nothing to answer [SLA-5]', () => {
    const { proposals: _, ...older } = asked().current()
    const desk = deskAtWork({ desk: quiet, ticket: older, at: on('15:24') })
    expect(agreedUntil(older)).toBeNull()
    expect(refusalOf(() => answer(desk, true))).toBe('conflict no-open-proposal')
    propose(desk, on('20:00'))
    expect(desk.current().proposals).toHaveLength(1)
  })
})

test('what was agreed on the phone counts as well; the latest time counts [SLA-5] [LIF-10]', () => {
  const desk = inWork()
  const phoned = (reached: boolean, handlingTimeAgreedAt?: string) =>
    desk.act('noor', {
      type: 'contact',
      medium: 'phone',
      reached,
      note: 'x',
      faultConfirmed: true,
      handlingTimeAgreedAt,
    })
  phoned(true)
  phoned(false, on('23:00'))
  expect(agreedUntil(desk.current())).toBeNull()
  phoned(true, on('18:00'))
  expect(agreedUntil(desk.current())).toBe(on('18:00'))
  propose(desk, on('20:00'))
  answer(desk, true)
  expect(agreedUntil(desk.current())).toBe(on('20:00'))
})
