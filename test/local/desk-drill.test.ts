import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runDrill } from '../../local/desk-drill.ts'
import { type RunningDesk, startDesk } from '../../local/start-desk.ts'
import { LOCAL_CREDENTIALS, TABLE_NAME } from '../../local/table.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'
import { MONDAY_9_SHANGHAI } from '../support/story-desk.ts'

let desk: RunningDesk
let client: DynamoDBClient
beforeAll(async () => {
  const dynamodbPort = await freePort()
  const log = { info: () => undefined, error: () => undefined }
  const ports = { port: 0, smtpPort: 0, dynamodbPort }
  desk = await startDesk({ ...ports, dataFolder: null, startsAt: MONDAY_9_SHANGHAI, withTickets: true, log })
  vi.stubEnv('FIRSTLINE_DYNAMODB_PORT', String(dynamodbPort))
  const endpoint = `http://127.0.0.1:${dynamodbPort}`
  client = new DynamoDBClient({ endpoint, region: 'local', credentials: LOCAL_CREDENTIALS })
  await fetch(`${desk.url}/local/idle`, { method: 'POST' })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await desk.stop()
})

const drilled = async () => {
  const lines: Record<string, unknown>[] = []
  const exitCode = await runDrill(['local'], (line) => lines.push(JSON.parse(line)))
  return { exitCode, lines }
}

test('the drill restores into a new table that has all the records, their unbroken histories and what a desk needs [AUD-2]', async () => {
  const { exitCode, lines } = await drilled()
  const [tables, compared, verified, setting] = lines
  expect(exitCode).toBeUndefined()
  expect(tables).toMatchObject({ original: TABLE_NAME, by: 'copy' })
  expect(compared).toMatchObject({ differences: 0, restored: compared?.['original'] })
  expect(verified).toMatchObject({ faults: 0, records: expect.any(Number) })
  const { name, stream } = (setting?.['restoredTable'] ?? {}) as Record<string, string>
  expect(name).toBe(tables?.['restored'])
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
  expect(Table).toMatchObject({
    LatestStreamLabel: stream,
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  })
  const { TimeToLiveDescription: expiry } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }))
  expect(expiry).toMatchObject({ AttributeName: 'ttl', TimeToLiveStatus: 'ENABLED' })
})

test('the drill says so when the history has been tampered with [AUD-2]', async () => {
  const document = DynamoDBDocumentClient.from(client)
  const { Items = [] } = await document.send(new ScanCommand({ TableName: TABLE_NAME }))
  const line = Items.find(({ pk, item }) => String(pk).startsWith('ticket#') && item === 'event')
  await document.send(new DeleteCommand({ TableName: TABLE_NAME, Key: { pk: line?.['pk'], sk: line?.['sk'] } }))
  const { exitCode, lines } = await drilled()
  expect(exitCode).toBe(1)
  expect(lines).toContainEqual(expect.objectContaining({ record: line?.['pk'] }))
})

test('a moment that nobody can go back to is refused in words', async () => {
  const failing = (at: string) => runDrill(['local', at], () => undefined)
  await expect(failing('yesterday')).rejects.toThrow('"yesterday" is no instant such as 2026-03-02T01:00:00Z.')
  await expect(failing('2026-03-02T01:00:00Z')).rejects.toThrow('keeps no backups')
})
