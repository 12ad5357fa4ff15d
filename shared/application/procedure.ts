import { type ExecutionId, executionOf, type Run, type RunCommand, type Wait } from '../domain/major-incident/run.ts'
import { procedureOf } from '../domain/major-incident/stage.ts'
import { isOver, type Lane, type ProcedureId, type Standing, standingIn } from '../domain/major-incident/standing.ts'
import { CLOCK, DESK } from '../domain/people/actor.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { manyPages } from './many-pages.ts'
import type { Position } from './ports.ts'
import { OPEN_PROCEDURES, type RunSummary, runKey, runRecord } from './run-record.ts'
import { ticketKey, ticketRecord } from './ticket-record.ts'

/** Where in which execution a task is: `steps` counts what the lane has done so far. */
export type Place = ExecutionId & { readonly lane: Lane; readonly steps: number }

const act = async (deps: Deps, { number }: Pick<ProcedureId, 'number'>, command: RunCommand): Promise<Run> =>
  (await executeOn(deps, runRecord, runKey(number), command, DESK)).state

const ticketOf = async (deps: Deps, number: string): Promise<Ticket | null> =>
  (await deps.store.load<Ticket>(ticketKey(number)))?.state ?? null

const positionAt = (place: Omit<Place, 'lane'>, { at, mark }: Standing): Position => ({
  ...executionOf(place),
  at,
  mark,
  steps: place.steps + 1,
})

const answer = async (deps: Deps, wait: Omit<Wait, 'id'>, standing: Standing): Promise<void> => {
  const { number, lane, attempt } = wait
  await deps.machine.answer(wait.token, positionAt(wait, standing))
  deps.log.info('The procedure goes on', { number, attempt, lane, at: standing.at })
}

/**
 * MAJ-9: where the lane stands. For its steps time passes first: should the record's wake-ups have been lost, what is due
 * is decided now.
 */
export const lookAtProcedure = async (deps: Deps, place: Place): Promise<Position> => {
  const { number, lane } = place
  const standing = standingIn(await ticketOf(deps, number), place, lane)
  if (lane !== 'steps' || isOver(standing)) return positionAt(place, standing)
  const { state } = await executeOn(deps, ticketRecord, ticketKey(number), { type: 'wake' }, CLOCK)
  return positionAt(place, standingIn(state, place, lane))
}

/**
 * MAJ-9: answers the token as soon as the record has left `mark`: at once when it has already, else `followProcedure` will.
 * The record is read again after the token is kept: a change in between had nobody to tell yet.
 */
export const waitInProcedure = async (
  deps: Deps,
  place: Place & { readonly mark: string; readonly token: string },
): Promise<void> => {
  const { number, lane, steps, mark, token } = place
  const wait = { ...executionOf(place), lane, steps, mark, token, id: deps.newId() }
  const before = standingIn(await ticketOf(deps, number), wait, lane)
  if (before.mark !== mark) return answer(deps, wait, before)
  await act(deps, wait, { type: 'wait', wait })
  const after = standingIn(await ticketOf(deps, number), wait, lane)
  if (after.mark === mark) return
  await answer(deps, wait, after)
  await act(deps, wait, { type: 'forget', waits: [wait.id] })
}

/** The execution that follows a procedure; a lost one is replaced, once per call, so that what breaks at once does not spin. */
const running = async (deps: Deps, procedure: ProcedureId): Promise<Run> => {
  const run = await act(deps, procedure, { type: 'begin', ...procedure })
  return (await deps.machine.start(executionOf(run))) === 'running' ? run : continueProcedure(deps, executionOf(run))
}

/** MAJ-9: has the procedure followed by a new execution from here on; asked twice, it is the same one. */
export const continueProcedure = async (deps: Deps, execution: ExecutionId): Promise<Run> => {
  const run = await act(deps, execution, { type: 'begin-anew', ...execution })
  await deps.machine.start(executionOf(run))
  deps.log.info('The procedure is followed by a new execution', { number: run.number, attempt: run.attempt })
  return run
}

const letGoOn = async (deps: Deps, ticket: Ticket, { number, waits }: Run): Promise<void> => {
  const told: string[] = []
  for (const wait of waits) {
    const standing = standingIn(ticket, wait, wait.lane)
    if (standing.mark === wait.mark) continue
    await answer(deps, wait, standing)
    told.push(wait.id)
  }
  if (told.length > 0) await act(deps, { number }, { type: 'forget', waits: told })
}

/**
 * MAJ-9: the state machine follows the record: there is an execution while the procedure is under way, and whatever waits
 * for something that has happened goes on. Safe to do at any time, twice, late, and after dying half-way.
 */
export const followProcedure = async (deps: Deps, number: string): Promise<void> => {
  const ticket = await ticketOf(deps, number)
  const procedure = ticket && procedureOf(ticket)
  if (!procedure) return
  const id = { number, startedAt: procedure.startedAt }
  if (!isOver(standingIn(ticket, id, 'steps'))) return letGoOn(deps, ticket, await running(deps, id))
  const run = (await deps.store.load<Run>(runKey(number)))?.state
  if (!run || run.ended) return
  await letGoOn(deps, ticket, run)
  await act(deps, id, { type: 'end' })
}

/** As many major incidents at once would be another kind of trouble. */
const MOST = { items: 1_000, requests: 10 }

/** MAJ-9: has every procedure looked after that is under way, so that a lost execution is replaced. Answers how many. */
export const followOpenProcedures = async (deps: Deps): Promise<number> => {
  const { items } = await manyPages<RunSummary>(deps.store, 'kind', OPEN_PROCEDURES, {}, MOST)
  for (const { summary } of items) await deps.procedures.follow(summary.number)
  return items.length
}
