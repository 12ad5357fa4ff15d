import { describe, expect, test } from 'vitest'
import { type Actor, DESK } from '../../../shared/domain/people/actor.ts'
import { personDecider } from '../../../shared/domain/people/person-decider.ts'
import { refusalOf } from '../../support/desk-at-work.ts'
import { anna, asActor, MONDAY_9, mailFrom, personNamed } from '../../support/ticket-fixtures.ts'

const context = (actor: Actor) => ({ now: MONDAY_9, actor, newId: () => 'id' })
const administrator = context(asActor(personNamed('ada')))
const known = { ...anna, updatedAt: MONDAY_9 }

describe('people', () => {
  test('are kept by administrators and by the desk when it is set up, by nobody else [ROL-2, ROL-5]', () => {
    const command = { type: 'put', person: anna } as const
    expect(personDecider.decide(null, command, administrator)).toEqual([{ type: 'person-put', person: anna }])
    expect(personDecider.decide(null, command, context(DESK))).toHaveLength(1)
    for (const actor of [asActor(personNamed('diana')), asActor(anna), mailFrom('ada@example.com')]) {
      expect(refusalOf(() => personDecider.decide(null, command, context(actor)))).toBe('forbidden not-your-act')
    }
  })

  test('the same again is no change, anything else is [ROL-5]', () => {
    expect(personDecider.decide(known, { type: 'put', person: anna }, administrator)).toEqual([])
    const vip = { ...anna, vip: true }
    expect(personDecider.decide(known, { type: 'put', person: vip }, administrator)).toHaveLength(1)
  })

  test('a person is what was last put, from that moment on, and wants nothing by itself [ROL-5]', () => {
    const meta = { at: MONDAY_9, actor: { kind: 'person', id: 'ada', name: 'Ada' } } as const
    expect(personDecider.evolve(null, { type: 'person-put', person: anna }, meta)).toEqual(known)
    expect(personDecider.passTime(known, administrator)).toEqual([])
    expect(personDecider.wakeAt(known, administrator)).toBeNull()
  })

  test('everybody sets the ways to themselves, nobody those of others [NOT-2] [ROL-2]', () => {
    const ways = { language: 'zh-CN', phone: null, mobile: '+86 138 0013 8000', channels: ['sms', 'email'] } as const
    const command = { type: 'set-ways', ways } as const
    const own = context(asActor(anna))
    expect(personDecider.decide(known, command, own)).toEqual([{ type: 'ways-set', ways }])
    const meta = { at: MONDAY_9, actor: { kind: 'person', id: 'anna', name: 'Anna' } } as const
    const set = personDecider.evolve(known, { type: 'ways-set', ways }, meta)
    expect(set).toEqual({ ...known, ...ways })
    expect(personDecider.decide(set, command, own)).toEqual([])
    for (const actor of [asActor(personNamed('ada')), DESK]) {
      expect(refusalOf(() => personDecider.decide(known, command, context(actor)))).toBe('forbidden not-your-act')
    }
    expect(refusalOf(() => personDecider.decide(null, command, own))).toBe('forbidden not-your-act')
  })
})
