import { setTimeout as pause } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { DeskDriver } from '../support/desk.ts'
import { FULL, onRunningDesk } from '../support/measured-desk.ts'

/**
 * Mail to visible ticket (DESIGN §9: one within 300 ms, 200 of 8 kB at 40 a second), by SMTP on the local desk, which shares
 * its processor with the database. Processor time is the desk's own, all that follows included.
 */

const MAILS = FULL ? 200 : 50
const SINGLE = FULL ? 20 : 5
const CONNECTIONS = 8
const TEXT =
  'Since this morning the printer on the second floor prints every page twice, and then a blank one.\n'.repeat(80)

type Client = { readonly intake: () => Promise<number>; readonly send: (index: number, text: string) => Promise<void> }

const clientOf = async (desk: DeskDriver): Promise<Client> => {
  const manager = await desk.as('desk manager')
  const transport = createTransport({
    ...{ host: '127.0.0.1', port: desk.smtpPort, secure: false, ignoreTLS: true },
    ...{ pool: true, maxConnections: CONNECTIONS, maxMessages: 1_000 },
  })
  return {
    intake: async () => (await manager.asks<{ intake: { count: number } }>('/dashboard')).intake.count,
    send: async (index, text) => {
      const from = `person-${index}@example.com`
      await transport.sendMail({ from, to: 'desk@firstline.example', subject: `Prints twice (${index})`, text })
    },
  }
}

const visible = async ({ intake }: Client, count: number): Promise<void> => {
  while ((await intake()) < count) await pause(250)
}

await onRunningDesk(async (desk) => {
  const client = await clientOf(desk)
  await client.send(0, TEXT)
  await visible(client, 1)
  await desk.settled()
  const singles: number[] = []
  for (let index = 1; index <= SINGLE; index += 1) {
    const startedAt = performance.now()
    await client.send(index, TEXT)
    await visible(client, index + 1)
    singles.push(performance.now() - startedAt)
    await desk.settled()
  }
  const before = process.cpuUsage()
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: MAILS }, (_, index) => client.send(1_000 + index, TEXT)))
  const keptMs = performance.now() - startedAt
  await visible(client, 1 + SINGLE + MAILS)
  const visibleMs = performance.now() - startedAt
  const used = process.cpuUsage(before)
  await desk.settled()
  const settledMs = performance.now() - startedAt
  const perSecond = (ms: number) => Math.round((MAILS / ms) * 10_000) / 10
  console.table([
    {
      mails: MAILS,
      'one mail, ms': Math.round(singles.toSorted((a, b) => a - b)[Math.floor(singles.length / 2)] ?? 0),
      'kept a second': perSecond(keptMs),
      'visible a second': perSecond(visibleMs),
      'followed up a second': perSecond(settledMs),
      'processor ms a mail': Math.round((used.user + used.system) / 1_000 / MAILS),
    },
  ])
})
