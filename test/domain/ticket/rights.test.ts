import { describe, expect, test } from 'vitest'
import { type Actor, CLOCK, DESK, MONITORING } from '../../../shared/domain/people/actor.ts'
import { DomainError } from '../../../shared/domain/refusal.ts'
import { ticketDecider } from '../../../shared/domain/ticket/decide.ts'
import { isKeptFrom } from '../../../shared/domain/ticket/rights.ts'
import { STATES, type Ticket, type TicketState } from '../../../shared/domain/ticket/ticket.ts'
import { contextOf, refusalOf } from '../../support/desk-at-work.ts'
import {
  anna,
  asActor,
  linkTo,
  MONDAY_9,
  mailFrom,
  NUMBER,
  personNamed,
  recorded,
  smallDesk,
  submitted,
  victor,
} from '../../support/ticket-fixtures.ts'
import { type LaterAct, readyFor, sensible } from './every-act.ts'
import { ticketIn } from './tickets-in-every-state.ts'

/** Everybody who may turn up at the ticket: anna's, recorded by grace, with noor's group or still with the desk. */
const actors: Readonly<Record<string, Actor>> = {
  anna: asActor(anna),
  'another requester': asActor(victor),
  'the link to it': linkTo(NUMBER),
  'a link to another': linkTo('INC-2026-000002'),
  'a verified mail': mailFrom('anna@example.com'),
  'an unverified mail': mailFrom('anna@example.com', { verified: false }),
  'a verified mail of the staff': mailFrom('grace@example.com', { staff: true }),
  desk: asActor(personNamed('grace')),
  diana: asActor(personNamed('diana')),
  engineer: asActor({ ...personNamed('noor'), groups: ['network', 'desk'] }),
  'engineer of another group': asActor(personNamed('petra')),
  'incident manager': asActor(personNamed('ivan')),
  'project manager': asActor(personNamed('paula')),
  management: asActor(personNamed('martin')),
  'service owner': asActor(personNamed('sofia')),
  'problem manager': asActor(personNamed('priya')),
  administrator: asActor(personNamed('ada')),
  'the clock': CLOCK,
}
const STAFF = Object.keys(actors).slice(7, -1)
const SUPPORT = ['desk', 'engineer']
const LEADING = ['desk', 'incident manager', 'project manager']
const OPEN: readonly TicketState[] = ['recorded', 'assigned', 'accepted', 'waiting']
const ALIVE: readonly TicketState[] = [...OPEN, 'resolved']

/** ROL-2, ROL-4 and LIF-1 once more, as the requirements have them: who may, and while the ticket is what. */
const MATRIX: Readonly<Record<LaterAct, { readonly who: readonly string[]; readonly when: readonly TicketState[] }>> = {
  classify: { who: ['desk'], when: OPEN },
  assign: { who: ['desk', 'diana'], when: ['recorded', 'assigned', 'accepted'] },
  transfer: { who: SUPPORT, when: ['assigned', 'accepted'] },
  accept: { who: [...SUPPORT, 'diana'], when: ['recorded', 'assigned'] },
  contact: { who: SUPPORT, when: ALIVE },
  comment: {
    who: [...STAFF, 'anna', 'the link to it', 'a verified mail', 'an unverified mail', 'a verified mail of the staff'],
    when: [...ALIVE, 'merged'],
  },
  diagnose: { who: SUPPORT, when: ['recorded', 'accepted', 'waiting'] },
  wait: { who: [...SUPPORT, 'incident manager'], when: ['recorded', 'assigned', 'accepted'] },
  resume: { who: [...SUPPORT, 'incident manager', 'diana'], when: ['waiting'] },
  'request-priority-change': { who: SUPPORT, when: ['assigned', 'accepted', 'waiting'] },
  'decide-priority-change': { who: ['desk'], when: OPEN },
  escalate: { who: [...SUPPORT, 'engineer of another group', 'incident manager'], when: OPEN },
  'propose-time': { who: SUPPORT, when: OPEN },
  'answer-time': { who: ['anna', 'the link to it'], when: OPEN },
  resolve: { who: SUPPORT, when: ['recorded', 'accepted', 'waiting'] },
  confirm: { who: ['anna', 'the link to it'], when: ['resolved'] },
  reject: { who: ['anna', 'the link to it', 'desk'], when: ['resolved'] },
  close: { who: ['desk'], when: ['resolved'] },
  cancel: { who: ['desk'], when: OPEN },
  'confirm-registration': { who: [...LEADING, 'diana'], when: ['resolved'] },
  screen: { who: ['desk'], when: ['recorded', 'assigned'] },
  return: { who: ['desk'], when: ['recorded', 'assigned'] },
  insist: { who: ['anna', 'the link to it'], when: ['returned'] },
  'decide-service': { who: ['project manager'], when: ['returned'] },
  'judge-major': { who: ['project manager'], when: ALIVE },
  'demote-major': { who: ['project manager'], when: ALIVE },
  'set-major-roles': { who: LEADING, when: ALIVE },
  'send-on-site': { who: [...LEADING, 'engineer'], when: OPEN },
  'note-arrival': { who: [...LEADING, 'engineer'], when: OPEN },
  'request-resource': { who: [...LEADING, 'engineer'], when: OPEN },
  'arrange-resource': { who: LEADING, when: OPEN },
  'ask-second-line': { who: [...LEADING, 'engineer'], when: OPEN },
  'involve-vendor': { who: [...LEADING, 'engineer'], when: OPEN },
  'update-audience': { who: LEADING, when: ALIVE },
  'review-solution': { who: ['project manager'], when: ['resolved'] },
  'write-report': { who: [...LEADING, 'engineer', 'the clock'], when: ['resolved', 'closed'] },
  'approve-report': { who: ['project manager'], when: ['resolved', 'closed'] },
  'send-report': { who: LEADING, when: ['resolved', 'closed'] },
  'attach-child': { who: LEADING, when: ALIVE },
  'detach-child': { who: [...LEADING, 'the clock'], when: ALIVE },
  merge: { who: ['desk'], when: ALIVE },
  unmerge: { who: ['desk'], when: ['merged'] },
  'merge-into': { who: ['the clock'], when: [...OPEN, 'merged'] },
  'release-duplicate': { who: ['the clock'], when: STATES },
  'pass-on-words': { who: ['the clock'], when: [...ALIVE, 'merged'] },
  'review-rating': { who: ['diana'], when: ['resolved', 'closed'] },
  'raise-problem': { who: [...SUPPORT, 'engineer of another group'], when: ['accepted', 'waiting', 'resolved'] },
  'note-alarm': { who: ['the clock'], when: ALIVE },
  'note-alarm-deleted': { who: ['the clock'], when: ALIVE },
  'attach-to-parent': { who: ['the clock'], when: OPEN },
  'detach-from-parent': { who: ['the clock'], when: ALIVE },
  'note-child': { who: ['the clock'], when: STATES },
  'follow-parent': { who: ['the clock'], when: ALIVE },
  'pass-on-update': { who: ['the clock'], when: ALIVE },
  wake: { who: ['the clock'], when: STATES },
}

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

const plain = new Map(STATES.map((state) => [state, frozen(ticketIn(state))]))

/** A ticket with something to act on has a request already, and is a major incident, which goes its own way. */
const NEEDS_NOTHING: ReadonlySet<LaterAct> = new Set([
  'request-priority-change',
  'merge-into',
  'propose-time',
  'insist',
])

/** A decision that changed its ticket, refused or not, would fail on the frozen one. */
const outcomeOf = (act: LaterAct, who: string, state: TicketState): string => {
  const found = plain.get(state)
  const ticket = NEEDS_NOTHING.has(act) || !found ? (found ?? null) : frozen(readyFor(act, found))
  try {
    ticketDecider.decide(ticket, sensible(who)[act], contextOf(smallDesk, actors[who] ?? DESK, MONDAY_9))
    return 'done'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.problem
  }
}

/** Only the desk resolves what it has not dispatched (LIF-2). */
const engineerCannotYet = (act: LaterAct, who: string, state: TicketState): boolean =>
  act === 'resolve' && state === 'recorded' && who === 'engineer'

describe('who may do what, and when', () => {
  test.each(Object.keys(MATRIX) as LaterAct[])(
    '%s: every role in every state; refused before it is looked at whether the move is legal [ROL-2] [LIF-1] [LIF-8]',
    (act) => {
      const { who, when } = MATRIX[act]
      const cells = Object.keys(actors).flatMap((name) => STATES.map((state) => [name, state] as const))
      const expected = cells.map(([name, state]) => {
        if (!who.includes(name)) return [name, state, 'forbidden']
        return [name, state, when.includes(state) && !engineerCannotYet(act, name, state) ? 'done' : 'illegal-move']
      })
      expect(cells.map(([name, state]) => [name, state, outcomeOf(act, name, state)])).toEqual(expected)
    },
  )

  test('everybody may submit, only the desk records [ROL-2] [INT-1]', () => {
    const decided = (command: ReturnType<typeof submitted>, actor: Actor) => () =>
      ticketDecider.decide(null, command, contextOf(smallDesk, actor, MONDAY_9))
    for (const [name, actor] of Object.entries(actors)) {
      const mayRecord = name === 'desk'
      const maySubmit = actor.kind !== 'link'
      if (mayRecord) expect(decided(recorded(), actor)()).toHaveLength(1)
      else expect(refusalOf(decided(recorded(), actor)), name).toBe('forbidden not-your-act')
      if (maySubmit) expect(decided(submitted(), actor)()).toHaveLength(1)
      else expect(refusalOf(decided(submitted(), actor)), name).toBe('forbidden not-your-act')
    }
  })

  test('nobody acts on what is not there, and nothing is recorded twice [LIF-1]', () => {
    const context = contextOf(smallDesk, asActor(personNamed('grace')), MONDAY_9)
    expect(refusalOf(() => ticketDecider.decide(null, { type: 'cancel', reason: 'none' }, context))).toBe(
      'not-found unknown-ticket',
    )
    expect(refusalOf(() => ticketDecider.decide(ticketIn('recorded'), recorded(), context))).toBe(
      'conflict ticket-exists',
    )
  })

  test('a refusal names the nearest reason [ROL-2] [LIF-1] [LIF-8]', () => {
    const decided = (state: TicketState, who: string, act: LaterAct) =>
      refusalOf(() =>
        ticketDecider.decide(
          ticketIn(state),
          sensible(who)[act],
          contextOf(smallDesk, asActor(personNamed(who)), MONDAY_9),
        ),
      )
    expect(decided('accepted', 'petra', 'transfer')).toBe('forbidden not-your-group')
    expect(decided('accepted', 'martin', 'transfer')).toBe('forbidden not-your-act')
    expect(decided('closed', 'grace', 'classify')).toBe('illegal-move ticket-closed')
    expect(decided('waiting', 'grace', 'transfer')).toBe('illegal-move illegal-move')
  })

  test('support work is for the group that has the ticket, or whoever it is assigned to [ROL-2]', () => {
    const ticket = ticketIn('assigned')
    const accepts = (actor: Actor, of: Ticket) => () =>
      ticketDecider.decide(of, { type: 'accept' }, contextOf(smallDesk, actor, MONDAY_9))
    const petra = asActor(personNamed('petra'))
    expect(refusalOf(accepts(petra, ticket))).toBe('forbidden not-your-group')
    expect(accepts(petra, { ...ticket, assignee: { id: 'petra', name: 'Petra' } })()).toHaveLength(1)
  })

  test('who recorded a ticket may have it wait, also when moved to other work; a requester may not [ROL-2]', () => {
    const ticket = { ...ticketIn('recorded'), recordedBy: 'priya' }
    const waits = (actor: Actor, of: Ticket) => () =>
      ticketDecider.decide(of, sensible('').wait, contextOf(smallDesk, actor, MONDAY_9))
    expect(waits(asActor(personNamed('priya')), ticket)()).toHaveLength(1)
    expect(refusalOf(waits(asActor(anna), { ...ticket, recordedBy: 'anna' }))).toBe('forbidden not-your-act')
  })

  test('a security incident is kept from staff who have no part in it [PRI-9]', () => {
    const ticket: Ticket = { ...ticketIn('accepted'), security: true }
    const kept = Object.keys(actors).filter((name) => isKeptFrom(ticket, actors[name] ?? DESK))
    expect(kept).toEqual([
      'another requester',
      'engineer of another group',
      'management',
      'service owner',
      'problem manager',
      'administrator',
    ])
    const petra = contextOf(smallDesk, asActor(personNamed('petra')), MONDAY_9)
    expect(refusalOf(() => ticketDecider.decide(ticket, sensible('').escalate, petra))).toBe('forbidden not-your-group')
    expect(isKeptFrom({ ...ticket, security: false }, asActor(personNamed('petra')))).toBe(false)
    expect(isKeptFrom(ticket, MONITORING)).toBe(false)
  })
})
