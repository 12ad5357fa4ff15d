import { describe, expect, test } from 'vitest'
import {
  type Address,
  type AddressCommand,
  type AddressEvent,
  addressId,
  isMailable,
} from '../../../shared/domain/address/address.ts'
import { ADDRESS_DECIDER } from '../../../shared/domain/address/address-decider.ts'
import { type Actor, actorRef, DESK } from '../../../shared/domain/people/actor.ts'

const T0 = '2026-03-02T01:00:00.000Z'
const LATER = '2026-03-02T02:00:00.000Z'
const agent: Actor = {
  kind: 'person',
  id: 'li',
  name: 'Li Na',
  email: 'li@example.com',
  roles: ['requester', 'desk'],
  groups: [],
  department: null,
}
const feedback = {
  type: 'note-feedback',
  verdict: 'bounced',
  address: 'jane@example.com',
  feedbackId: 'f-1',
  detail: '550 5.1.1 no such user',
  reportedAt: T0,
} as const

const having = (...acts: readonly (readonly [AddressCommand, Actor?, string?])[]) => {
  let state: Address | null = null
  let events: readonly AddressEvent[] = []
  for (const [command, actor = DESK, now = T0] of acts) {
    events = ADDRESS_DECIDER.decide(state, command, { now, actor, newId: () => 'id' })
    for (const event of events) state = ADDRESS_DECIDER.evolve(state, event, { at: now, actor: actorRef(actor) })
  }
  return { state, events }
}

describe('what mail has come back from', () => {
  test('a permanent bounce keeps the address from further mail [NOT-6]', () => {
    expect(having([feedback]).state?.suppressed).toEqual({ reason: 'bounced', since: T0, detail: feedback.detail })
  })

  test('so does a complaint [NOT-6]', () => {
    expect(having([{ ...feedback, verdict: 'complained' }]).state?.suppressed?.reason).toBe('complained')
  })

  test('a bounce that may pass is only noted, once however often it is reported [NOT-6]', () => {
    const passing = { ...feedback, verdict: 'may-pass' } as const
    const { state, events } = having([passing], [passing])
    expect(events).toEqual([])
    expect(state?.suppressed).toBeNull()
    expect(state?.passingBounces).toEqual([{ feedbackId: 'f-1', at: T0, detail: feedback.detail }])
  })

  test('of bounces that may pass the last twenty are kept [NOT-6]', () => {
    const many = Array.from(
      { length: 25 },
      (_, i) => [{ ...feedback, verdict: 'may-pass', feedbackId: `f-${i}` }] as const,
    )
    expect(having(...many).state?.passingBounces.map(({ feedbackId }) => feedbackId)).toEqual(
      Array.from({ length: 20 }, (_, i) => `f-${i + 5}`),
    )
  })

  test('the first reason stays [NOT-6]', () => {
    const { state, events } = having([feedback], [{ ...feedback, feedbackId: 'f-2', verdict: 'complained' }])
    expect(events).toEqual([])
    expect(state?.suppressed?.reason).toBe('bounced')
  })

  test('needs no clock [NOT-6]', () => {
    const { state } = having([feedback])
    if (!state) throw new Error('nothing noted')
    const context = { now: LATER, actor: DESK, newId: () => 'id' }
    expect(ADDRESS_DECIDER.passTime(state, context)).toEqual([])
    expect(ADDRESS_DECIDER.wakeAt(state, context)).toBeNull()
  })
})

describe('release by the desk', () => {
  const release = { type: 'release', reason: ' Mailbox exists again ' } as const

  test('allows mail again, with the reason and who said so [NOT-6]', () => {
    const { state, events } = having([feedback], [release, agent, LATER])
    expect(events).toEqual([
      { type: 'released', address: 'jane@example.com', reason: 'Mailbox exists again', by: actorRef(agent) },
    ])
    expect(state).toMatchObject({ suppressed: null, releasedAt: LATER, updatedAt: LATER })
  })

  test('an old report delivered again does not undo it, a new bounce does [NOT-6]', () => {
    expect(having([feedback], [release, agent, LATER], [feedback, DESK, LATER]).state?.suppressed).toBeNull()
    const newer = { ...feedback, feedbackId: 'f-9', reportedAt: '2026-03-02T02:00:00.001Z' }
    expect(having([feedback], [release, agent, LATER], [newer, DESK, LATER]).state?.suppressed?.since).toBe(LATER)
  })

  test('of an address that is mailed anyway changes nothing [NOT-6]', () => {
    expect(having([feedback], [release, agent, LATER], [release, agent, LATER]).events).toEqual([])
  })

  test('is for the desk, with a reason, of an address that is known [NOT-6, ROL-2]', () => {
    expect(() => having([feedback], [release])).toThrow(/desk/)
    expect(() => having([feedback], [{ ...release, reason: ' ' }, agent])).toThrow(/why/)
    expect(() => having([release, agent])).toThrow(/No mail has ever/)
  })
})

describe('an address', () => {
  test('is one however it is written [NOT-6]', () => {
    expect(['<Jane@Example.com>', '"Jane, Doe" <jane@example.COM> ', ' jane@example.com'].map(addressId)).toEqual([
      'jane@example.com',
      'jane@example.com',
      'jane@example.com',
    ])
  })

  test('can be mailed when nothing in it could pass for another header or recipient [NOT-6]', () => {
    expect(['jane@example.com', '张伟@例子.中国'].every(isMailable)).toBe(true)
    const bad = [
      '',
      'jane',
      'a@b@c',
      'a b@c.d',
      'a@b.c\nBcc: x@y.z',
      'a@b.c,d@e.f',
      '<a@b.c>',
      `${'a'.repeat(255)}@b.c`,
    ]
    expect(bad.some(isMailable)).toBe(false)
  })
})
