import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import { reactHandler } from '../../functions/react.ts'
import type { Deps } from '../../shared/application/deps.ts'
import type { RecordKey } from '../../shared/domain/record.ts'

const wantsWaking = (sequenceNumber: string, id: string): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: sequenceNumber,
    NewImage: marshall({
      pk: `ticket#${id}`,
      sk: 'record',
      item: 'record',
      wakeAt: '2026-03-02T01:00:00.000Z',
    }) as Record<string, never>,
  },
})

const deskThatCannotWake = (broken: string | null) => {
  const woken: string[] = []
  const schedule = async ({ id }: RecordKey): Promise<void> => {
    if (id === broken) throw new Error('ThrottlingException')
    woken.push(id)
  }
  const deps = { wakeUps: { schedule }, log: { error: () => undefined } } as unknown as Deps
  return { woken, handle: reactHandler(deps) }
}

const CHANGES = { Records: [wantsWaking('1', 'A'), wantsWaking('2', 'B'), wantsWaking('3', 'C')] }

test('changes are followed up in their order', async () => {
  const { woken, handle } = deskThatCannotWake(null)
  expect(await handle(CHANGES)).toEqual({ batchItemFailures: [] })
  expect(woken).toEqual(['A', 'B', 'C'])
})

test('the first that fails is where the stream starts again, so that nothing overtakes it', async () => {
  const { woken, handle } = deskThatCannotWake('B')
  expect(await handle(CHANGES)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] })
  expect(woken).toEqual(['A'])
})
