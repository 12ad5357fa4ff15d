import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { bundleOptions } from '../../infra/bundle.ts'
import { loadedBytes } from '../support/loaded-bytes.ts'

/** Size of the code every function starts with, and the processor time until its handler is there, beside the bare DynamoDB client. */

const ROUNDS = 15
const BARE = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
  import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
  export const handler = [DynamoDBDocumentClient.from(new DynamoDBClient()), GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand]`

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'firstline-bundles-'))

const bundle = (name: string): string => {
  const options = bundleOptions(name, join(folder, name))
  if (name !== 'bare DynamoDB client') buildSync(options)
  else buildSync({ ...options, entryPoints: [], stdin: { contents: BARE, resolveDir: root } })
  return join(folder, name, 'index.mjs')
}

const SETTINGS = [
  'TABLE_NAME',
  'STAGE',
  'DESK_NAME',
  'DESK_ADDRESS',
  'PUBLIC_URL',
  'FILES_BUCKET',
  'SECRET_PARAMETER',
].concat(
  ['MAIL_CONFIGURATION_SET', 'BUS_NAME', 'WAKE_UP_GROUP', 'WAKE_UP_ROLE', 'WAKE_UP_FUNCTION', 'WAKE_UP_DEAD_LETTERS'],
  ['PROCEDURE_MACHINE', 'CANARY_ALARM', 'CHAT_PARAMETERS', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
)
const env = {
  AWS_REGION: 'eu-west-1',
  ...Object.fromEntries(SETTINGS.map((name) => [name, 'x'])),
  DESK_LANGUAGES: 'en',
}

/** The least of some rounds: whatever else the machine does only ever adds. */
const startMs = (file: string): number => {
  const url = JSON.stringify(pathToFileURL(file))
  const code = `const a = process.cpuUsage(); await import(${url}); const b = process.cpuUsage(a); console.log((b.user + b.system) / 1000)`
  const rounds = Array.from({ length: ROUNDS }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { env })),
  )
  return Math.min(...rounds)
}

const names = readdirSync(join(root, 'functions')).filter((name) => name.endsWith('.lambda.ts'))
const bundles = ['bare DynamoDB client', ...names.map((name) => name.slice(0, -'.lambda.ts'.length))].map((name) => {
  const file = bundle(name)
  return { name, kB: Math.round(loadedBytes(file) / 1000), ms: Math.round(startMs(file)) }
})
const bareMs = bundles[0]?.ms ?? 1
console.table(bundles.map((each) => ({ ...each, 'of bare': (each.ms / bareMs).toFixed(2) })))
rmSync(folder, { recursive: true })
