import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ExecutionId,
  type Run,
  type RunCommand,
  runDecider,
  type Wait,
} from '../../../shared/domain/major-incident/run.ts'
import { LANES } from '../../../shared/domain/major-incident/standing.ts'
import { actorRef, DESK } from '../../../shared/domain/people/actor.ts'

const NUMBER = 'INC-2026-000001'
const FIRST = '2026-03-02T01:00:00.000Z'
const SECOND = '2026-03-03T01:00:00.000Z'
const context = { now: FIRST, actor: DESK, newId: () => 'id' }

const after = (run: Run | null, command: RunCommand): Run | null =>
  runDecider
    .decide(run, command, context)
    .reduce<Run | null>((state, event) => runDecider.evolve(state, event, { at: FIRST, actor: actorRef(DESK) }), run)

const told = (commands: readonly RunCommand[]): Run | null => commands.reduce(after, null)

const begin = (startedAt: string): RunCommand => ({ type: 'begin', number: NUMBER, startedAt })
const anew = (startedAt: string, attempt: number): RunCommand => ({
  type: 'begin-anew',
  number: NUMBER,
  startedAt,
  attempt,
})
const wait = (id: string, more: Partial<Wait> = {}): Wait => ({
  ...{
    number: NUMBER,
    startedAt: FIRST,
    attempt: 1,
    lane: 'steps',
    mark: 'candidate',
    steps: 1,
    token: `token of ${id}`,
  },
  ...{ id, ...more },
})
const waited = (id: string, more: Partial<Wait> = {}): RunCommand => ({ type: 'wait', wait: wait(id, more) })
const idsOf = (run: Run | null) => run?.waits.map(({ id }) => id)

describe('the run of a procedure [MAJ-9]', () => {
  test('begins once, with its first attempt', () => {
    expect(told([begin(FIRST), begin(FIRST)])).toEqual({
      ...{ number: NUMBER, startedAt: FIRST, attempt: 1, waits: [], ended: false, updatedAt: FIRST },
    })
    expect(runDecider.decide(told([begin(FIRST)]), begin(FIRST), context)).toEqual([])
  })

  test('is that of the latest procedure, whatever is told late of an earlier one', () => {
    expect(told([begin(SECOND), begin(FIRST), anew(FIRST, 1)])).toMatchObject({ startedAt: SECOND, attempt: 1 })
    expect(told([begin(FIRST), begin(SECOND)])).toMatchObject({ startedAt: SECOND, attempt: 1 })
  })

  test('goes on in one new execution, however often that is asked', () => {
    expect(told([begin(FIRST), anew(FIRST, 1), anew(FIRST, 1)])).toMatchObject({ attempt: 2 })
    expect(told([begin(FIRST), anew(FIRST, 1), anew(FIRST, 2)])).toMatchObject({ attempt: 3 })
    expect(told([anew(FIRST, 1)])).toBeNull()
  })

  test('waits once in each lane of an execution', () => {
    const run = told([begin(FIRST), waited('a'), waited('b', { lane: 'management' }), waited('c', { mark: 'vendor' })])
    expect(idsOf(run)).toEqual(['b', 'c'])
    expect(runDecider.decide(run, waited('c'), context)).toEqual([])
  })

  test('forgets the waits of a lost execution, and keeps those of an earlier procedure: these can still be told', () => {
    expect(idsOf(told([begin(FIRST), waited('a'), anew(FIRST, 1)]))).toEqual([])
    expect(idsOf(told([begin(FIRST), waited('a'), begin(SECOND)]))).toEqual(['a'])
  })

  test('forgets what was answered, and ends, once', () => {
    const run = told([begin(FIRST), waited('a'), { type: 'forget', waits: ['a', 'unknown'] }, { type: 'end' }])
    expect(run).toMatchObject({ waits: [], ended: true })
    expect(runDecider.decide(run, { type: 'forget', waits: ['a'] }, context)).toEqual([])
    expect(runDecider.decide(run, { type: 'end' }, context)).toEqual([])
    expect(told([{ type: 'end' }, waited('a'), { type: 'forget', waits: ['a'] }])).toBeNull()
  })

  test('cannot begin with anything but its beginning', () => {
    const meta = { at: FIRST, actor: actorRef(DESK) }
    expect(() => runDecider.evolve(null, { type: 'ended' }, meta)).toThrow('cannot begin with ended')
  })

  test('has no time of its own', () => {
    const run = told([begin(FIRST)])
    expect(run && [runDecider.passTime(run, context), runDecider.wakeAt(run, context)]).toEqual([[], null])
  })
})

const startedAt = fc.constantFrom(FIRST, SECOND)
const execution: fc.Arbitrary<ExecutionId> = fc.record({
  number: fc.constant(NUMBER),
  startedAt,
  attempt: fc.integer({ min: 1, max: 3 }),
})
const id = fc.constantFrom('a', 'b', 'c', 'd')
const command: fc.Arbitrary<RunCommand> = fc.oneof(
  startedAt.map(begin),
  execution.map((of) => anew(of.startedAt, of.attempt)),
  fc.tuple(id, execution, fc.constantFrom(...LANES)).map(([ofId, of, lane]) => waited(ofId, { ...of, lane })),
  fc.uniqueArray(id).map((waits): RunCommand => ({ type: 'forget', waits })),
  fc.constant<RunCommand>({ type: 'end' }),
)

test('whatever comes in whatever order, twice or once is the same, and nothing goes back [MAJ-9]', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      let run: Run | null = null
      for (const each of commands) {
        const before: Run | null = run
        run = after(run, each)
        expect(after(run, each)).toEqual(run)
        if (!before || !run) continue
        expect(`${run.startedAt} ${run.attempt}` >= `${before.startedAt} ${before.attempt}`).toBe(true)
        const places = run.waits.map((of) => `${of.startedAt} ${of.attempt} ${of.lane}`)
        expect(new Set(places).size).toBe(places.length)
        expect(new Set(idsOf(run)).size).toBe(run.waits.length)
      }
    }),
  )
})
