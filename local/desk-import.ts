import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createSettings } from '../shared/application/settings-cache.ts'
import { isLanguage } from '../shared/domain/language.ts'
import { createStore } from '../shared/persistence/store.ts'
import { readLogPolicy } from './history/log-policy.ts'
import type { Target } from './import/import-case.ts'
import { importLog } from './import/import-log.ts'
import { printedImport } from './import/printed.ts'
import { linesTo } from './lines-to.ts'
import { tableOfStage } from './table-of-stage.ts'
import { whoAsks } from './who-asks.ts'

const given = (args: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      policy: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      left: { type: 'string' },
      language: { type: 'string', default: 'en' },
    },
  })
  const { policy, 'dry-run': dryRun, left = null, language } = values
  const [stage, file, ...more] = positionals
  if (stage === undefined || file === undefined || more.length > 0)
    throw new Error('Name the stage (or "local") and one file: the tickets to be taken over.')
  if (policy === undefined) throw new Error('Say with --policy how the file is to be read; docs/replay.md has samples.')
  if (!isLanguage(language)) throw new Error(`--language ${language} is not known: en or zh-CN.`)
  return { stage, file, policy, dryRun, left, language }
}

/** A desk that is written to from outside its functions, with the credentials in use. */
const targetOf = async (stage: string): Promise<Target> => {
  const { client, name } = await tableOfStage(stage)
  const clock = { now: () => new Date().toISOString() }
  const document = DynamoDBDocumentClient.from(client)
  const store = createStore({ client: document, tableName: name, clock, sleep, random: Math.random })
  return { store, clock, settings: createSettings({ store, clock }) }
}

const NOT_RUNNING = 'No desk is running here: start it with "npm start", or name the stage of a deployed one.'

const isNobodyThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'

/**
 * API-3: takes the closed tickets of another desk over and prints what could not be taken over and why, and whether the rest counts as
 * the log does. `--dry-run` writes nothing; `--left` names a file for every case that was left.
 * @returns 1 when something was taken over that does not count as the log does, 2 when it cannot be done
 */
export const runImport = async (args: readonly string[], print: (line: string) => unknown): Promise<number> => {
  try {
    const { stage, file, policy, dryRun, left, language } = given(args)
    const read = await readLogPolicy(policy, 'import')
    const lines = await linesTo(left)
    const imported = await importLog(file, await targetOf(stage), read, {
      ...{ dryRun, by: await whoAsks(stage) },
      onLeft: lines.add,
    })
    await lines.end()
    for (const line of printedImport(imported, { dryRun, language })) print(line)
    return imported.reconciliation.unequal.length > 0 ? 1 : 0
  } catch (error) {
    print(isNobodyThere(error) ? NOT_RUNNING : error instanceof Error ? error.message : String(error))
    return 2
  }
}
