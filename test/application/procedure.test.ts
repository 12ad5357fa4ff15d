import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { procedureHandler } from '../../functions/procedure.ts'
import { sweepHandler } from '../../functions/sweep.ts'
import type { Machine, Position, StreamChange } from '../../shared/application/ports.ts'
import { type Place, waitInProcedure } from '../../shared/application/procedure.ts'
import { react } from '../../shared/application/react.ts'
import { runKey } from '../../shared/application/run-record.ts'
import { executionName, type Run } from '../../shared/domain/major-incident/run.ts'
import { DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { dyingAtEveryCall } from '../support/dying.ts'
import { testTable } from '../support/dynamodb.ts'
import { putAt, STARTED_AT } from '../support/procedures.ts'
import { MONDAY_9 } from '../support/ticket-fixtures.ts'

let desk: DeskOnTable
let machine: ReturnType<typeof stepFunctions>
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  desk.followed.length = 0
  machine = stepFunctions()
  desk.machine = machine
})

/** What Step Functions promises: a name counts once, and a token may be answered as often as one likes. */
const stepFunctions = () => {
  const executions = new Map<string, 'running' | 'ended'>()
  const answers: { readonly token: string; readonly position: Position }[] = []
  return {
    answers,
    names: () => [...executions.keys()],
    endAll: () => {
      for (const name of executions.keys()) executions.set(name, 'ended')
    },
    start: async (execution) => {
      const name = executionName(execution)
      if (!executions.has(name)) executions.set(name, 'running')
      return executions.get(name) ?? 'running'
    },
    answer: async (token, position) => void answers.push({ token, position }),
  } satisfies Machine & Readonly<Record<string, unknown>>
}

const handle = (task: Parameters<ReturnType<typeof procedureHandler>>[0]) => procedureHandler(desk.deps)(task)
const follow = (number: string) => handle({ task: 'follow', number })
const run = async (number: string) => (await desk.deps.store.load<Run>(runKey(number)))?.state
const marksOf = async (number: string) => (await run(number))?.waits.map(({ mark }) => mark)

const steps = (number: string): Place => ({ number, startedAt: STARTED_AT, attempt: 1, lane: 'steps', steps: 4 })
const waitFor = (number: string, mark: string, token: string) => handle({ task: 'wait', ...steps(number), mark, token })

const candidateOf = async (): Promise<string> => {
  const number = await desk.opened()
  await putAt(desk, number, 'candidate')
  return number
}

/** A candidate whose machine waits for the judgement. */
const waiting = async (token = 'token'): Promise<string> => {
  const number = await candidateOf()
  await follow(number)
  await waitFor(number, 'candidate', token)
  return number
}

const mobilising = (number: string): Position => ({
  ...{ number, startedAt: STARTED_AT, attempt: 1, steps: 5 },
  ...{ at: 'mobilising', mark: 'mobilising' },
})

describe('an execution follows each procedure [MAJ-9]', () => {
  test('started once, however often the beginning is told', async () => {
    const number = await candidateOf()
    await Promise.all([follow(number), follow(number)])
    await follow(number)
    expect(machine.names()).toEqual([executionName({ number, startedAt: STARTED_AT, attempt: 1 })])
  })

  test('a lost one is replaced by the next change, one at a time', async () => {
    const number = await waiting()
    machine.endAll()
    await follow(number)
    expect(await run(number)).toMatchObject({ attempt: 2, waits: [], ended: false })
    machine.endAll()
    await follow(number)
    await follow(number)
    expect(machine.names().map((name) => name.at(-1))).toEqual(['1', '2', '3'])
  })

  test('one that has become long is continued in a new one, once', async () => {
    const number = await waiting()
    const task = { task: 'continue', number, startedAt: STARTED_AT, attempt: 1 } as const
    await handle(task)
    await handle(task)
    expect(await run(number)).toMatchObject({ attempt: 2 })
    expect(machine.names()).toHaveLength(2)
  })

  test('there is none for a ticket without a procedure, or where it was over before anybody followed', async () => {
    const number = await desk.opened()
    await follow(number)
    await follow('INC-2026-999999')
    await putAt(desk, number, 'demoted')
    await follow(number)
    expect([machine.names(), await run(number)]).toEqual([[], undefined])
  })

  test('a ticket that is opened again after its end is followed again', async () => {
    const number = await waiting()
    await putAt(desk, number, 'closed')
    await follow(number)
    expect(await run(number)).toMatchObject({ ended: true, waits: [] })
    machine.endAll()
    await putAt(desk, number, 'vendor')
    await follow(number)
    expect(await run(number)).toMatchObject({ ended: false, attempt: 2 })
  })
})

describe('a wait [MAJ-9]', () => {
  test('is answered when the record moves on, with where it stands then', async () => {
    const number = await waiting()
    await follow(number)
    expect([machine.answers, await marksOf(number)]).toEqual([[], ['candidate']])
    await putAt(desk, number, 'mobilising')
    await follow(number)
    expect(machine.answers).toEqual([{ token: 'token', position: mobilising(number) }])
    await follow(number)
    expect([machine.answers.length, await marksOf(number)]).toEqual([1, []])
  })

  test('for what has happened already is answered at once, and nothing is kept', async () => {
    const number = await waiting()
    await putAt(desk, number, 'mobilising')
    await waitFor(number, 'candidate', 'late')
    expect(machine.answers).toEqual([{ token: 'late', position: mobilising(number) }])
    expect((await run(number))?.waits.map(({ token }) => token)).toEqual(['token'])
  })

  test('is answered when the record moves on while the token is being kept', async () => {
    const number = await candidateOf()
    await follow(number)
    let moved = false
    desk.fate = async (name, call) => {
      if (name === 'store.commit' && !moved) {
        moved = true
        await putAt(desk, number, 'mobilising')
      }
      return call()
    }
    await waitFor(number, 'candidate', 'token')
    expect(machine.answers).toEqual([{ token: 'token', position: mobilising(number) }])
    expect(await marksOf(number)).toEqual([])
  })

  test('in an execution of an earlier procedure is told that it is gone', async () => {
    const number = await waiting()
    await putAt(desk, number, 'candidate', { startedAt: '2026-03-03T01:00:00.000Z' })
    await follow(number)
    expect(machine.answers).toMatchObject([{ token: 'token', position: { at: 'gone' } }])
    await waitFor(number, 'candidate', 'another')
    expect(machine.answers).toMatchObject([{ token: 'token' }, { token: 'another', position: { at: 'gone' } }])
  })

  test('of somebody who started the machine by hand for nothing is told so', async () => {
    await waitInProcedure(desk.deps, { ...steps('INC-2026-999999'), mark: 'candidate', token: 'nobody’s' })
    expect(machine.answers).toMatchObject([{ token: 'nobody’s', position: { at: 'gone' } }])
  })
})

test('a look lets time pass for the record: what a lost wake-up would have done is done [MAJ-9] [SLA-7]', async () => {
  const number = await candidateOf()
  desk.waitMinutes(24 * 60)
  const position = await handle({ task: 'look', ...steps(number) })
  expect(position).toMatchObject({ number, steps: 5 })
  expect((await desk.ticket(number)).missed.length).toBeGreaterThan(0)
  // the lanes beside it look only
  const { version } = (await desk.deps.store.load({ kind: 'ticket', id: number })) ?? { version: 0 }
  desk.waitMinutes(30 * 24 * 60)
  await handle({ task: 'look', ...steps(number), lane: 'management' })
  expect(await desk.deps.store.load({ kind: 'ticket', id: number })).toMatchObject({ version })
})

describe('whatever dies at any call to the outside, and comes again,', () => {
  test('has started one execution and answered what waited [MAJ-9]', async () => {
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        machine = stepFunctions()
        desk.machine = machine
        const number = await waiting()
        await putAt(desk, number, 'mobilising')
        return {
          deliver: () => follow(number),
          end: async () => ({ names: machine.names().length, waits: await marksOf(number), ...machine.answers[0] }),
        }
      },
      check: (end, died) =>
        expect(end, died).toMatchObject({ names: 1, waits: [], token: 'token', position: { at: 'mobilising' } }),
    })
  })

  test('has begun the run, and started the execution, once [MAJ-9]', async () => {
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        machine = stepFunctions()
        desk.machine = machine
        const number = await candidateOf()
        return {
          deliver: () => follow(number),
          end: async () => ({ names: machine.names().length, attempt: (await run(number))?.attempt }),
        }
      },
      check: (end, died) => expect(end, died).toEqual({ names: 1, attempt: 1 }),
    })
  })

  test('waits with the token it was given last [MAJ-9]', async () => {
    let tokens = 0
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        const number = await candidateOf()
        await follow(number)
        return {
          deliver: () => {
            tokens += 1
            return waitFor(number, 'candidate', `token ${tokens}`)
          },
          end: async () => (await run(number))?.waits.map(({ token }) => token),
        }
      },
      check: (end, died) => expect(end, died).toEqual([`token ${tokens}`]),
    })
  })
})

describe('a procedure is followed', () => {
  test('when it has changed, and not for every line of a ticket [MAJ-9]', async () => {
    const number = await desk.opened()
    const change = desk.stream.findLast(
      (each): each is Extract<StreamChange, { readonly kind: 'event' }> =>
        each.kind === 'event' && each.line.record.id === number,
    )
    if (!change) throw new Error('nothing was recorded')
    await react(desk.deps, change)
    expect(desk.followed).toEqual([])
    const changes = { procedure: { before: null, after: {} } }
    await react(desk.deps, { ...change, line: { ...change.line, changes } })
    expect(desk.followed).toEqual([number])
  })

  test('by the sweep, as long as it is under way, should its execution be lost [MAJ-9]', async () => {
    const [open, over] = [await waiting(), await waiting()]
    await putAt(desk, over, 'closed')
    await follow(over)
    desk.followed.length = 0
    await sweepHandler(desk.deps)()
    expect(desk.followed).toContain(open)
    expect(desk.followed).not.toContain(over)
  })
})
