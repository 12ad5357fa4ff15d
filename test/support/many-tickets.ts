import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { createTable } from '../../local/create-table.ts'
import { startDynamoDbLocal } from '../../local/dynamodb-local.ts'
import { DeskOnTable } from './desk-on-table.ts'
import { freePort } from './dynamodb-on-demand.ts'
import { printLoad } from './measured-desk.ts'

const BATCH = 25
const AT_ONCE = 4

type Item = Readonly<Record<string, unknown>>

export type ManyTickets = {
  readonly desk: DeskOnTable
  /** Of the ticket all others are copies of. */
  readonly number: string
  /** Makes open tickets until there are so many: the one real ticket over and over, each under a number of its own. */
  growTo(count: number): Promise<void>
}

const numbered = (item: Item, from: string, to: string): Item =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll(from, to) : value]),
  )

const grower = (client: DynamoDBDocumentClient, tableName: string, item: Item, number: string) => {
  let made = 1
  const next = (): Item => {
    made += 1
    return numbered(item, number, `INC-2026-${String(made).padStart(6, '0')}`)
  }
  const batch = (size: number) => {
    const Items = Array.from({ length: size }, () => ({ PutRequest: { Item: next() } }))
    return client.send(new BatchWriteCommand({ RequestItems: { [tableName]: Items } }))
  }
  return async (count: number): Promise<void> => {
    while (made < count) {
      const left = count - made
      const batches = Array.from({ length: AT_ONCE }, (_, at) => Math.min(BATCH, left - at * BATCH))
      await Promise.all(batches.filter((size) => size > 0).map(batch))
    }
  }
}

/** A desk on a table in memory that can be filled with open tickets, faster than anybody could open them. */
export const withManyTickets = async (work: (tickets: ManyTickets) => Promise<void>): Promise<void> => {
  const local = await startDynamoDbLocal({ port: await freePort(), data: 'memory' })
  try {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
    const raw = new DynamoDBClient({ endpoint: local.endpoint, region: 'local', credentials })
    const tableName = 'bench'
    await createTable(raw, tableName)
    const client = DynamoDBDocumentClient.from(raw)
    const desk = await new DeskOnTable({ client, tableName }).open()
    const number = await desk.opened()
    const { Item: item = {} } = await client.send(
      new GetCommand({ TableName: tableName, Key: { pk: `ticket#${number}`, sk: 'record' } }),
    )
    await work({ desk, number, growTo: grower(client, tableName, item, number) })
    printLoad()
  } finally {
    await local.stop()
  }
}
