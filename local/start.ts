import { flushCompileCache } from 'node:module'
import { consoleLog } from './console-log.ts'
import { CannotStart, optionsFrom, withPastFrom } from './desk-options.ts'
import { builtPortal } from './portal-build.ts'
import { type RunningDesk, startDesk } from './start-desk.ts'

const greeting = ({ url, smtpPort, identity }: RunningDesk, seconds: number): string => `
  Firstline is up after ${seconds.toFixed(1)} s.

  Portal                   ${url}
  Clock, mailbox, alarms   ${url}/local
  API                      ${url}/api/v1   (openapi.json there describes it)
  Mail to the desk         ${identity.address} by SMTP at localhost:${smtpPort}

  Sign in as, for example: anna or lin (requesters), victor (VIP), grace or wei (desk), diana (desk manager),
  leo or noor (first line), petra (second line), ivan (incident manager), paula (project manager), martin (management),
  ada (administrator). Everybody: ${url}/local/people

  Ctrl-C stops it.
`

const stopOnSignal = (desk: RunningDesk): void => {
  let stopping = false
  const stop = async () => {
    // whoever asks twice is in a hurry; the data survives that too
    if (stopping) process.exit(1)
    stopping = true
    await desk.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

try {
  const desk = await startDesk({
    ...optionsFrom(process.env),
    withPast: withPastFrom(process.env),
    portal: builtPortal(),
    log: consoleLog,
  })
  stopOnSignal(desk)
  console.log(greeting(desk, process.uptime()))
  flushCompileCache()
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
}
