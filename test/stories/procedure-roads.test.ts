import { expect, test } from 'vitest'
import { PROCEDURE_ACTS } from '../../shared/contract/procedure-view.ts'
import type { ProcedureMoment } from '../../shared/domain/major-incident/due-procedure.ts'
import { STAGES } from '../../shared/domain/major-incident/procedure.ts'
import type { Step, UpdateState } from '../../shared/domain/major-incident/standing.ts'
import { PROCEDURE_ROADS, type Stand } from '../support/procedure-roads.ts'

const legs = PROCEDURE_ROADS.flatMap((road) => road.legs)
const stands: readonly Partial<Stand>[] = [...PROCEDURE_ROADS.flatMap(({ from = {} }) => from), ...legs]

/** The types say when one is missing here. */
const UPDATES: Readonly<Record<UpdateState, true>> = { running: true, reminded: true, escalated: true, over: true }
const BESIDE_THE_STAGES: Readonly<Record<Exclude<Step, (typeof STAGES)[number]>, true>> = { unjudged: true }
const MOMENTS: Readonly<Record<ProcedureMoment['due'], true>> = {
  'step-overdue': true,
  'second-line': true,
  vendor: true,
  'update-missed': true,
}

const sorted = (names: Iterable<string | undefined>): readonly string[] =>
  [...new Set(names)].filter((name) => name !== undefined).toSorted()

test('the desk is killed at every step of the procedure, and at every state of its status updates [MAJ-9]', () => {
  expect(sorted(stands.map(({ at }) => at))).toEqual(sorted([...STAGES, ...Object.keys(BESIDE_THE_STAGES)]))
  expect(sorted(stands.map(({ updates }) => updates))).toEqual(sorted(Object.keys(UPDATES)))
})

test('every decision of the procedure is made, and everything comes due that it does by itself [MAJ-9]', () => {
  const decided = sorted(legs.map((leg) => ('does' in leg ? leg.does : undefined)))
  expect(decided).toEqual(sorted([...PROCEDURE_ACTS, 'assign', 'accept', 'resolve', 'close']))
  expect(sorted(legs.map((leg) => ('due' in leg ? leg.due : undefined)))).toEqual(sorted(Object.keys(MOMENTS)))
})

test('decisions arrive just before the desk dies, and while it comes up again [MAJ-9]', () => {
  const killed = legs.filter((leg) => 'does' in leg && leg.at)
  expect(new Set(killed.map((leg) => 'whileRestarting' in leg))).toEqual(new Set([true, false]))
})
