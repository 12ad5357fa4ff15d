import { execFileSync } from 'node:child_process'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { writeSpreadsheet } from '../../functions/report/spreadsheet.ts'
import { createTable } from '../../local/create-table.ts'
import { startDynamoDbLocal } from '../../local/dynamodb-local.ts'
import { countReport } from '../../shared/application/count-report.ts'
import { freezeReport } from '../../shared/application/freeze-report.ts'
import { ticketKey, ticketRecord } from '../../shared/application/ticket-record.ts'
import { msOf, plus } from '../../shared/domain/instant.ts'
import { CLOCK } from '../../shared/domain/people/actor.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import { recordItem } from '../../shared/persistence/items.ts'
import { ticketIn } from '../domain/ticket/tickets-in-every-state.ts'
import { contextOf } from '../support/desk-at-work.ts'
import { DeskOnTable } from '../support/desk-on-table.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'
import { FULL, printLoad } from '../support/measured-desk.ts'
import { inShanghai, smallDesk } from '../support/ticket-fixtures.ts'

/**
 * The report of a month of 1,000, 10,000 and, with `--full`, 100,000 tickets on DynamoDB Local: figures alone, then all that the
 * function does once a month, with the rows kept and both spreadsheets (DESIGN §9: 100,000 in 20 s and 512 MB). Each is made by
 * a process of its own, so that its memory is the report's, with as much heap as Node allows itself where there are 512 MB: with
 * more it would only collect its garbage later.
 */

const HEAP_OF_512_MB = ['--max-old-space-size=256', '--max-semi-space-size=8']

const SIZES = [1_000, 10_000, ...(FULL ? [100_000] : [])]
const MONTH = '2026-03'
const FIRST_OF_MARCH = inShanghai('2026-03-01 00:00')
const FIRST_WORKING_DAY = inShanghai('2026-04-01 09:00')
const MINUTES_OF_MARCH = 31 * 24 * 60
const OPEN_IN_PERCENT = 5
const BATCH = 25
const AT_ONCE = 4

type Place = { readonly endpoint: string; readonly tableName: string }

const clientOf = ({ endpoint }: Place) =>
  new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })

const CLOSED = ticketIn('closed')
const ACCEPTED = ticketIn('accepted')
const GROUPS = [...smallDesk.groups.keys()]
const CATEGORIES = [...smallDesk.categories.keys()]

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** The same life so much later. */
const shifted = (ticket: Ticket, byMs: number): Ticket =>
  JSON.parse(JSON.stringify(ticket), (_, value) =>
    typeof value === 'string' && INSTANT.test(value) ? plus(value, byMs) : value,
  )

/** One after the other over the whole month, of every group, category and priority. */
const ticketAt = (index: number, of: number): Ticket => {
  const like = (index * 7) % 100 < OPEN_IN_PERCENT ? ACCEPTED : CLOSED
  const shiftMs = msOf(FIRST_OF_MARCH) - msOf(like.recordedAt) + Math.floor((index / of) * MINUTES_OF_MARCH) * 60_000
  return {
    ...shifted(like, shiftMs),
    number: `INC-2026-${String(index + 1).padStart(6, '0')}`,
    title: `Ticket ${index + 1} of a month like any other`,
    priority: ([1, 2, 3, 4] as const)[index % 4] ?? 4,
    group: GROUPS[index % GROUPS.length] ?? like.group,
    category: CATEGORIES[index % CATEGORIES.length] ?? like.category,
    reassignments: index % 5,
  }
}

const itemOf = (ticket: Ticket) => ({
  PutRequest: {
    Item: recordItem(
      {
        ...{
          key: ticketKey(ticket.number),
          expectedVersion: 0,
          state: ticket,
          events: [],
          wakeAt: null,
          aliases: [],
          entries: [],
        },
        ...ticketRecord.shelve(ticket, contextOf(smallDesk, CLOCK, FIRST_WORKING_DAY)),
      },
      undefined,
    ),
  },
})

const fill = async (place: Place, size: number): Promise<void> => {
  const client = DynamoDBDocumentClient.from(clientOf(place))
  let next = 0
  const writeSome = async (): Promise<void> => {
    while (next < size) {
      const from = next
      next = Math.min(from + BATCH, size)
      const items = Array.from({ length: next - from }, (_, offset) => itemOf(ticketAt(from + offset, size)))
      await client.send(new BatchWriteCommand({ RequestItems: { [place.tableName]: items } }))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, writeSome))
}

const BYTES_PER_KB = 1024

/** In a process of its own: what it took, as a line of JSON. */
const measure = async (place: Place, what: string): Promise<void> => {
  const client = DynamoDBDocumentClient.from(clientOf(place))
  const desk = await new DeskOnTable({ client, tableName: place.tableName }).open()
  desk.moveTo(FIRST_WORKING_DAY)
  let requests = 0
  client.middlewareStack.add(
    (next) => (args) => {
      requests += 1
      return next(args)
    },
    { step: 'build', name: 'countRequests' },
  )
  const mostMemoryMb = () => (process.resourceUsage().maxRSS * BYTES_PER_KB) / 1_000_000
  const [before, startedAt, atRestMb] = [process.cpuUsage(), performance.now(), mostMemoryMb()]
  const tickets =
    what === 'figures'
      ? (await countReport(desk.deps, MONTH)).report.figures.find(({ id }) => id === 'tickets')?.value
      : (await freezeReport(desk.deps, MONTH, writeSpreadsheet)).editions.length
  const seconds = (performance.now() - startedAt) / 1_000
  const { user, system } = process.cpuUsage(before)
  const memory = { atRestMb, memoryMb: mostMemoryMb() }
  console.log(JSON.stringify({ tickets, seconds, processorSeconds: (user + system) / 1_000_000, requests, ...memory }))
}

const [role, endpoint = '', tableName = '', what = ''] = process.argv.slice(2)
if (role === 'measure') {
  await measure({ endpoint, tableName }, what)
} else {
  const local = await startDynamoDbLocal({ port: await freePort(), data: 'memory' })
  try {
    const rows: object[] = []
    for (const size of SIZES) {
      const place = { endpoint: local.endpoint, tableName: `bench-${size}` }
      await createTable(clientOf(place), place.tableName, false)
      const startedAt = performance.now()
      await fill(place, size)
      console.info(`${size} tickets written in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`)
      for (const each of ['figures', 'all of it']) {
        const said = execFileSync(process.execPath, [
          ...HEAP_OF_512_MB,
          import.meta.filename,
          'measure',
          place.endpoint,
          place.tableName,
          each,
        ])
        const { seconds, processorSeconds, requests, memoryMb, atRestMb } = JSON.parse(said.toString()) as Readonly<
          Record<string, number>
        >
        rows.push({
          ...{ tickets: size, what: each, seconds: seconds?.toFixed(1), 'processor s': processorSeconds?.toFixed(1) },
          ...{ requests, 'most memory, MB': memoryMb?.toFixed(0), 'before it began': atRestMb?.toFixed(0) },
        })
      }
    }
    console.table(rows)
    printLoad()
  } finally {
    await local.stop()
  }
}
