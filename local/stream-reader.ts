import { setTimeout as pause } from 'node:timers/promises'
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { Log } from '../shared/application/ports.ts'
import { openCheckpoint } from './stream-checkpoint.ts'
import { type Delivery, deliver } from './stream-delivery.ts'
import { StreamShards, streamArnOf } from './stream-shards.ts'

export type StreamReaderOptions = Pick<Delivery, 'handler' | 'onFailure'> & {
  readonly streams: DynamoDBStreamsClient
  readonly tableName: string
  /** Says after a restart where to go on; null: with the oldest record that is kept. */
  readonly checkpointFile: string | null
  /** How long to wait before looking again when nobody nudges. */
  readonly intervalMs: number
  readonly log: Log
}

export type StreamReader = {
  /** Something was written: look now. */
  nudge(): void
  /** Returns when everything written before the call has been handled, and everything the handling wrote. */
  idle(): Promise<void>
  /** Returns when the batch under way is handled; what comes later waits for the next reader. */
  stop(): Promise<void>
}

const PAUSE_AFTER_ERROR_MS = 250

/**
 * What Lambda's event source mapping does in the cloud: hands the changes of a table to a handler, in order and at least
 * once. A reader that dies is followed by one that goes on where the last batch ended.
 * @throws Error when the table has no stream
 */
export const startStreamReader = async (options: StreamReaderOptions): Promise<StreamReader> => {
  const { streams, tableName, checkpointFile, intervalMs, log } = options
  const streamArn = await streamArnOf(streams, tableName)
  const shards = new StreamShards(streams, streamArn, await openCheckpoint(checkpointFile, streamArn))
  const ending = new AbortController()
  let nudged = new AbortController()
  let waiting: (() => void)[] = []

  const rest = async (ms: number): Promise<void> => {
    await pause(ms, undefined, { signal: nudged.signal }).catch(() => undefined)
    nudged = new AbortController()
  }

  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const asked = waiting
      waiting = []
      const found = await pass(shards, { ...options, ending: ending.signal }).catch((error: unknown) => {
        log.error('the stream could not be read', error)
        return null
      })
      if (found === 'nothing') for (const answer of asked) answer()
      else waiting.push(...asked)
      if (found === 'nothing') await rest(intervalMs)
      if (found === null) await pause(PAUSE_AFTER_ERROR_MS, undefined, { signal: ending.signal }).catch(() => undefined)
    }
    for (const answer of waiting) answer()
  }

  const ended = run()
  const nudge = () => nudged.abort()
  return {
    nudge,
    idle: () => {
      if (ending.signal.aborted) return Promise.resolve()
      return new Promise((answer) => {
        waiting.push(answer)
        nudge()
      })
    },
    stop: async () => {
      ending.abort()
      nudge()
      await ended
    },
  }
}

/** Reads every shard once and has handled what it found. */
const pass = async (shards: StreamShards, delivery: Omit<Delivery, 'handled'>): Promise<'something' | 'nothing'> => {
  const shardIds = await shards.readable()
  let found: 'something' | 'nothing' = 'nothing'
  for (const shardId of shardIds) {
    const batch = await shards.read(shardId)
    if (batch.records.length > 0 || batch.next === undefined) found = 'something'
    await deliver(batch.records, { ...delivery, handled: (last) => shards.handled(shardId, last) })
    if (delivery.ending.aborted) break
    await shards.goOn(shardId, batch)
  }
  return found
}
