import { expect, test } from 'vitest'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { type ProblemCommand, problemDecider } from '../../../shared/domain/problem/problem-decider.ts'
import { MONDAY_9, NUMBER } from '../../support/ticket-fixtures.ts'

const context = { now: MONDAY_9, actor: DESK, newId: () => 'id' }
const meta = { at: MONDAY_9, actor: { kind: 'system', id: 'desk', name: 'desk' } } as const

test('what is left to find out is registered once, from its incident [PRB-1, LIF-11]', () => {
  const found = {
    number: 'PRB-2026-000001',
    title: 'VPN drops every hour',
    question: 'Why only over Wi-Fi?',
    service: 'mail',
    item: null,
    category: 'vpn',
    fromTicket: NUMBER,
  }
  const command: ProblemCommand = { type: 'register', ...found }
  const [registered, ...others] = problemDecider.decide(null, command, context)
  expect(others).toEqual([])
  if (!registered) throw new Error('nothing was registered')
  const problem = problemDecider.evolve(null, registered, meta)
  expect(problem).toEqual({ ...found, state: 'registered', registeredAt: MONDAY_9 })
  expect(problemDecider.decide(problem, command, context)).toEqual([])
  expect(problemDecider.passTime(problem, context)).toEqual([])
  expect(problemDecider.wakeAt(problem, context)).toBeNull()
})
