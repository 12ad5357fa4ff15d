import { paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { COUNTER_SORT } from './keys.ts'
import type { TableAccess } from './table-access.ts'
import { TABLE } from './table-definition.ts'

type Reach = Pick<TableAccess, 'client' | 'tableName'>

/**
 * Sets the counters of a restored table to where those of the original stand, so that no number is given twice: mails with those given
 * since the moment restored to are out already. Counters that expire only limit rates.
 */
export const carryNumbers = async ({
  original,
  restored,
}: {
  readonly original: Reach
  readonly restored: Reach
}): Promise<void> => {
  const pages = paginateScan(
    { client: original.client },
    {
      TableName: original.tableName,
      ConsistentRead: true,
      FilterExpression: 'sk = :counter AND attribute_not_exists(#ttl)',
      ExpressionAttributeNames: { '#ttl': TABLE.expiry },
      ExpressionAttributeValues: { ':counter': COUNTER_SORT },
    },
  )
  for await (const { Items = [] } of pages) {
    for (const { pk, sk, value } of Items) {
      await restored.client.send(
        new UpdateCommand({
          TableName: restored.tableName,
          Key: { pk, sk },
          UpdateExpression: 'SET #value = :value',
          ExpressionAttributeNames: { '#value': 'value' },
          ExpressionAttributeValues: { ':value': value },
        }),
      )
    }
  }
}
