import type { ServerResponse } from 'node:http'
import { apiHandler } from '../functions/api.ts'
import type { DeskIdentity } from '../shared/application/deps.ts'
import type { Log } from '../shared/application/ports.ts'
import type { Instant } from '../shared/domain/instant.ts'
import { localAuthorizer } from './authorizer.ts'
import { openClock } from './clock.ts'
import { openDemoTickets } from './demo/open-tickets.ts'
import { demoPeople } from './demo/people.ts'
import { setUpDemo } from './demo/set-up.ts'
import { CannotStart, type DeskOptions } from './desk-options.ts'
import { gateway } from './gateway.ts'
import { type Answer, listenLocally } from './http-server.ts'
import { keptKey } from './keys.ts'
import { identityAt, localDeps } from './local-deps.ts'
import { type LocalParts, localEndpoint } from './local-endpoints.ts'
import type { DeliveredMail } from './mailbox.ts'
import { claimFolder } from './one-desk.ts'
import { openOutbox } from './outbox.ts'
import { openShelves } from './shelves.ts'
import { startSmtp } from './smtp.ts'
import { openTable } from './table.ts'
import type { DeliveredText } from './text-messages.ts'
import { startWork } from './work.ts'

export type StartOptions = DeskOptions & {
  /** Where the demo clock of a desk without a past begins; real time when absent. */
  readonly startsAt?: Instant
  /** False: the demo's people and settings, but none of its tickets. */
  readonly withTickets?: boolean
  readonly log: Log
}

export type RunningDesk = {
  readonly url: string
  readonly smtpPort: number
  readonly identity: DeskIdentity
  stop(): Promise<void>
}

/** What has been started, to be ended in the opposite order. */
type Started = (() => Promise<void>)[]

const TICKETS_OPENED = 'demo-tickets'

/** @throws CannotStart naming the port and how to choose another */
const onPort = async <Running>(variable: string, port: number, start: () => Promise<Running>): Promise<Running> => {
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new CannotStart(
      `Port ${port} is taken by another program: stop it, or choose another with ${variable}=${port + 1} npm start.`,
    )
  }
}

const answering =
  (api: Answer, parts: LocalParts): Answer =>
  async (request, response: ServerResponse) => {
    if (request.url.pathname.startsWith('/api/')) return api(request, response)
    const { status, headers, body } = await localEndpoint(parts, request)
    response.writeHead(status, headers).end(body)
  }

const start = async (options: StartOptions, started: Started): Promise<Omit<RunningDesk, 'stop'>> => {
  const { dataFolder, log } = options
  if (dataFolder !== null) started.push(await claimFolder(dataFolder))
  const server = await onPort('FIRSTLINE_PORT', options.port, () => listenLocally(options.port, log))
  started.push(server.close)
  const identity = identityAt(server.url)
  const shelves = await openShelves(dataFolder)
  const clock = await openClock(shelves.state, options.startsAt)
  const table = await openTable(options, clock)
  started.push(table.close)
  const mails = await openOutbox<DeliveredMail>(shelves.mailbox)
  const texts = await openOutbox<DeliveredText>(shelves['text-messages'])
  const deps = await localDeps({ store: table.store, clock, shelves, mails, texts, identity, log })
  await setUpDemo(deps)
  const work = await startWork({ deps, clock, table, incoming: shelves.incoming })
  started.push(work.stop)
  if (options.withTickets !== false && !(await shelves.state.get(TICKETS_OPENED))) {
    await openDemoTickets(deps)
    await shelves.state.put(TICKETS_OPENED, new Uint8Array())
  }
  const smtp = await onPort('FIRSTLINE_SMTP_PORT', options.smtpPort, () =>
    startSmtp(options.smtpPort, identity.address, work.acceptMail),
  )
  started.push(smtp.close)
  const authorizer = localAuthorizer(await keptKey(shelves.state, 'sign-in-key'))
  const people = async () => demoPeople
  server.open(
    answering(gateway(apiHandler(deps), authorizer), {
      ...work,
      identity,
      smtpPort: smtp.port,
      people,
      authorizer,
      clock,
      mails,
      texts,
    }),
  )
  return { url: server.url, smtpPort: smtp.port, identity }
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
