import { beforeAll, beforeEach, expect, test } from 'vitest'
import { react } from '../../shared/application/react.ts'
import { receiveEvent } from '../../shared/application/receive-event.ts'
import { plus } from '../../shared/domain/instant.ts'
import { alarmEvent } from '../support/alarm-events.ts'
import { DeskOnTable, letThrough, meetingAt } from '../support/desk-on-table.ts'
import { dyingAtEveryCall } from '../support/dying.ts'
import { testTable } from '../support/dynamodb.ts'
import { ticketLinesSince } from './received-mail.ts'

let desk: DeskOnTable
let start: number
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.fate = letThrough
  desk.waitMinutes(24 * 60)
  start = desk.stream.length
})

/** That many alarms ring within two minutes. @returns the numbers of their incidents */
const ring = async (alarms: number): Promise<readonly string[]> => {
  const mark = desk.stream.length
  for (let n = 0; n < alarms; n += 1) {
    desk.moveTo(plus(desk.now(), 4_000))
    await receiveEvent(desk.deps, alarmEvent(crypto.randomUUID(), 'ALARM', desk.now()))
  }
  return recordedSince(mark)
}
const recordedSince = (mark: number): readonly string[] =>
  ticketLinesSince(desk, mark).flatMap(({ event, record }) => (event.type === 'recorded' ? [record.id] : []))

const stormsSince = (mark: number): readonly string[] =>
  ticketLinesSince(desk, mark).flatMap(({ event, record }) =>
    event.type === 'recorded' && event.title === 'Alarm storm' ? [record.id] : [],
  )

/** Only what storms are made of: notices of so many incidents are another matter. */
const ofStorms = (from: number) =>
  desk.stream
    .slice(from)
    .filter((change) => change.kind === 'event')
    .filter(({ line }) => line.record.kind === 'storm' || (line.event.type === 'recorded' && 'alarm' in line.event))

const deliver = async (from: number): Promise<void> => {
  for (const change of ofStorms(from)) await react(desk.deps, change)
}
/** The stream, and what is written meanwhile, until nothing more follows. */
const settle = async (from: number): Promise<void> => {
  for (let at = from; at < desk.stream.length; ) {
    const until = desk.stream.length
    await deliver(at)
    at = until
  }
}

const parents = async (numbers: readonly string[]) =>
  new Set(await Promise.all(numbers.map(async (number) => (await desk.ticket(number)).parent)))

test('a storm of 25 alarms hangs under one parent, all that is still open, also delivered twice [INT-8]', async () => {
  const [closed = '', ...incidents] = await ring(25)
  await desk.act('grace', closed, { type: 'cancel', reason: 'a test' })
  await settle(start)
  const [parent = '', ...more] = stormsSince(start)
  expect(more).toEqual([])
  expect(await parents(incidents)).toEqual(new Set([parent]))
  expect(await desk.ticket(closed)).toMatchObject({ parent: null })
  expect(await desk.ticket(parent)).toMatchObject({ channel: 'alarm', alarm: null, parent: null })

  const written = desk.stream.length
  let drawn = 0
  desk.fate = (name, call) => {
    if (name === 'store.nextNumber') drawn += 1
    return call()
  }
  await deliver(start)
  expect([desk.stream.length, drawn]).toEqual([written, 0])
})

const stormOf = (members: readonly string[]) => {
  const stormId = crypto.randomUUID()
  const record = { kind: 'storm', id: 'alarms' } as const
  const event = { type: 'storm-started', stormId, members } as const
  const actor = { kind: 'system', id: 'desk', name: 'desk' } as const
  const line = { id: stormId, record, version: 1, index: 0, at: desk.now(), actor, event, changes: {} }
  return { kind: 'event', line } as const
}

test('a storm announced twice at the same moment has one parent [INT-8]', async () => {
  const storm = stormOf(await ring(2))
  desk.fate = meetingAt('store.commit', 2)
  await Promise.all([react(desk.deps, storm), react(desk.deps, storm)])
  expect(await parents(storm.line.event.members)).toEqual(new Set(stormsSince(start)))
  expect(stormsSince(start)).toHaveLength(1)
})

test('a process that dies at any call of a storm’s reaction leaves one parent and every member under it [INT-8]', async () => {
  await dyingAtEveryCall(desk, {
    arrange: async () => {
      const mark = desk.stream.length
      const storm = stormOf(await ring(2))
      return {
        deliver: () => react(desk.deps, storm),
        end: async () => ({ parents: await parents(storm.line.event.members), storms: stormsSince(mark) }),
      }
    },
    check: ({ parents: found, storms }, died) => {
      expect(storms, died).toHaveLength(1)
      expect(found, died).toEqual(new Set(storms))
    },
  })
})
