import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, CLOCK } from '../../../shared/domain/people/actor.ts'
import { DomainError } from '../../../shared/domain/refusal.ts'
import { allowedActs } from '../../../shared/domain/ticket/allowed-acts.ts'
import { ticketDecider } from '../../../shared/domain/ticket/decide.ts'
import { STATES, type Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { contextOf } from '../../support/desk-at-work.ts'
import { anna, asActor, personNamed, smallDesk } from '../../support/ticket-fixtures.ts'
import { type LaterAct, majorOnes, sensible, withSomethingToActOn } from './every-act.ts'
import { arbitraryWalk, everybody, live } from './ticket-walks.ts'
import { ticketIn } from './tickets-in-every-state.ts'

/** Whether the act is open to the actor; what the desk refuses about its particulars is not the question. */
const isOpen = (ticket: Ticket, actor: Actor, act: LaterAct): boolean => {
  const who = actor.kind === 'person' ? actor.id : ''
  try {
    const events = ticketDecider.decide(ticket, sensible(who)[act], contextOf(smallDesk, actor, ticket.updatedAt))
    return (act !== 'confirm' && act !== 'insist') || events.length > 0
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (['forbidden', 'illegal-move'].includes(error.problem)) return false
    return error.problem !== 'conflict' || ['already-assigned', 'proposal-replaced'].includes(error.code)
  }
}

const openActs = (ticket: Ticket, actor: Actor): readonly LaterAct[] =>
  (Object.keys(sensible('')) as LaterAct[]).filter((act) => isOpen(ticket, actor, act))

/** People only: offers are for them; an engineer of every group among them. */
const people: readonly Actor[] = [
  ...everybody.filter(({ kind }) => kind !== 'system'),
  asActor({ ...personNamed('noor'), groups: ['desk', 'network', 'platform', 'acme'] }),
]

test('what is offered is what is not refused, to everybody, in every state [ROL-2] [LIF-1]', () => {
  for (const state of STATES) {
    const plain = ticketIn(state)
    for (const ticket of [
      plain,
      withSomethingToActOn(plain),
      ...majorOnes(plain),
      { ...plain, problem: 'PRB-2026-000009' },
    ]) {
      for (const actor of people)
        expect([...allowedActs(ticket, actor)].sort(), state).toEqual([...openActs(ticket, actor)].sort())
    }
  }
})

test('what is offered is what is not refused, whatever the ticket has been through [ROL-2] [LIF-1]', () => {
  fc.assert(
    fc.property(arbitraryWalk(), fc.constantFrom(...people), (walk, actor) => {
      const ticket = live(walk).current()
      expect([...allowedActs(ticket, actor)].sort()).toEqual([...openActs(ticket, actor)].sort())
    }),
    { numRuns: 150 },
  )
})

test('a requester who has confirmed may still rate, and then has nothing more to confirm [CLO-2] [CLO-6]', () => {
  const resolved = ticketIn('resolved')
  const offered = (ticket: Ticket) => allowedActs(ticket, asActor(anna)).includes('confirm')
  const confirmed: Ticket = { ...resolved, confirmedAt: resolved.updatedAt }
  expect(offered(resolved)).toBe(true)
  expect(offered(confirmed)).toBe(true)
  expect(offered({ ...confirmed, satisfaction: { score: 4, comment: null } })).toBe(false)
})

test('nobody is offered what only the desk itself does [ROL-2]', () => {
  const own: readonly LaterAct[] = [
    'note-alarm',
    'note-alarm-deleted',
    'attach-to-parent',
    'detach-from-parent',
    'note-child',
    'follow-parent',
    'pass-on-update',
    'wake',
  ]
  const ticket = withSomethingToActOn(ticketIn('assigned'))
  for (const actor of everybody) {
    const offered = allowedActs(ticket, actor).filter((act) => own.includes(act as LaterAct))
    expect(offered).toEqual(actor === CLOCK ? own : [])
  }
})
