import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { canaryMail } from '../../shared/application/canaries.ts'
import type { OutgoingMail } from '../../shared/application/ports.ts'
import { receiveEvent } from '../../shared/application/receive-event.ts'
import { type Launch, watchOneself } from '../../shared/application/self-watch.ts'
import { replyToken } from '../../shared/domain/link/reply-token.ts'
import { replyAddressFor } from '../../shared/domain/mail/thread.ts'
import { canaryReason } from '../../shared/domain/watch/canary.ts'
import { alarmEvent, withDetail } from '../support/alarm-events.ts'
import { DeskOnTable } from '../support/desk-on-table.ts'
import { type TestTable, testTable } from '../support/dynamodb.ts'
import type { Written } from '../support/raw-mails.ts'
import { MONDAY_9 } from '../support/ticket-fixtures.ts'
import { receive, storedMail, ticketFrom } from './received-mail.ts'

let table: TestTable
let desk: DeskOnTable
beforeEach(async () => {
  table = await testTable()
  desk = await new DeskOnTable(table).open()
  desk.moveTo(MONDAY_9)
})

const written = ({ from, to, subject, text, headers }: OutgoingMail) => ({
  from: `${from.name} <${from.address}>`,
  to: to.address,
  subject,
  text,
  headers,
})

const ringing = (reason: string, name = 'firstline-trial-canary', state: 'ALARM' | 'OK' = 'ALARM') => {
  const event = alarmEvent(name, state, desk.now())
  return withDetail(event, { state: { ...event.detail.state, reason } })
}

/** Both roads as they should be; what the roads are to do else a test says. */
const launch = (other: Partial<Launch> = {}): Launch => ({
  mail: async (number) => receive(desk, written(await canaryMail(desk.deps, number))),
  alarm: (number) => receiveEvent(desk.deps, ringing(canaryReason(number, desk.deps.identity.address))),
  ...other,
})

const tenMinutes = async (): Promise<void> => {
  await desk.settle()
  desk.waitMinutes(3)
  await desk.wakeDue()
  desk.waitMinutes(7)
}

describe('the desk watches itself', () => {
  test('what comes through is told with how long it took, and opens nothing', async () => {
    const mark = desk.stream.length
    await watchOneself(desk.deps, launch())
    await tenMinutes()
    expect(await watchOneself(desk.deps, launch())).toMatchObject({ mail: 'arrived', alarm: 'arrived' })
    expect(desk.figures.slice(-4).map(({ name, value }) => [name, value])).toEqual([
      ['CanaryMailsLost', 0],
      ['CanaryMailDelay', 0],
      ['CanaryAlarmsLost', 0],
      ['CanaryAlarmDelay', 0],
    ])
    const kinds = desk.stream
      .slice(mark)
      .map((change) => (change.kind === 'event' ? change.line.record.kind : 'canary'))
    expect(new Set(kinds)).toEqual(new Set(['canary']))
    expect(desk.mails).toEqual([])
  })

  test('its mail does not stay in storage, which keeps the mail of everybody else for good', async () => {
    const inStorage = (mail: Written) => {
      const stored = storedMail(mail)
      desk.files.set(stored.key, stored.raw)
      return stored
    }
    const others = inStorage({ from: 'Anna <anna@harbour.test>', subject: 'The scanner', text: 'It is dead.' })
    await receive(desk, others)
    const mail = async (number: string) => {
      const canary = inStorage(written(await canaryMail(desk.deps, number)))
      expect(desk.files.has(canary.key)).toBe(true)
      await receive(desk, canary)
    }
    await watchOneself(desk.deps, launch({ mail }))
    expect([...desk.files.keys()]).toEqual([others.key])
  })

  test('what never arrives is lost; the other road is told of by itself', async () => {
    await watchOneself(desk.deps, launch({ mail: async () => undefined }))
    await tenMinutes()
    expect(await watchOneself(desk.deps, launch())).toMatchObject({ mail: 'lost', alarm: 'arrived' })
    expect(desk.figures.at(-3)).toEqual({ name: 'CanaryMailsLost', value: 1 })
  })

  test('a road that cannot be entered does not keep the other unwatched', async () => {
    await watchOneself(desk.deps, launch({ mail: () => Promise.reject(new Error('SES is paused')) }))
    await tenMinutes()
    expect(await watchOneself(desk.deps, launch())).toMatchObject({ mail: 'lost', alarm: 'arrived' })
    expect(desk.errors).toMatchObject([{ message: 'SES is paused' }, null])
  })

  test('what arrives but has no wake-up is lost too: nothing would follow from a mail either', async () => {
    await watchOneself(desk.deps, launch())
    await desk.settle()
    desk.waitMinutes(10)
    expect(desk.schedules.map(({ key }) => key.kind)).toEqual(['canary', 'canary'])
    expect(await watchOneself(desk.deps, launch())).toMatchObject({ mail: 'lost', alarm: 'lost' })
  })

  test('called twice in the same ten minutes it sends none twice', async () => {
    const sent: string[] = []
    const count = launch({ mail: async (number) => sent.push(number), alarm: async (number) => sent.push(number) })
    await watchOneself(desk.deps, count)
    desk.waitMinutes(1)
    await watchOneself(desk.deps, count)
    expect(sent).toHaveLength(2)
  })

  test('canaries go by themselves after some days, record and history', async () => {
    await watchOneself(desk.deps, launch())
    const { client, tableName } = table
    const [line] = desk.stream.flatMap((change) => (change.kind === 'event' ? [change.line] : []))
    const pk = `canary#${line?.record.id}`
    const { Item: item } = await client.send(new GetCommand({ TableName: tableName, Key: { pk, sk: 'record' } }))
    expect(item?.['ttl']).toBe(Date.parse(desk.now()) / 1_000 + 3 * 86_400)
  })
})

describe('nothing else passes for a canary', () => {
  test('a mail to an address somebody made up is a mail [INT-3]', async () => {
    const { address } = desk.deps.identity
    const forged = replyAddressFor(address, await replyToken(new Uint8Array(32).fill(1), 'CAN-2026-2954000', address))
    expect(await ticketFrom(desk, { to: forged })).toMatch(/^INC-/)
  })

  test('an alarm of that name with another reason, of another desk, or going back to OK is nothing', async () => {
    const mark = desk.stream.length
    await watchOneself(desk.deps, launch({ alarm: async () => undefined, mail: async () => undefined }))
    const number = 'CAN-2026-2954000'
    for (const event of [
      ringing('Threshold Crossed'),
      ringing(canaryReason(number, 'other@desk.test')),
      ringing(canaryReason(number, desk.deps.identity.address)),
      ringing('no data', 'firstline-trial-canary', 'OK'),
    ])
      await receiveEvent(desk.deps, event)
    expect(desk.stream.slice(mark).filter(({ kind }) => kind === 'wake-up')).toEqual([])
  })
})

test('mail is noted once in ten minutes, whatever became of it', async () => {
  const appended: string[] = []
  desk.fate = (name, call) => {
    if (name === 'store.append') appended.push(desk.now())
    return call()
  }
  const mark = desk.stream.length
  await receive(desk, { subject: 'One' })
  await receive(desk, { subject: 'Two' })
  desk.waitMinutes(10)
  await receive(desk, { headers: { 'Auto-Submitted': 'auto-replied' } })
  await desk.settle(mark)
  expect(new Set(appended).size).toBe(1)
  desk.waitMinutes(60)
  expect(await watchOneself(desk.deps, launch())).toMatchObject({ workingMinutesWithoutMail: 60 })
})
