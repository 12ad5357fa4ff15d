import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createTable } from '../../local/create-table.ts'
import { startDynamoDbLocal } from '../../local/dynamodb-local.ts'
import { receiveEvent } from '../../shared/application/receive-event.ts'
import { receiveMail } from '../../shared/application/receive-mail.ts'
import { plus } from '../../shared/domain/instant.ts'
import { alarmEvent } from '../support/alarm-events.ts'
import { DeskOnTable } from '../support/desk-on-table.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'
import { mainRoad } from '../support/main-road.ts'
import { rawMail } from '../support/raw-mails.ts'

/**
 * What each act asks of the table, with the settings at hand (DESIGN §9). Read units are DynamoDB's answer; write units of
 * the table are reckoned by its price list (two a kilobyte begun in a transaction, one outside), because DynamoDB Local
 * makes them up. Every index entry an act leaves or moves costs one or two more.
 */

type Bill = { requests: string[]; readUnits: number; writeUnits: number; items: number; indexEntries: number }

const emptyBill = (): Bill => ({ requests: [], readUnits: 0, writeUnits: 0, items: 0, indexEntries: 0 })

type Item = Readonly<Record<string, unknown>>

const kilobytesBegun = (item: Item): number =>
  Math.ceil(
    Object.entries(item).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(`${value}`), 0) / 1024,
  )

const indexEntriesOf = (item: Item): number => Object.keys(item).filter((name) => /Key$|^dueShard$/.test(name)).length

const addWrites = (bill: Bill, commandName: string, input: object): void => {
  if (commandName === 'UpdateItemCommand') bill.writeUnits += 1
  const { TransactItems = [] } = input as { TransactItems?: readonly { readonly Put: { readonly Item: Item } }[] }
  for (const { Put } of TransactItems) {
    bill.items += 1
    bill.writeUnits += 2 * kilobytesBegun(Put.Item)
    bill.indexEntries += indexEntriesOf(Put.Item)
  }
}

const addReads = (bill: Bill, commandName: string, output: object): void => {
  const { ConsumedCapacity } = output as { ConsumedCapacity?: { readonly CapacityUnits?: number } }
  if (/^(Get|Query)/.test(commandName)) bill.readUnits += ConsumedCapacity?.CapacityUnits ?? 0
}

/** Bills everything the client sends while something is done. */
const billing = (client: DynamoDBDocumentClient) => {
  let bill = emptyBill()
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        addWrites(bill, commandName, args.input)
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
        bill.requests.push(commandName.replace(/(Items?)?Command$/, ''))
        addReads(bill, commandName, answer.output)
        return answer
      },
    { step: 'initialize', name: 'billing' },
  )
  return async (act: () => Promise<unknown>): Promise<Bill> => {
    bill = emptyBill()
    await act()
    return bill
  }
}

const printed = (act: string, { requests, readUnits, writeUnits, items, indexEntries }: Bill) => ({
  act,
  requests: requests.length,
  'which they are': requests.join(' '),
  RCU: readUnits,
  items,
  WCU: writeUnits,
  'index entries': indexEntries,
})

const waysIn = (desk: DeskOnTable): readonly (readonly [act: string, go: () => Promise<unknown>])[] => {
  const mail = (more: Parameters<typeof rawMail>[0]) => () =>
    receiveMail(desk.deps, { raw: rawMail(more), key: crypto.randomUUID(), envelopeFrom: 'anna@example.com' })
  const alarm = (state: 'ALARM' | 'OK') => () => receiveEvent(desk.deps, alarmEvent('cpu', state, desk.now()))
  const later = (go: () => Promise<unknown>) => async () => {
    desk.moveTo(plus(desk.now(), 1_000))
    await go()
  }
  const again = { messageId: '<twice@example.com>' }
  return [
    ['mail: new ticket', mail({ messageId: '<first@example.com>' })],
    ['mail: reply by its chain', mail({ headers: { 'In-Reply-To': '<first@example.com>' } })],
    ['mail: automatic', mail({ headers: { 'Auto-Submitted': 'auto-replied' } })],
    ['mail: another new ticket', mail(again)],
    ['mail: the same again', mail(again)],
    ['alarm: new incident', alarm('ALARM')],
    ['alarm: redelivered', alarm('ALARM')],
    ['alarm: OK', later(alarm('OK'))],
    ['alarm: again', later(alarm('ALARM'))],
  ]
}

/** Each kind of reaction once: what follows from everything that was written so far. */
const reactionsTo = async (desk: DeskOnTable, billed: ReturnType<typeof billing>) => {
  const bill = await billed(() => desk.settle())
  const changes = desk.stream.length
  const each = (total: number) => Math.round((total / changes) * 100) / 100
  return {
    changes,
    'requests each': each(bill.requests.length),
    'RCU each': each(bill.readUnits),
    'WCU each': each(bill.writeUnits),
  }
}

const local = await startDynamoDbLocal({ port: await freePort(), data: 'memory' })
try {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const raw = new DynamoDBClient({ endpoint: local.endpoint, region: 'local', credentials })
  await createTable(raw, 'bench')
  const client = DynamoDBDocumentClient.from(raw)
  const desk = await new DeskOnTable({ client, tableName: 'bench' }).open()
  const billed = billing(client)
  const rows = [printed('the settings, when the cache is empty', await billed(() => desk.deps.settings.desk()))]
  for (const { act, before, go } of mainRoad(desk)) {
    await before?.()
    rows.push(printed(act, await billed(go)))
  }
  for (const [act, go] of waysIn(desk)) rows.push(printed(act, await billed(go)))
  console.table(rows)
  console.log('Reactions to all of it, notices sent:')
  console.table([await reactionsTo(desk, billed)])
} finally {
  await local.stop()
}
