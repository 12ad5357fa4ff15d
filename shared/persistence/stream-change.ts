import type { DynamoDBRecord } from 'aws-lambda'
import type { StreamChange } from '../application/ports.ts'
import type { RecordedEvent } from '../domain/record.ts'
import { recordKeyOf } from './keys.ts'

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>

const textIn = (image: Image | undefined, attribute: string): string | null => image?.[attribute]?.S ?? null

const NOTHING: StreamChange = { kind: 'nothing' }

/** What one record of the table's stream means to the desk: new history, or another wake-up time; most mean nothing. */
export const streamChange = ({ eventName, dynamodb }: DynamoDBRecord): StreamChange => {
  const [before, after] = [dynamodb?.OldImage, dynamodb?.NewImage]
  switch (textIn(after, 'item')) {
    case 'event': {
      const line: RecordedEvent = JSON.parse(textIn(after, 'line') ?? 'null')
      return eventName === 'INSERT' ? { kind: 'event', line } : NOTHING
    }
    case 'record': {
      const [partition, wakeAt] = [textIn(after, 'pk'), textIn(after, 'wakeAt')]
      if (partition === null || wakeAt === null || wakeAt === textIn(before, 'wakeAt')) return NOTHING
      return { kind: 'wake-up', key: recordKeyOf(partition), wakeAt }
    }
    default:
      return NOTHING
  }
}
