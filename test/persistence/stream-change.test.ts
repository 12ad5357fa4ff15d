import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import { aliasItem, entryItem, eventItem, type Item, recordItem } from '../../shared/persistence/items.ts'
import { streamChange } from '../../shared/persistence/stream-change.ts'
import { commitOf, entryOf, eventOf, ticketKey } from '../support/commits.ts'

const change = (before: Item | null, after: Item | null): DynamoDBRecord => ({
  eventName: before === null ? 'INSERT' : after === null ? 'REMOVE' : 'MODIFY',
  dynamodb: {
    ...(before && { OldImage: marshall(before) as NonNullable<DynamoDBRecord['dynamodb']>['OldImage'] & object }),
    ...(after && { NewImage: marshall(after) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object }),
  },
})

const MORNING = '2026-03-02T09:00:00.000Z'
const NOON = '2026-03-02T12:00:00.000Z'
const waking = (wakeAt: string | null) => recordItem(commitOf('t', 0, { wakeAt }), undefined)

test('a new event is handed on whole', () => {
  const event = eventOf('t', 3)
  expect(streamChange(change(null, eventItem(event)))).toEqual({ kind: 'event', line: event })
})

test('a record wants to be woken when its time is new or another [SLA-7]', () => {
  const wakeUp = { kind: 'wake-up', key: ticketKey('t'), wakeAt: NOON }
  expect(streamChange(change(null, waking(NOON)))).toEqual(wakeUp)
  expect(streamChange(change(waking(MORNING), waking(NOON)))).toEqual(wakeUp)
  expect(streamChange(change(waking(null), waking(NOON)))).toEqual(wakeUp)
})

test('everything else means nothing', () => {
  const alias = aliasItem({ name: 'n', target: ticketKey('t'), replaces: 'nothing' })
  for (const [before, after] of [
    [waking(NOON), waking(NOON)],
    [waking(NOON), waking(null)],
    [null, waking(null)],
    [waking(NOON), null],
    [null, entryItem(entryOf('t', 'e'))],
    [null, alias],
    [alias, null],
    [eventItem(eventOf('t', 1)), eventItem(eventOf('t', 1))],
  ] as const)
    expect(streamChange(change(before, after))).toEqual({ kind: 'nothing' })
  expect(streamChange({})).toEqual({ kind: 'nothing' })
})
