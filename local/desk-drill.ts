import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { carryNumbers } from '../shared/persistence/carry-numbers.ts'
import { compareTables } from '../shared/persistence/compare-tables.ts'
import { verifyHistory } from '../shared/persistence/verify-history.ts'
import { readyTable } from './ready-table.ts'
import { restoreTable } from './restore-table.ts'
import { tableOfStage } from './table-of-stage.ts'

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
  const original = await tableOfStage(stage)
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
