import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { type AskAws, askAws } from './ask-aws.ts'
import { payloadOf } from './dead-letter-payload.ts'
import { type DeadLetter, type DeadLetters, deadLettersOf, forget, invoke, receive } from './dead-letters.ts'

/** Null when it is done or needs doing no more, else why it stays where it is. */
const redo = async (
  ask: AskAws,
  streams: DynamoDBStreamsClient,
  { functionName }: DeadLetters,
  { body }: DeadLetter,
): Promise<string | null> => {
  try {
    const payload = await payloadOf(body, streams)
    return payload === null ? null : await invoke(ask, functionName, payload)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * Hands every undelivered event of a deployed desk to its function once more; whatever succeeds leaves its queue, the rest stays
 * for the next time. Doing an event again that was done already does no harm. @returns 1 when something failed again
 */
export const runReplayDead = async (
  [stage = '']: readonly string[],
  print: (line: string) => unknown,
): Promise<number | undefined> => {
  const ask = await askAws()
  const streams = new DynamoDBStreamsClient({})
  let failed = 0
  for (const queue of await deadLettersOf(ask, stage)) {
    let [done, stayed] = [0, 0]
    for (let letters = await receive(ask, queue); letters.length > 0; letters = await receive(ask, queue)) {
      for (const letter of letters) {
        const problem = await redo(ask, streams, queue, letter)
        if (problem === null) await forget(ask, queue, letter)
        else print(JSON.stringify({ queue: queue.name, problem }))
        if (problem === null) done += 1
        else stayed += 1
      }
    }
    print(JSON.stringify({ queue: queue.name, done, stayed }))
    failed += stayed
  }
  return failed > 0 ? 1 : undefined
}
