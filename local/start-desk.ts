import { join } from 'node:path'
import type { DeskIdentity } from '../shared/application/deps.ts'
import type { Clock, Log, Mailer } from '../shared/application/ports.ts'
import type { Instant } from '../shared/domain/instant.ts'
import { CannotStart, type DeskOptions } from './desk-options.ts'
import { type DynamoDbLocal, startDynamoDbLocal } from './dynamodb-local.ts'
import { claimFolder } from './one-desk.ts'

export type StartOptions = DeskOptions & {
  /** Where the demo clock of a desk without a past begins; real time when absent. */
  readonly startsAt?: Instant
  /** What goes on by itself in its place; this machine's watch when absent. */
  readonly watch?: () => number
  /** False: the demo's people and settings, but none of its tickets. */
  readonly withTickets?: boolean
  /** True: with months that are over, and their report. */
  readonly withPast?: boolean
  /** The folder of the portal's built files; absent: the API and the pages under /local alone. */
  readonly portal?: Promise<string>
  /** What a test puts between the desk and its mailbox, say a server that throttles. */
  readonly mailer?: (mailbox: Mailer, clock: Clock) => Mailer
  readonly log: Log
}

export type RunningDesk = {
  readonly url: string
  readonly smtpPort: number
  readonly identity: DeskIdentity
  stop(): Promise<void>
}

/** What has been started, to be ended in the opposite order. */
export type Started = (() => Promise<void>)[]

const startDatabase = async ({ dynamodbPort, dataFolder }: DeskOptions): Promise<DynamoDbLocal> => {
  const data = dataFolder === null ? 'memory' : join(dataFolder, 'dynamodb')
  try {
    return await startDynamoDbLocal({ port: dynamodbPort, data })
  } catch (error) {
    throw error instanceof Error ? new CannotStart(error.message) : error
  }
}

const start = async (options: StartOptions, started: Started): Promise<Omit<RunningDesk, 'stop'>> => {
  if (options.dataFolder !== null) started.push(await claimFolder(options.dataFolder))
  const database = startDatabase(options)
  const stopDatabase = database.then(
    ({ stop }) => stop,
    () => async () => undefined,
  )
  started.push(async () => (await stopDatabase)())
  // loaded while Java starts: each takes about a second
  const { openDesk } = await import('./open-desk.ts')
  return openDesk(options, database, started)
}

/**
 * The whole desk on this machine (DESIGN §5). With port 0 the system chooses one, but for the database.
 * @throws CannotStart with one line that says what to do; whatever had been started is ended again
 */
export const startDesk = async (options: StartOptions): Promise<RunningDesk> => {
  const started: Started = []
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end()
  }
  try {
    return { ...(await start(options, started)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
