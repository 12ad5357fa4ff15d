import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { TABLE } from '../shared/persistence/table-definition.ts'

const WRITES: readonly (string | undefined)[] = ['TransactWriteItemsCommand', 'PutItemCommand', 'UpdateItemCommand']

/**
 * DynamoDB Local answers a write some milliseconds before its file holds it; killed in between, it loses what somebody
 * was told is done. A read waits for the file: with one behind every write, an answer means kept.
 */
export const answerOnceKept = (client: DynamoDBClient, tableName: string): void => {
  const nothing = { [TABLE.partitionKey]: { S: '-' }, [TABLE.sortKey]: { S: '-' } }
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args)
        if (WRITES.includes(commandName))
          await client.send(new GetItemCommand({ TableName: tableName, Key: nothing, ConsistentRead: true }))
        return answer
      },
    { step: 'initialize', name: 'answerOnceKept' },
  )
}
