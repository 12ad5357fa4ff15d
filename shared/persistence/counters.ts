import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Instant } from '../domain/instant.ts'
import { expiry } from './items.ts'
import { counterKey } from './keys.ts'
import { isConditionFailure, isConflict, retrying } from './retry.ts'
import type { TableAccess } from './table-access.ts'
import { TABLE } from './table-definition.ts'

type Change = Omit<UpdateCommandInput, 'TableName' | 'Key' | 'ReturnValues'>

export const nextNumberFrom =
  (access: TableAccess) =>
  (series: string): Promise<number> =>
    retrying(access, isConflict, () =>
      changed(access, series, {
        UpdateExpression: 'ADD #value :one',
        ExpressionAttributeNames: { '#value': 'value' },
        ExpressionAttributeValues: { ':one': 1 },
      }),
    )

/** The first call decides when the counter ends: somebody who keeps trying does not keep it alive. */
export const countIn =
  (access: TableAccess) =>
  (name: string, expiresAt: Instant): Promise<number> => {
    const end = expiry(expiresAt)
    const placeholders = {
      ExpressionAttributeNames: { '#value': 'value', '#ttl': TABLE.expiry },
      ExpressionAttributeValues: { ':one': 1, ':end': end.expiresAt, ':ttl': end.ttl, ':now': access.clock.now() },
    }
    const goOn: Change = {
      UpdateExpression:
        'ADD #value :one SET expiresAt = if_not_exists(expiresAt, :end), #ttl = if_not_exists(#ttl, :ttl)',
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt > :now',
      ...placeholders,
    }
    const startAgain: Change = {
      UpdateExpression: 'SET #value = :one, expiresAt = :end, #ttl = :ttl',
      ConditionExpression: 'expiresAt <= :now',
      ...placeholders,
    }
    return retrying(
      access,
      (error) => isConflict(error) || isConditionFailure(error),
      () =>
        changed(access, name, goOn).catch((error: unknown) => {
          if (isConditionFailure(error)) return changed(access, name, startAgain)
          throw error
        }),
    )
  }

const changed = async ({ client, tableName }: TableAccess, name: string, change: Change): Promise<number> => {
  const { Attributes: { value } = {} } = await client.send(
    new UpdateCommand({ ...change, TableName: tableName, Key: counterKey(name), ReturnValues: 'UPDATED_NEW' }),
  )
  return Number(value)
}
