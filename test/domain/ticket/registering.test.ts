import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import { stepClock } from '../../../shared/domain/sla/clock.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import { evolve } from '../../../shared/domain/ticket/evolve.ts'
import type { Registration } from '../../../shared/domain/ticket/registering.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import {
  anna,
  asActor,
  deskWithPolicy,
  GRADES,
  inShanghai,
  recorded,
  smallDesk,
} from '../../support/ticket-fixtures.ts'
import { rowFor } from '../report/counted.ts'

const night = (time: string) => inShanghai(`2026-03-01 ${time}`)

const registration: Registration = {
  reason: 'The desk itself was down.',
  occurredAt: night('02:00'),
  reportedAt: night('02:10'),
  assignedAt: night('02:12'),
  respondedAt: night('02:40'),
  restoredAt: night('05:00'),
  group: 'network',
  resolution: {
    outcome: 'cure',
    solution: 'New switch',
    cause: 'Fire',
    environmentChanged: false,
    leftToFindOut: null,
  },
}

const write = (
  more: Partial<Registration> = {},
  declared: object = {},
  desk: DeskAtWork = deskAtWork(),
): DeskAtWork => {
  desk.act('grace', recorded({ ...GRADES[1], afterTheFact: { ...registration, ...more }, ...declared }))
  return desk
}

describe('a major incident written after the fact', () => {
  test('has its true times, from which its promises are judged, and is marked [INT-12] [SLA-4]', () => {
    const desk = write()
    const ticket = desk.current()
    expect(ticket).toMatchObject({
      state: 'resolved',
      major: 'confirmed',
      group: 'network',
      recordedAt: night('02:10'),
      resolvedAt: night('05:00'),
      solution: 'New switch',
      afterTheFact: { reason: 'The desk itself was down.', writtenBy: 'Grace', writtenAt: desk.now(), confirmed: null },
    })
    const clock = (step: 'assign' | 'respond' | 'restore') =>
      stepClock(ticket, step, judgedBy(ticket, desk.context()), desk.now())
    expect(clock('assign')?.metAt).toBe(night('02:12'))
    expect(clock('respond')?.missedAt).toBe(night('02:25'))
    expect(clock('restore')?.metAt).toBe(night('05:00'))
    expect(rowFor(ticket)).toMatchObject({ postRegistered: true, recordedAt: night('02:10') })
  })

  test('alarms nobody for what is over: the desk and the IM are asked to confirm it, and that is all [INT-12] [NOT-4]', () => {
    const { targets } = smallDesk.policy.value
    const confirmed = { ...targets, 1: { ...targets[1], confirmMinutes: 60 } }
    const desk = write({}, {}, deskAtWork({ desk: deskWithPolicy({ targets: confirmed }) }))
    desk.fastForward({ days: 3 })
    expect(desk.events().map(({ type }) => type)).toEqual(['recorded', 'registered-afterwards'])
    expect(desk.all('registered-afterwards')).toMatchObject([{ told: ['grace', 'wei', 'ivan'] }])
    expect(desk.all('recorded')).toMatchObject([{ acknowledge: false }])
  })

  test.each([
    ['times-out-of-order', { reportedAt: night('01:59') }],
    ['times-out-of-order', { assignedAt: night('02:09') }],
    ['times-out-of-order', { respondedAt: night('02:09') }],
    ['times-out-of-order', { restoredAt: night('02:11') }],
    ['times-out-of-order', { respondedAt: night('05:01') }],
    ['not-over-yet', { restoredAt: inShanghai('2026-03-02 09:01') }],
    ['unknown-group', { group: 'nobody' }],
  ] as const)('is refused as %s [INT-12]', (code, more) => {
    expect(refusalOf(() => write(more))).toBe(`invalid ${code}`)
  })

  test('is refused when it is none, or too long ago by the policy [INT-12]', () => {
    expect(refusalOf(() => write({}, GRADES[2]))).toBe('invalid not-a-major-incident')
    expect(refusalOf(() => write({}, { kind: 'service-request' }))).toBe('invalid not-a-major-incident')
    const later = (hours: number) => deskAtWork({ at: plus(registration.restoredAt, hours * 3_600_000) })
    expect(write({}, {}, later(96)).current().state).toBe('resolved')
    expect(refusalOf(() => write({}, {}, later(97)))).toBe('invalid registered-too-late')
    const { registerWithinHours: _, ...older } = smallDesk.policy.value.intake
    const before = deskAtWork({
      desk: deskWithPolicy({ intake: older }),
      at: plus(registration.restoredAt, 97 * 3_600_000),
    })
    expect(refusalOf(() => write({}, {}, before))).toBe('invalid registered-too-late')
  })
})

describe('the second person', () => {
  test('confirms it, and is never the writer; until then it does not close [INT-12]', () => {
    const desk = write()
    const vouch = (who: string) => desk.act(who, { type: 'confirm-registration', confirmed: true })
    const close = () => desk.act('grace', { type: 'close', code: 'solved', satisfaction: { score: 4, comment: null } })
    desk.act('grace', { type: 'contact', medium: 'phone', reached: true, note: 'all well', faultConfirmed: true })
    expect(refusalOf(close)).toBe('invalid registration-unconfirmed')
    expect(refusalOf(() => vouch('grace'))).toBe('forbidden own-registration')
    vouch('wei')
    expect(desk.current().afterTheFact?.confirmed).toEqual({ at: desk.now(), by: 'Wei' })
    expect(refusalOf(() => vouch('ivan'))).toBe('conflict nothing-to-confirm')
    close()
    expect(desk.current().state).toBe('closed')
  })

  test('or does not, with a reason: then it is cancelled [INT-12]', () => {
    const desk = write()
    const refuse = (reason?: string) => desk.act('wei', { type: 'confirm-registration', confirmed: false, reason })
    expect(refusalOf(() => refuse())).toBe('invalid reason-missing')
    refuse('It lasted until six.')
    expect(desk.current()).toMatchObject({ state: 'cancelled', closedAt: desk.now() })
  })

  test('what is not solved after all goes back to work, without telling of promises long past [INT-12] [CLO-2]', () => {
    const desk = write()
    desk.act(asActor(anna), { type: 'reject', reason: 'Floor 2 is down.' })
    expect(desk.current().state).toBe('recorded')
    expect(desk.all('target-missed')).toEqual([])
    expect(desk.all('target-warned')).toEqual([])
  })
})

test('a confirmation of what was never written after the fact means nothing [INT-12]', () => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  const meta = { at: desk.now(), actor: { kind: 'person', id: 'wei', name: 'Wei' } } as const
  expect(evolve(desk.current(), { type: 'registration-confirmed' }, meta).afterTheFact).toBeNull()
})
