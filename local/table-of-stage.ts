import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { askAws } from './ask-aws.ts'
import { optionsFrom } from './desk-options.ts'
import { outputsOf } from './stack-outputs.ts'
import { LOCAL_CREDENTIALS, TABLE_NAME } from './table.ts'

/** The table of the desk running here, or of a deployed stage with the credentials in use. @throws Error when there is none */
export const tableOfStage = async (stage: string) => {
  if (stage === 'local') {
    const { dynamodbPort } = optionsFrom(process.env)
    const endpoint = `http://127.0.0.1:${dynamodbPort}`
    return {
      client: new DynamoDBClient({ endpoint, region: 'local', credentials: LOCAL_CREDENTIALS }),
      name: TABLE_NAME,
    }
  }
  const { TableName: name } = await outputsOf(await askAws(), stage, 'state')
  if (!name) throw new Error(`The stack firstline-${stage}-state names no table: deploy it again.`)
  return { client: new DynamoDBClient({}), name }
}
