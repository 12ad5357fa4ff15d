import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { verifyHistory } from '../shared/persistence/verify-history.ts'
import { optionsFrom } from './desk-options.ts'
import { LOCAL_CREDENTIALS, TABLE_NAME } from './table.ts'

/** A deployed table by its name, with the credentials in use; without a name that of the desk running here. */
const tableFor = (name: string | undefined) => {
  const { dynamodbPort } = optionsFrom(process.env)
  const here = { endpoint: `http://127.0.0.1:${dynamodbPort}`, region: 'local', credentials: LOCAL_CREDENTIALS }
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(name === undefined ? here : {}))
  return { client, tableName: name ?? TABLE_NAME }
}

/** AUD-2: one line for each fault in the history, then the totals. @returns 1 when somebody has tampered with it */
export const runVerify = async (
  [name]: readonly string[],
  print: (line: string) => unknown,
): Promise<number | undefined> => {
  const { faults, ...totals } = await verifyHistory(tableFor(name))
  for (const fault of faults) print(JSON.stringify(fault))
  print(JSON.stringify({ ...totals, faults: faults.length }))
  return faults.length > 0 ? 1 : undefined
}
