import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { startDesk } from '../../local/start-desk.ts'
import { DeskDriver } from '../support/desk.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'
import { FULL, printLoad } from '../support/measured-desk.ts'
import { MixedLoad } from '../support/mixed-load.ts'

/**
 * Mixed load for a minute, `--full` for half an hour, on a desk that keeps everything on disk: what its memory does, and
 * whether everything had its effect exactly once. The local mailbox is in memory, letters and all.
 */

const MINUTES = FULL ? 30 : 1
const PRINT_EVERY_MS = FULL ? 120_000 : 15_000

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const usedMb = (): number => {
  collectGarbage()
  return Math.round(process.memoryUsage().heapUsed / 100_000) / 10
}

/** As V8 keeps it: two bytes a character from the first one on that is not Latin. */
const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return /[^\0-\xff]/.test(value) ? 2 * value.length : value.length
  return value && typeof value === 'object' ? Object.values(value).reduce((sum, part) => sum + bytesOf(part), 0) : 8
}

/** What the local mailbox and its like hold for people to look at; deployed nobody keeps them in memory. */
const keptForLookingMb = async (url: string): Promise<number> => {
  let bytes = 0
  for (const kept of ['mailbox', 'sms', 'chat', 'calls'])
    bytes += bytesOf(await (await fetch(`${url}/local/${kept}`)).json())
  return Math.round(bytes / 100_000) / 10
}

const dataFolder = await mkdtemp(join(tmpdir(), 'firstline-soak-'))
const log = { info: () => undefined, error: (message: string, error: unknown) => console.error(message, error) }
const dynamodbPort = await freePort()
const running = await startDesk({ port: 0, smtpPort: 0, dynamodbPort, dataFolder, withTickets: false, log })
try {
  const { url, smtpPort, identity } = running
  const load = await MixedLoad.on(new DeskDriver({ url, smtpPort, address: identity.address }))
  const startedAt = performance.now()
  const elapsedMs = () => performance.now() - startedAt
  const rows: object[] = []
  let printedAtMs = -PRINT_EVERY_MS
  while (elapsedMs() < MINUTES * 60_000) {
    await load.round()
    if (elapsedMs() - printedAtMs < PRINT_EVERY_MS) continue
    printedAtMs = elapsedMs()
    rows.push({
      minutes: Math.round(printedAtMs / 6_000) / 10,
      effects: load.effects,
      'memory in use, MB': usedMb(),
      'of it the local mailbox, MB': await keptForLookingMb(url),
    })
  }
  console.table(rows)
  const faults = await load.faults()
  console.info(`${load.effects} effects, ${faults.length} lost or doubled; memory in use ${usedMb()} MB`)
  printLoad()
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
} finally {
  await running.stop()
  await rm(dataFolder, { recursive: true, force: true })
}
