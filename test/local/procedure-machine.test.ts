import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { procedureHandler } from '../../functions/procedure.ts'
import { type LocalMachine, localMachine } from '../../local/procedure-machine.ts'
import { followOpenProcedures, followProcedure } from '../../shared/application/procedure.ts'
import { runKey } from '../../shared/application/run-record.ts'
import { plus } from '../../shared/domain/instant.ts'
import { type Procedure, STAGES, type Stage } from '../../shared/domain/major-incident/procedure.ts'
import type { Run } from '../../shared/domain/major-incident/run.ts'
import { DeskOnTable } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { candidate, putAt, STARTED_AT } from '../support/procedures.ts'

let desk: DeskOnTable
let machine: LocalMachine
const machines: LocalMachine[] = []
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.errors.length = 0
  restart()
})
afterEach(async () => {
  for (const each of machines.splice(0)) await each.stop()
  expect(desk.errors).toEqual([])
})

/** As after a restart of the desk: no execution, and nobody who knows the tokens of the old ones. */
function restart(): void {
  machine = localMachine(desk.deps.log)
  machines.push(machine)
  machine.serve(procedureHandler(desk.deps))
  desk.machine = machine
}

const follow = async (number: string): Promise<void> => {
  await followProcedure(desk.deps, number)
  await machine.idle()
}

const run = async (number: string) => (await desk.deps.store.load<Run>(runKey(number)))?.state

/** What the machine waits for, lane by lane. */
const waitsOf = async (number: string) =>
  Object.fromEntries((await run(number))?.waits.map(({ lane, mark }) => [lane, mark]) ?? [])

const RUNNING = `running since ${STARTED_AT}`
const isEnd = (stage: Stage): boolean => stage === 'closed' || stage === 'demoted'
const expected = (stage: Stage) => (isEnd(stage) ? {} : { steps: stage, requesters: RUNNING, management: RUNNING })

const ROAD = STAGES.filter((stage) => stage !== 'demoted')

/** Waits with the tokens the machine would have to be told. */
const tokensOf = async (number: string) => (await run(number))?.waits.map(({ token }) => token) ?? []

describe('the machine follows the record [MAJ-9]', () => {
  test('all the way, each change told twice', async () => {
    const number = await desk.opened()
    for (const stage of ROAD) {
      await putAt(desk, number, stage)
      await Promise.all([followProcedure(desk.deps, number), followProcedure(desk.deps, number)])
      await follow(number)
      expect([stage, await waitsOf(number)]).toEqual([stage, expected(stage)])
    }
    expect(await run(number)).toMatchObject({ attempt: 1, ended: true })
    expect(await machine.start({ number, startedAt: STARTED_AT, attempt: 1 })).toBe('ended')
  })

  test.each(STAGES)('started at “%s” it comes to that place, and once more after a restart', async (stage) => {
    const number = await desk.opened()
    await putAt(desk, number, 'candidate')
    await follow(number)
    await putAt(desk, number, stage)
    restart()
    await follow(number)
    expect(await waitsOf(number)).toEqual(expected(stage))
    const before = await tokensOf(number)
    restart()
    await followOpenProcedures(desk.deps)
    for (const followed of desk.followed.splice(0)) await followProcedure(desk.deps, followed)
    await machine.idle()
    expect(await waitsOf(number)).toEqual(expected(stage))
    expect((await tokensOf(number)).filter((token) => before.includes(token))).toEqual([])
  })

  test('to wherever it jumps, forth and back', async () => {
    const number = await desk.opened()
    for (const stage of [
      'candidate',
      'vendor',
      'review',
      'first-line',
      'mobilising',
      'call-back',
      'second-line',
    ] as const) {
      await putAt(desk, number, stage)
      await follow(number)
      expect([stage, await waitsOf(number)]).toEqual([stage, expected(stage)])
    }
  })

  test('a candidate nobody judges is management’s, demoted it is over [MAJ-2]', async () => {
    const number = await desk.opened()
    await putAt(desk, number, 'candidate')
    await follow(number)
    await putAt(desk, number, 'candidate', { silencesTold: 1 })
    await follow(number)
    expect((await waitsOf(number))['steps']).toBe('unjudged')
    await putAt(desk, number, 'demoted', { silencesTold: 1 })
    await follow(number)
    expect(await run(number)).toMatchObject({ waits: [], ended: true })
  })

  const rhythm = (since: string, told: number): Partial<Procedure> => ({
    rhythm: { ...candidate.rhythm, management: { since, told } },
  })

  test('the status updates of each audience go their own way beside it [MAJ-4]', async () => {
    const number = await desk.opened()
    const later = plus(STARTED_AT, 1_800_000)
    for (const [told, since, mark] of [
      [0, STARTED_AT, RUNNING],
      [1, STARTED_AT, 'reminded'],
      [2, STARTED_AT, 'escalated'],
      [0, later, `running since ${later}`],
    ] as const) {
      await putAt(desk, number, 'first-line', rhythm(since, told))
      await follow(number)
      expect(await waitsOf(number)).toEqual({ steps: 'first-line', requesters: RUNNING, management: mark })
    }
  })

  test('after a hundred steps of one lane a new execution goes on from there', async () => {
    const number = await desk.opened()
    for (let update = 0; update <= 60; update += 1) {
      await putAt(desk, number, 'vendor', rhythm(plus(STARTED_AT, update * 60_000), 0))
      await follow(number)
    }
    expect(await run(number)).toMatchObject({ attempt: 2, ended: false })
    expect(await waitsOf(number)).toMatchObject({ steps: 'vendor', requesters: RUNNING })
    expect(await machine.start({ number, startedAt: STARTED_AT, attempt: 1 })).toBe('ended')
    await putAt(desk, number, 'closed')
    await follow(number)
    expect(await machine.start({ number, startedAt: STARTED_AT, attempt: 2 })).toBe('ended')
  })

  test('of a ticket that became a candidate again it follows the new procedure, and lets the old one end', async () => {
    const number = await desk.opened()
    await putAt(desk, number, 'mobilising')
    await follow(number)
    const startedAt = plus(STARTED_AT, 3_600_000)
    await putAt(desk, number, 'candidate', { startedAt })
    await follow(number)
    expect(await run(number)).toMatchObject({ startedAt, attempt: 1 })
    expect((await waitsOf(number))['steps']).toBe('candidate')
    expect(await machine.start({ number, startedAt: STARTED_AT, attempt: 1 })).toBe('ended')
    expect(await machine.start({ number, startedAt, attempt: 1 })).toBe('running')
  })

  test('a late token changes nothing', async () => {
    const number = await desk.opened()
    await putAt(desk, number, 'candidate')
    await follow(number)
    const [late = ''] = await tokensOf(number)
    await putAt(desk, number, 'mobilising')
    await follow(number)
    const position = { number, startedAt: STARTED_AT, attempt: 1, at: 'closed', mark: 'closed', steps: 1 } as const
    await machine.answer(late, position)
    await machine.answer('nobody’s', position)
    await machine.idle()
    expect(await waitsOf(number)).toEqual(expected('mobilising'))
  })
})
