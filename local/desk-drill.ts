import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { carryNumbers } from '../shared/persistence/carry-numbers.ts'
import { compareTables } from '../shared/persistence/compare-tables.ts'
import { verifyHistory } from '../shared/persistence/verify-history.ts'
import { askAws } from './ask-aws.ts'
import { optionsFrom } from './desk-options.ts'
import { readyTable } from './ready-table.ts'
import { restoreTable } from './restore-table.ts'
import { outputsOf } from './stack-outputs.ts'
import { LOCAL_CREDENTIALS, TABLE_NAME } from './table.ts'

/** The table of the desk running here, or of a deployed stage with the credentials in use. @throws Error when there is none */
const originalOf = async (stage: string) => {
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

const checkedInstant = (text: string | undefined): string | null => {
  if (text === undefined) return null
  if (!Number.isFinite(Date.parse(text))) throw new Error(`"${text}" is no instant such as 2026-03-02T01:00:00Z.`)
  return new Date(text).toISOString()
}

const stamp = (): string => new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)

/**
 * Restores the table of a stage into a new one, gives it what a desk needs, and compares: items of each kind, where the histories end,
 * and the seals of the restored history (AUD-2). The last line is the setting that points a stage at it. The same command is the drill
 * and the emergency (docs/deploy.md). @returns 1 when something is lost or was tampered with
 */
export const runDrill = async (
  [stage = '', at]: readonly string[],
  print: (line: string) => unknown,
): Promise<number | undefined> => {
  const tell = (line: object) => print(JSON.stringify(line))
  const original = await originalOf(stage)
  const restored = `firstline-${stage}-restored-${stamp()}`
  const names = { original: original.name, restored }
  const { by, until } = await restoreTable(original.client, { ...names, at: checkedInstant(at) })
  const client = DynamoDBDocumentClient.from(original.client)
  const tables = { original: { client, tableName: original.name }, restored: { client, tableName: restored } }
  const stream = await readyTable(original.client, restored)
  tell({ ...names, by, until })
  const { differences, ...compared } = await compareTables(tables, until)
  for (const difference of differences) tell(difference)
  tell({ ...compared, differences: differences.length })
  const { faults, ...verified } = await verifyHistory(tables.restored)
  for (const fault of faults) tell(fault)
  tell({ ...verified, faults: faults.length })
  await carryNumbers(tables)
  tell({ restoredTable: { name: restored, stream } })
  return differences.length + faults.length > 0 ? 1 : undefined
}
