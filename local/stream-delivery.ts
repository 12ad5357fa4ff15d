import { setTimeout as pause } from 'node:timers/promises'
import type { _Record } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

export type Delivery = {
  readonly handler: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>
  /** Gets each record that was refused to the end; it must not fail. */
  readonly onFailure: (record: DynamoDBRecord, error: unknown) => void | Promise<void>
  /** Aborted: start nothing more. */
  readonly ending: AbortSignal
  /** Called each time everything up to a record is done. */
  readonly handled: (sequenceNumber: string) => Promise<void>
}

/** One and a half seconds in all: so long a record that cannot be handled keeps up those behind it. */
const PAUSES_MS = [50, 100, 200, 400, 800]

/** Hands records to the handler, in order. A record it refuses is tried again alone, then given to `onFailure`. */
export const deliver = async (records: readonly _Record[], delivery: Delivery): Promise<void> => {
  let rest = records.map(lambdaRecord)
  while (rest.length > 0 && !delivery.ending.aborted) {
    const { passed } = await attempt(delivery, rest)
    const [refused] = rest.slice(passed)
    const done = rest.slice(0, passed)
    if (refused && (await isSettled(refused, delivery))) done.push(refused)
    const last = done.at(-1)
    if (last) await delivery.handled(sequenceNumberOf(last))
    rest = rest.slice(done.length)
  }
}

/** False when the reader ends before that. */
const isSettled = async (record: DynamoDBRecord, delivery: Delivery): Promise<boolean> => {
  let why: unknown
  for (const pauseMs of PAUSES_MS) {
    await pause(pauseMs, undefined, { signal: delivery.ending }).catch(() => undefined)
    if (delivery.ending.aborted) return false
    const { passed, error } = await attempt(delivery, [record])
    if (passed === 1) return true
    why = error
  }
  await delivery.onFailure(record, why)
  return true
}

type Attempt = { readonly passed: number; readonly error?: unknown }

/** As Lambda reads the answer: everything before the first failure is done; a batch that throws is not done at all. */
const attempt = async ({ handler }: Delivery, records: readonly DynamoDBRecord[]): Promise<Attempt> => {
  try {
    const { batchItemFailures } = await handler({ Records: [...records] })
    if (batchItemFailures.length === 0) return { passed: records.length }
    const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
    const first = records.findIndex((record) => failed.includes(sequenceNumberOf(record)))
    return { passed: Math.max(0, first), error: new Error('The handler reported this record as failed.') }
  } catch (error) {
    return { passed: 0, error }
  }
}

const sequenceNumberOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? ''

/** Lambda has the same names as the stream, but the time in seconds. */
const lambdaRecord = (record: _Record): DynamoDBRecord =>
  ({
    ...record,
    dynamodb: {
      ...record.dynamodb,
      ApproximateCreationDateTime: Number(record.dynamodb?.ApproximateCreationDateTime) / 1000,
    },
  }) as DynamoDBRecord
