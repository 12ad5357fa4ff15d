import { beforeAll, describe, expect, test } from 'vitest'
import { putSetting } from '../../shared/application/setting-record.ts'
import { ticketAct } from '../../shared/application/tickets.ts'
import { MOVES } from '../../shared/domain/ticket/moves.ts'
import { calmPolicy, DeskOnTable } from '../support/desk-on-table.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'
import { COSTS, mainRoad } from '../support/main-road.ts'
import { asActor, personNamed } from '../support/ticket-fixtures.ts'

let table: TestTable
let desk: DeskOnTable
beforeAll(async () => {
  table = await testTable()
  desk = await new DeskOnTable(table).open()
  await desk.deps.settings.desk()
})

/** Monitoring's and the desk's own, which no person does. */
const BY_ITSELF = [
  // Of a merge, which acts on several tickets at once.
  'merge',
  'unmerge',
  'merge-into',
  'release-duplicate',
  'pass-on-words',
  // What is arranged has an id of its own making.
  'arrange-resource',
  'note-alarm',
  'note-alarm-deleted',
  'attach-to-parent',
  'detach-from-parent',
  'note-child',
  'follow-parent',
  'pass-on-update',
  'wake',
]

/** DESIGN §9, once the settings are known. */
describe('requests to the table', () => {
  test('every act of a ticket’s life costs one read and one transaction, a new ticket one counter and one transaction, every list one query', async () => {
    const road = mainRoad(desk)
    const sent: [string, readonly string[]][] = []
    for (const { act, before, go } of road) {
      await before?.()
      sent.push([act, await table.requestsOf(go)])
    }
    expect(sent).toEqual(road.map(({ act, cost }) => [act, COSTS[cost]]))
    const walked = new Set(road.map(({ act }) => act))
    expect(Object.keys(MOVES).filter((act) => !walked.has(act))).toEqual(BY_ITSELF)
  })

  test('an act under a key that was used costs one more read of the key, and answers', async () => {
    const number = await desk.opened()
    const idempotency = { key: 'k', hash: 'h' }
    const accept = () =>
      ticketAct(desk.deps, number, { type: 'accept' }, asActor(personNamed('grace')), { idempotency })
    expect(await table.requestsOf(accept)).toEqual(COSTS.command)
    expect(await table.requestsOf(accept)).toEqual(['GetItemCommand', 'GetItemCommand', 'GetItemCommand'])
  })

  test('a ticket of an older policy costs one more, once in the life of a process [ESC-9]', async () => {
    const number = await desk.opened()
    const changed = { ...calmPolicy, warnAtPercent: 50 }
    await putSetting(desk.deps, 'policy', 'default', changed, asActor(personNamed('ada')))
    await desk.deps.settings.desk()
    const note = { type: 'comment', text: 'x', visibility: 'internal' } as const
    const say = () => desk.act('grace', number, note)
    expect(await table.requestsOf(say)).toEqual(['GetItemCommand', 'GetItemCommand', 'TransactWriteItemsCommand'])
    expect(await table.requestsOf(say)).toEqual(COSTS.command)
  })
})
