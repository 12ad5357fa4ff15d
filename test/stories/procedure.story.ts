import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { LOCAL_CREDENTIALS, TABLE_NAME } from '../../local/table.ts'
import type { Store } from '../../shared/application/ports.ts'
import { runKey } from '../../shared/application/run-record.ts'
import { ticketKey } from '../../shared/application/ticket-record.ts'
import type { ProcedureMoment } from '../../shared/domain/major-incident/due-procedure.ts'
import type { Run } from '../../shared/domain/major-incident/run.ts'
import { LANES, standingIn } from '../../shared/domain/major-incident/standing.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import { createStore } from '../../shared/persistence/store.ts'
import { ChildDesk } from '../support/child-desk.ts'
import { type Decision, type Leg, PROCEDURE_ROADS, type Road, type Stand } from '../support/procedure-roads.ts'

const LONGEST_UNTIL_KILLED_MS = 400
const LONGEST_TICK_UNTIL_KILLED_MS = 1_000
const WITHIN = { timeout: 60_000, interval: 200 }

type Notices = { readonly notices: { readonly repeat: Readonly<Record<string, object>> } }

/** No demo tickets, and nobody is told twice: both would only take time. */
const calm = async (): Promise<void> => {
  const [admin, agent] = await Promise.all([desk.driver.as('administrator'), desk.driver.as('agent')])
  await admin.changes('/policies/default', (policy: Notices) => {
    const repeat = Object.entries(policy.notices.repeat).map(([priority, each]) => [priority, { ...each, rounds: 0 }])
    return { ...policy, notices: { ...policy.notices, repeat: Object.fromEntries(repeat) } }
  })
  for (const group of ['desk', 'workplace', 'network', 'platform'])
    for (const { number } of await agent.queue(group)) await agent.does('cancel', number, { reason: 'No part of it.' })
}

let desk: ChildDesk
let store: Store
beforeAll(async () => {
  desk = await ChildDesk.prepared()
  await desk.start()
  await calm()
  const config = { endpoint: desk.databaseUrl, region: 'local', credentials: LOCAL_CREDENTIALS }
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config))
  const clock = { now: () => new Date().toISOString() }
  store = createStore({ client, tableName: TABLE_NAME, clock, sleep: pause, random: Math.random })
})
afterAll(async () => {
  await desk.stop()
  await desk.remove()
})

const declared = { description: 'All of it.', category: 'network', service: 'network', requester: { personId: 'anna' } }
const declare = async (title: string, more: object = {}) =>
  (await (await desk.driver.as('agent')).open({ ...declared, title, ...more })).number

const runOf = async (number: string) => (await store.load<Run>(runKey(number)))?.state
const ticketOf = async (number: string) => (await store.load<Ticket>(ticketKey(number)))?.state ?? null

/** The machine waits where the record stands, in every lane, with tokens that are new; or has ended with it. */
const stands = (number: string, { at, updates }: Stand, before: Run | undefined): Promise<void> =>
  vi.waitFor(async () => {
    const [run, ticket] = [await runOf(number), await ticketOf(number)]
    if (!run) throw new Error(`nothing follows ${number}`)
    const standings = LANES.map((lane) => ({ lane, ...standingIn(ticket, run, lane) }))
    const [steps, ...audiences] = standings.map((standing) => standing.at)
    expect(steps).toBe(at)
    if (updates) expect(new Set(audiences)).toEqual(new Set([updates]))
    const waits = run.waits.map(({ lane, mark }) => ({ lane, mark }))
    const isOver = at === 'closed' || at === 'demoted'
    const expected = isOver ? [] : standings.map(({ lane, mark }) => ({ lane, mark }))
    expect(waits).toEqual(expect.arrayContaining(expected))
    expect([waits.length, run.ended, run.attempt]).toEqual([expected.length, isOver, 1])
    const tokens = new Set(run.waits.map(({ token }) => token))
    expect(before?.waits.filter(({ token }) => tokens.has(token)) ?? []).toEqual([])
  }, WITHIN)

/** Kills the desk, and starts it again while `meanwhile` goes on. */
const survives = async (number: string, stand: Stand, meanwhile = async () => {}): Promise<void> => {
  await desk.kill()
  // its database lives on until the next desk ends it
  const before = await runOf(number)
  await Promise.all([desk.start(), meanwhile()])
  await desk.driver.settled()
  await stands(number, stand, before)
}

/** As people with a bad line do: the very same again until it is answered. */
const untilAnswered = async (send: () => Promise<unknown>): Promise<void> => {
  for (;;) {
    try {
      await send()
      return
    } catch (error) {
      // nobody there yet, or cut off; any other answer counts
      if (!(error instanceof TypeError || String(error).includes('503'))) throw error
      await pause(50)
    }
  }
}

const standOf = ({ at, updates }: Leg): Stand | null => (at ? { at, ...(updates && { updates }) } : null)

/** The desk dies while its clock runs; what is left of the time passes afterwards. */
const passes = async (number: string, { minutes, ...leg }: Extract<Leg, { readonly minutes: number }>) => {
  const stand = standOf({ minutes, ...leg })
  if (!stand) throw new Error('time passes for nothing')
  const until = Date.parse(await desk.driver.now()) + minutes * 60_000
  const interrupted = desk.driver.fastForward({ minutes }).catch(() => undefined)
  await pause(Math.random() * LONGEST_TICK_UNTIL_KILLED_MS)
  await desk.kill()
  await desk.start()
  await interrupted
  const seconds = Math.ceil((until - Date.parse(await desk.driver.now())) / 1_000)
  if (seconds > 0) await desk.driver.fastForward({ seconds })
  await stands(number, stand, undefined)
}

const decides = async (number: string, child: string, leg: Extract<Leg, { readonly does: Decision }>) => {
  const somebody = await desk.driver.as(leg.by)
  const seen = { now: await desk.driver.now(), child, procedure: await somebody.procedure(number) }
  const send = await somebody.decides(leg.does, number, leg.with?.(seen))
  const twice = async (): Promise<void> => {
    await untilAnswered(send)
    await untilAnswered(send)
  }
  const stand = standOf(leg)
  if (!stand) return twice()
  if (leg.whileRestarting) return survives(number, stand, twice)
  await twice()
  await pause(Math.random() * LONGEST_UNTIL_KILLED_MS)
  await survives(number, stand)
}

/** What a decision, or a moment of the clock, leaves in the history. */
const LEAVES: Readonly<Record<Decision | ProcedureMoment['due'], string>> = {
  'judge-major': 'major-judged',
  'demote-major': 'major-demoted',
  'set-major-roles': 'major-roles-set',
  'send-on-site': 'major-visit-arranged',
  'note-arrival': 'major-arrival-noted',
  'request-resource': 'major-resource-requested',
  'arrange-resource': 'major-resource-arranged',
  'ask-second-line': 'major-second-line-asked',
  'involve-vendor': 'major-vendor-asked',
  'update-audience': 'audience-updated',
  'review-solution': 'major-reviewed',
  'write-report': 'major-report-written',
  'approve-report': 'major-report-approved',
  'send-report': 'major-report-sent',
  'attach-child': 'child-attached',
  'detach-child': 'child-detached',
  contact: 'contacted',
  assign: 'assigned',
  accept: 'accepted',
  resolve: 'resolved',
  close: 'closed',
  'step-overdue': 'major-step-overdue',
  'second-line': 'major-second-line-asked',
  vendor: 'major-vendor-asked',
  'update-missed': 'update-missed',
}

/** Each decision is there as often as it was made, and nothing came due twice. */
const leavesNoTraceTwice = async (number: string, legs: readonly Leg[]): Promise<void> => {
  const lines = await (await desk.driver.as('agent')).timeline(number)
  const written = new Set(Object.values(LEAVES))
  const made = lines.filter(({ type, actor }) => actor.kind === 'person' && written.has(type)).map(({ type }) => type)
  const decided = legs.flatMap((leg) => ('does' in leg ? [LEAVES[leg.does]] : []))
  expect(made.toSorted()).toEqual(decided.toSorted())
  const byClock = lines.filter(({ type, actor }) => actor.kind === 'system' && written.has(type))
  for (const leg of legs) if ('due' in leg) expect(byClock.map(({ type }) => type)).toContain(LEAVES[leg.due])
  const dues = byClock.map(({ type, dueAt, audience = '' }) => `${type} ${dueAt} ${audience}`)
  expect(dues.toSorted()).toEqual([...new Set(dues)].toSorted())
}

const walks = async ({ from, legs }: Road): Promise<void> => {
  const number = await declare('Harbour down', { impact: 'extensive', urgency: 'critical' })
  const child = await declare('No mail here')
  if (from) await survives(number, from)
  for (const leg of legs) await ('does' in leg ? decides(number, child, leg) : passes(number, leg))
  await leavesNoTraceTwice(number, legs)
  const agent = await desk.driver.as('agent')
  for (const each of [number, child])
    if ((await agent.read(each)).state !== 'closed') await agent.does('cancel', each, { reason: 'The story is over.' })
}

describe('killed at every step, with each decision sent twice, the machine stands where the record stands', () => {
  for (const road of PROCEDURE_ROADS) test(`${road.name} [MAJ-9] [NOT-4]`, () => walks(road))
})
