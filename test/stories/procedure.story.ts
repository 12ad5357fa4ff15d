import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { LOCAL_CREDENTIALS, TABLE_NAME } from '../../local/table.ts'
import type { Store } from '../../shared/application/ports.ts'
import { runKey } from '../../shared/application/run-record.ts'
import type { Run } from '../../shared/domain/major-incident/run.ts'
import { LANES } from '../../shared/domain/major-incident/standing.ts'
import { createStore } from '../../shared/persistence/store.ts'
import { ChildDesk } from '../support/child-desk.ts'

const LONGEST_UNTIL_KILLED_MS = 400
const WITHIN = { timeout: 30_000, interval: 200 }

let desk: ChildDesk
let store: Store
beforeAll(async () => {
  desk = await ChildDesk.prepared()
  await desk.start()
  const config = { endpoint: desk.databaseUrl, region: 'local', credentials: LOCAL_CREDENTIALS }
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config))
  const clock = { now: () => new Date().toISOString() }
  store = createStore({ client, tableName: TABLE_NAME, clock, sleep: pause, random: Math.random })
})
afterAll(async () => {
  await desk.stop()
  await desk.remove()
})

const run = async (number: string) => (await store.load<Run>(runKey(number)))?.state

const P1 = { impact: 'extensive', urgency: 'critical', category: 'network', service: 'network' } as const

test('killed after every decision, each sent twice, the machine stands where the record stands, and ends with it [MAJ-9]', async () => {
  const [agent, noor, peng] = await Promise.all([
    desk.driver.as('agent'),
    desk.driver.as('network lead'),
    desk.driver.as('network project manager'),
  ])
  const declared = { title: 'Harbour down', description: 'All of it.', requester: { personId: 'anna' } }
  const { number } = await agent.open({ ...declared, ...P1 })

  /** Kills the desk shortly after what was just done; the new one has an execution wait there, with tokens of its own. */
  const survives = async (step: string): Promise<void> => {
    await pause(Math.random() * LONGEST_UNTIL_KILLED_MS)
    await desk.kill()
    const before = (await run(number))?.waits ?? []
    await desk.start()
    await desk.driver.settled()
    await vi.waitFor(async () => {
      const waits = (await run(number))?.waits ?? []
      expect(waits.map(({ lane }) => lane).toSorted()).toEqual(LANES.toSorted())
      expect(waits.find(({ lane }) => lane === 'steps')?.mark).toBe(step)
      const tokens = new Set(waits.map(({ token }) => token))
      expect(before.filter(({ token }) => tokens.has(token))).toEqual([])
    }, WITHIN)
  }

  await survives('candidate')
  await desk.driver.fastForward({ minutes: 31 })
  await survives('unjudged')
  await peng.doesTwice('judge-major', number, { confirmed: true, reason: 'No berth has a network.' })
  await survives('mobilising')
  await agent.doesTwice('set-major-roles', number, { roles: { commander: { id: 'ivan' } } })
  await agent.doesTwice('assign', number, { group: 'network' })
  await noor.doesTwice('accept', number)
  const appointedFor = new Date(Date.parse(await desk.driver.now()) + 600_000).toISOString()
  await agent.doesTwice('send-on-site', number, { engineer: { id: 'noor' }, place: 'Rack 12', appointedFor })
  await survives((await agent.procedure(number)).stage)
  await agent.doesTwice('involve-vendor', number, { vendor: 'Acme', reference: 'A-17', reason: 'Their firmware.' })
  await survives('vendor')
  await noor.doesTwice('resolve', number, { solution: 'The switch is replaced.', cause: 'A worn power supply.' })
  await survives('review')
  await peng.doesTwice('review-solution', number, { satisfied: true })
  await survives('report')
  await vi.waitFor(async () => expect((await agent.procedure(number)).report).not.toBeNull(), WITHIN)
  await peng.doesTwice('approve-report', number, { version: 1 })
  await agent.doesTwice('send-report', number, { version: 1 })
  await survives('call-back')
  await agent.doesTwice('contact', number, { medium: 'phone', reached: true, note: 'All is well.' })
  await agent.doesTwice('close', number, { code: 'solved', satisfaction: { score: 5 } })
  await vi.waitFor(async () => expect(await run(number)).toMatchObject({ attempt: 1, ended: true, waits: [] }), WITHIN)
})
