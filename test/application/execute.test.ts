import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { executeOn } from '../../shared/application/execute.ts'
import { NameTaken } from '../../shared/application/record-type.ts'
import { ticketKey, ticketRecord } from '../../shared/application/ticket-record.ts'
import { openTicket, ticketAct } from '../../shared/application/tickets.ts'
import { plus } from '../../shared/domain/instant.ts'
import { CLOCK } from '../../shared/domain/people/actor.ts'
import { DomainError } from '../../shared/domain/refusal.ts'
import { DeskOnTable, letThrough, meetingAt } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { anna, asActor, declaration, inShanghai, MONDAY_9, personNamed } from '../support/ticket-fixtures.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
})

const grace = asActor(personNamed('grace'))
const on = (time: string) => inShanghai(`2026-03-02 ${time}`)
const note = (text: string) => ({ type: 'comment', text, visibility: 'internal' }) as const
const code = (error: unknown): unknown => (error instanceof DomainError ? error.code : error)
const refusal = (act: Promise<unknown>): Promise<unknown> => act.then(() => 'done', code)

const comments = async (number: string) =>
  (await desk.history(number)).flatMap(({ event }) => ('text' in event ? [event.text] : []))

describe('two acts at once', () => {
  test('without If-Match both are done, one after the other [LIF-9]', async () => {
    const number = await desk.opened()
    const texts = ['one', 'two', 'three', 'four']
    desk.fate = meetingAt('store.commit', texts.length)
    const done = await Promise.all(texts.map((text) => ticketAct(desk.deps, number, note(text), grace)))
    expect(done.map(({ version }) => version).toSorted()).toEqual([2, 3, 4, 5])
    expect((await comments(number)).toSorted()).toEqual(texts.toSorted())
  })

  test('by If-Match one is done, the other is told that it has changed, and nothing of it is written [LIF-9] [API-1]', async () => {
    const number = await desk.opened()
    const assign = (assignee: string) =>
      ticketAct(desk.deps, number, { type: 'assign', group: 'network', assignee }, grace, { expectedVersion: 1 })
    desk.fate = meetingAt('store.commit', 2)
    const outcomes = await Promise.all(['noor', 'hao'].map((who) => refusal(assign(who))))
    expect(outcomes.toSorted()).toEqual(['done', 'stale-version'])
    const winner = outcomes[0] === 'done' ? 'noor' : 'hao'
    expect(await desk.ticket(number)).toMatchObject({ state: 'assigned', assignee: { id: winner } })
    expect((await desk.history(number)).map(({ event }) => event.type)).toEqual(['recorded', 'assigned'])
  })

  test('the second is decided anew on what the first has made of it [LIF-1]', async () => {
    const number = await desk.opened()
    const cancel = (reason: string) => ticketAct(desk.deps, number, { type: 'cancel', reason }, grace)
    desk.fate = meetingAt('store.commit', 2)
    const outcomes = await Promise.all([refusal(cancel('one')), refusal(cancel('two'))])
    expect(outcomes.toSorted()).toEqual(['done', 'illegal-move'])
    expect((await desk.history(number)).map(({ event }) => event.type)).toEqual(['recorded', 'cancelled'])
  })

  test('whoever finds the record changed each time is told that many act on it, after a bounded number of attempts', async () => {
    const number = await desk.opened()
    let attempts = 0
    const deps = {
      ...desk.deps,
      store: { ...desk.deps.store, commit: async () => ({ kind: 'moved', attempts: ++attempts }) as const },
    }
    expect(await refusal(ticketAct(deps, number, note('me too'), grace))).toBe('busy')
    expect(attempts).toBe(8)
    expect(await comments(number)).toEqual([])
  })
})

describe('If-Match', () => {
  test('of an older version is refused before anything is decided, with the version it has now [API-1]', async () => {
    const number = await desk.opened()
    await desk.act('grace', number, note('first'))
    const late = ticketAct(desk.deps, number, { type: 'accept' }, grace, { expectedVersion: 1 })
    await expect(late).rejects.toMatchObject({ problem: 'stale', message: expect.stringContaining('version 2') })
    expect(await desk.ticket(number)).toMatchObject({ state: 'recorded' })
  })

  test('of a ticket there is none of is not found', async () => {
    const act = ticketAct(desk.deps, 'INC-2026-999999', { type: 'accept' }, grace, { expectedVersion: 1 })
    expect(await refusal(act)).toBe('unknown-ticket')
  })
})

describe('Idempotency-Key', () => {
  const once = (key: string, text = 'once', hash = text) => ({
    act: (number: string) => ticketAct(desk.deps, number, note(text), grace, { idempotency: { key, hash } }),
  })

  test('the same act again gets the earlier answer, also after the record has moved on [API-1]', async () => {
    const number = await desk.opened()
    const first = await once('again').act(number)
    expect(await once('again').act(number)).toEqual(first)
    await desk.act('grace', number, { type: 'cancel', reason: 'mistake' })
    const late = await once('again').act(number)
    expect(late.ticket.state).toBe('cancelled')
    expect(await comments(number)).toEqual(['once'])
  })

  test('the same act twice at once is done once, and both get an answer [API-1]', async () => {
    const number = await desk.opened()
    desk.fate = meetingAt('store.commit', 2)
    const both = await Promise.all([once('twice').act(number), once('twice').act(number)])
    expect(both.map(({ version }) => version)).toEqual([2, 2])
    expect(await comments(number)).toEqual(['once'])
  })

  test('the same new ticket twice, at once or in turn, is one ticket [API-1]', async () => {
    const { number: _, ...said } = declaration
    const open = () =>
      openTicket(desk.deps, { type: 'submit', ...said }, asActor(anna), { idempotency: { key: 'new', hash: 'h' } })
    desk.fate = meetingAt('store.commit', 2)
    const both = await Promise.all([open(), open()])
    const numbers = [...both, await open()].map(({ ticket }) => ticket.number)
    expect(new Set(numbers).size).toBe(1)
  })

  test('with the If-Match of the first time, which has passed by the second: still the earlier answer [API-1]', async () => {
    const number = await desk.opened()
    const accept = () =>
      ticketAct(desk.deps, number, { type: 'accept' }, grace, {
        expectedVersion: 1,
        idempotency: { key: 'etag', hash: 'h' },
      })
    expect(await accept()).toEqual(await accept())
    const twoAtOnce = await desk.opened()
    const act = () =>
      ticketAct(desk.deps, twoAtOnce, { type: 'accept' }, grace, {
        expectedVersion: 1,
        idempotency: { key: 'etag-twice', hash: 'h' },
      })
    desk.fate = meetingAt('store.commit', 2)
    const [one, other] = await Promise.all([act(), act()])
    expect(one).toEqual(other)
  })

  test('used for something else is refused, whatever the record would say to it [API-1]', async () => {
    const number = await desk.opened()
    await once('used', 'once', 'hash').act(number)
    expect(await refusal(once('used', 'twice', 'other').act(number))).toBe('idempotency-key-reused')
    await desk.act('grace', number, { type: 'cancel', reason: 'mistake' })
    expect(await refusal(once('used', 'twice', 'other').act(number))).toBe('idempotency-key-reused')
    expect(await comments(number)).toEqual(['once'])
  })

  test('of a refused act stays free: what was wrong may be put right and sent again [API-1]', async () => {
    const number = await desk.opened()
    const idempotency = { key: 'refused', hash: 'h' }
    const resolve = (solution: string) =>
      ticketAct(
        desk.deps,
        number,
        {
          type: 'resolve',
          outcome: 'cure',
          solution,
          cause: null,
          environmentChanged: false,
          leftToFindOut: null,
        },
        grace,
        { idempotency },
      )
    expect(await refusal(resolve(''))).toBe('solution-missing')
    expect((await resolve('restarted')).ticket.state).toBe('resolved')
  })
})

describe('a refused act', () => {
  test('writes nothing: not the clock’s part of it, no name, no version [AUD-1]', async () => {
    const number = await desk.opened()
    desk.moveTo(on('11:30'))
    const alias = { name: 'claimed', target: ticketKey(number), replaces: 'nothing' } as const
    const act = ticketAct(desk.deps, number, { type: 'resume' }, grace, { aliases: [alias] })
    expect(await refusal(act)).toBe('illegal-move')
    expect(await desk.deps.store.alias('claimed')).toBeNull()
    expect(await desk.deps.store.load(ticketKey(number))).toMatchObject({ version: 1 })
    expect(await desk.history(number)).toHaveLength(1)
  })

  test('by a name that another record has says whose it is [INT-4]', async () => {
    const holder = await desk.opened()
    const number = await desk.opened()
    const wanting = (target: string) => ({
      aliases: [{ name: 'one of a kind', target: ticketKey(target), replaces: 'nothing' } as const],
    })
    await ticketAct(desk.deps, holder, note('mine'), grace, wanting(holder))
    const act = ticketAct(desk.deps, number, note('mine too'), grace, wanting(number))
    await expect(act).rejects.toThrow(NameTaken)
    await expect(act).rejects.toMatchObject({ aliasName: 'one of a kind', by: ticketKey(holder) })
    expect(await comments(number)).toEqual([])
  })
})

describe('time passes', () => {
  test('before an act: what was due is judged first, by the clock, in the same transaction [SLA-6]', async () => {
    const number = await desk.opened()
    desk.moveTo(on('10:01'))
    await desk.act('grace', number, { type: 'assign', group: 'network' })
    const lines = await desk.history(number)
    expect(lines.map(({ event, actor }) => `${actor.id} ${event.type}`)).toEqual([
      'grace recorded',
      'clock escalated',
      'clock target-warned',
      'clock target-missed',
      'clock escalated',
      'clock regraded',
      'grace assigned',
    ])
    expect(lines[3]).toMatchObject({ at: on('10:01'), event: { step: 'assign', dueAt: on('10:00') } })
    expect(await desk.deps.store.load(ticketKey(number))).toMatchObject({ version: 2 })
  })

  test('after an act: what it has made due happens with it [ESC-1] [SLA-6]', async () => {
    const number = await desk.opened()
    const grade = { impact: 'extensive', urgency: 'critical' } as const
    await desk.act('grace', number, { type: 'classify', category: 'vpn', ...grade })
    const lines = await desk.history(number)
    expect(lines.at(-1)).toMatchObject({ actor: { id: 'clock' }, event: { type: 'escalated', level: 'PM' } })
    expect(new Set(lines.slice(1).map(({ id }) => id.split(':')[2]))).toEqual(new Set(['2']))
  })

  test('only forwards: a machine whose clock lags writes no earlier than the last line [AUD-1]', async () => {
    const number = await desk.opened()
    desk.moveTo(on('09:10'))
    await desk.act('grace', number, note('first'))
    desk.moveTo(on('09:04'))
    await desk.act('grace', number, note('second'))
    expect((await desk.history(number)).map(({ at }) => at)).toEqual([MONDAY_9, on('09:10'), on('09:10')])
    expect(await comments(number)).toEqual(['first', 'second'])
    expect(await desk.ticket(number)).toMatchObject({ updatedAt: on('09:10') })
  })

  test('without anything to do: nothing is written and the answer is the record as it is [SLA-6]', async () => {
    const number = await desk.opened()
    desk.moveTo(plus(MONDAY_9, 1))
    const key = ticketKey(number)
    const { version, events } = await executeOn(desk.deps, ticketRecord, key, { type: 'wake' }, CLOCK)
    expect({ version, events }).toEqual({ version: 1, events: [] })
    expect(await desk.deps.store.load(key)).toMatchObject({ version: 1 })
  })
})

describe('the history', () => {
  test('holds each act with who, when, before and after; ids are unique and say where they stand [AUD-1]', async () => {
    const number = await desk.opened()
    desk.moveTo(on('09:05'))
    await desk.act('grace', number, { type: 'assign', group: 'network', assignee: 'noor' })
    const [recorded, assigned] = await desk.history(number)
    expect(recorded).toMatchObject({ id: `ticket:${number}:1:0`, actor: { kind: 'person', id: 'grace' }, changes: {} })
    expect(assigned).toMatchObject({ id: `ticket:${number}:2:0`, at: on('09:05'), actor: { id: 'grace' } })
    expect(assigned?.changes).toEqual({
      state: { before: 'recorded', after: 'assigned' },
      group: { before: 'desk', after: 'network' },
      line: { before: 'desk', after: 1 },
      assignee: { before: null, after: { id: 'noor', name: 'Noor' } },
      assignedAt: { before: null, after: on('09:05') },
      screening: { before: null, after: { outcome: 'accepted', at: on('09:05'), by: 'Grace', reason: null } },
    })
  })

  test('shows each event of one act against what the one before it left [AUD-1]', async () => {
    const number = await desk.opened()
    await desk.act('grace', number, { type: 'accept' })
    await desk.act('grace', number, { type: 'wait', code: 'requester', reason: 'which floor?' })
    await desk.act(asActor(anna), number, { type: 'comment', text: 'the third', visibility: 'public' })
    const [commented, resumed] = (await desk.history(number)).slice(-2)
    expect(commented?.changes).not.toHaveProperty('state')
    expect(resumed?.changes).toMatchObject({
      state: { before: 'waiting', after: 'accepted' },
      waiting: { after: null },
    })
  })
})
