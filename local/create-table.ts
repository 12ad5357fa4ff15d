import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb'
import { TABLE } from '../shared/persistence/table-definition.ts'

/**
 * Creates the table as it is defined; one that exists is left alone. Without `stream` nobody can follow its changes: for
 * tests, as DynamoDB Local writes to a stream the slower, the more the streams of earlier tables hold.
 */
export const createTable = async (client: DynamoDBClient, tableName: string, stream = true): Promise<void> => {
  const keys = [TABLE, ...TABLE.indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: keySchema(TABLE),
        GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index),
          Projection:
            index.include.length > 0
              ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.include] }
              : { ProjectionType: 'KEYS_ONLY' },
        })),
        ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: TABLE.stream } }),
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
}

const keySchema = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]
