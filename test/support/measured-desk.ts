import { loadavg } from 'node:os'
import { startDesk } from '../../local/start-desk.ts'
import { DeskDriver } from './desk.ts'
import { freePort } from './dynamodb-on-demand.ts'

/** `--full`: as much as the budgets speak of; else enough to see whether something has changed. */
export const FULL = process.argv.includes('--full')

/** What else the machine does belongs to every figure. */
export const printLoad = (): void =>
  console.info(
    `Load of the machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  )

/** A desk in this process, in memory, with the demo's people and none of its tickets; only errors are said. */
export const onRunningDesk = async (work: (desk: DeskDriver) => Promise<void>): Promise<void> => {
  const log = { info: () => undefined, error: (message: string, error: unknown) => console.error(message, error) }
  const dynamodbPort = await freePort()
  const options = { port: 0, smtpPort: 0, dynamodbPort, dataFolder: null, withTickets: false, log }
  const running = await startDesk(options)
  try {
    const { url, smtpPort, identity } = running
    await work(new DeskDriver({ url, smtpPort, address: identity.address }))
    printLoad()
  } finally {
    await running.stop()
  }
}

/** Milliseconds that `share` (0.5, 0.95 …) of the samples stay below. */
export const quantile = (samples: readonly number[], share: number): number =>
  samples.toSorted((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? 0
