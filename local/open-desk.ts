import { apiHandler } from '../functions/api.ts'
import { localAuthorizer } from './authorizer.ts'
import type { PostedMessage } from './chat-recorder.ts'
import { openClock } from './clock.ts'
import { openDemoTicketsOnce, openPastOnce, setUpDemo } from './demo/set-up.ts'
import { CannotStart } from './desk-options.ts'
import type { DynamoDbLocal } from './dynamodb-local.ts'
import { everybody } from './everybody.ts'
import { gateway } from './gateway.ts'
import { type Answer, listenLocally } from './http-server.ts'
import { keptKey } from './keys.ts'
import { identityAt, localDeps } from './local-deps.ts'
import { type LocalParts, localEndpoint } from './local-endpoints.ts'
import { type DeliveredMail, mailboxMailer } from './mailbox.ts'
import { openOutbox } from './outbox.ts'
import { portalFile } from './portal-files.ts'
import { localMachine } from './procedure-machine.ts'
import { localSelfWatch } from './self-watch.ts'
import { openShelves } from './shelves.ts'
import { startSmtp } from './smtp.ts'
import type { RunningDesk, Started, StartOptions } from './start-desk.ts'
import { openTable } from './table.ts'
import type { DeliveredText } from './text-messages.ts'
import { localUploads } from './uploads.ts'
import type { MadeCall } from './voice-calls.ts'
import { startWork, type Work } from './work.ts'

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
  (api: Answer, parts: LocalParts, portal: string | null): Answer =>
  async (request, response) => {
    // the desk's time, by which the portal says how much of it is left
    response.setHeader('date', new Date(parts.clock.now()).toUTCString())
    if (request.url.pathname.startsWith('/api/')) return api(request, response)
    const file = portal === null ? null : await portalFile(portal, parts.identity, request)
    const { status, headers, body } = file ?? (await localEndpoint(parts, request))
    response.writeHead(status, headers).end(body)
  }

/** Puts the desk together around its database and opens it; what is started is noted in `started`. */
export const openDesk = async (
  options: StartOptions,
  database: Promise<DynamoDbLocal>,
  started: Started,
): Promise<Omit<RunningDesk, 'stop'>> => {
  const { port, smtpPort, dataFolder, log } = options
  const server = await onPort('FIRSTLINE_PORT', port, () => listenLocally(port, log))
  started.push(server.close)
  const identity = identityAt(server.url)
  const working = Promise.withResolvers<Work>()
  // mail that comes while the desk starts is acknowledged once somebody keeps it
  const accept = async (raw: Uint8Array) => (await working.promise).acceptMail(raw)
  const smtp = await onPort('FIRSTLINE_SMTP_PORT', smtpPort, () => startSmtp(smtpPort, identity.address, accept))
  started.push(smtp.close)
  const shelves = await openShelves(dataFolder)
  const clock = await openClock(shelves.state, options.startsAt, options.watch)
  const table = await openTable((await database).endpoint, dataFolder, clock)
  const mails = await openOutbox<DeliveredMail>(shelves.mailbox)
  const mailbox = mailboxMailer(mails, clock)
  const texts = await openOutbox<DeliveredText>(shelves['text-messages'])
  const posts = await openOutbox<PostedMessage>(shelves.chat)
  const calls = await openOutbox<MadeCall>(shelves['voice-calls'])
  const secret = await keptKey(shelves.state, 'upload-key')
  const uploads = localUploads(server.url, shelves.files, { secret, clock })
  const machine = localMachine(log)
  const deps = await localDeps({
    store: table.store,
    clock,
    shelves,
    uploads,
    mailer: options.mailer?.(mailbox, clock) ?? mailbox,
    texts,
    calls,
    machine,
    identity,
    log,
  })
  await setUpDemo(deps, shelves.state)
  const pastUntil = options.withPast === true ? await openPastOnce(deps, shelves.state) : null
  const work = await startWork({ pastUntil, deps, clock, table, machine, incoming: shelves.incoming })
  started.push(work.stop)
  if (options.withTickets !== false) await openDemoTicketsOnce(deps, shelves.state)
  const authorizer = localAuthorizer(await keptKey(shelves.state, 'sign-in-key'))
  const people = async () => (await everybody(table.store)).filter(({ active }) => active)
  const parts = {
    ...work,
    identity,
    smtpPort: smtp.port,
    people,
    groups: async () => (await deps.settings.desk()).groups,
    authorizer,
    clock,
    mails,
    texts,
    posts,
    calls,
    uploads,
    watch: localSelfWatch(deps, smtp.port, work.deliver),
  }
  working.resolve(work)
  server.open(answering(gateway(apiHandler(deps), authorizer), parts, (await options.portal) ?? null))
  return { url: server.url, smtpPort: smtp.port, identity }
}
