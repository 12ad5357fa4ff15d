import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import type { StreamChange } from '../application/ports.ts'
import type { Read } from './items.ts'
import { recordKeyOf } from './keys.ts'

/**
 * What a change of one item means to the reactions. Lines written beside a record (entries), aliases, counters and
 * removals mean nothing; a record matters only when it now wants to be woken at another time than before.
 */
export const streamChange = ({ eventName, dynamodb }: DynamoDBRecord): StreamChange => {
  const { item, pk, line, wakeAt } = image(dynamodb?.NewImage)
  const { wakeAt: wakeAtBefore } = image(dynamodb?.OldImage)
  if (item === 'event' && eventName === 'INSERT') return { kind: 'event', line: JSON.parse(String(line)) }
  return item === 'record' && typeof wakeAt === 'string' && wakeAt !== wakeAtBefore
    ? { kind: 'wake-up', key: recordKeyOf(String(pk)), wakeAt }
    : { kind: 'nothing' }
}

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage']

/** Lambda's types and the SDK's name the same JSON differently. */
const image = (attributes: Image): Read => (attributes ? unmarshall(attributes as Record<string, AttributeValue>) : {})
