import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receiveMail } from '../../shared/application/receive-mail.ts'
import { DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { dyingAtEveryCall } from '../support/dying.ts'
import { testTable } from '../support/dynamodb.ts'
import type { Written } from '../support/raw-mails.ts'
import { MONDAY_9 } from '../support/ticket-fixtures.ts'
import { kept, receive, storedMail, ticketFrom, ticketLinesSince } from './received-mail.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
})

const attachments = (howMany: number, name = '附'.repeat(110)) =>
  Array.from({ length: howMany }, (_, n) => ({ filename: `${name}${n}.txt`, content: `${name.length} ${n}` }))

/** A record may have 400 kB, a transaction 4 MB and 100 items, an index key 1 kB (DynamoDB). */
describe('a mail too large to stand in a record', () => {
  const huge: Record<string, Written> = {
    'a long text and page': { text: '很长 '.repeat(10_000), html: `<p>${'long '.repeat(15_000)}</p>` },
    'a text that doubles when it is written': { text: `"\\\n`.repeat(20_000), html: `<p>${'"\n'.repeat(25_000)}</p>` },
    'a text of control characters': { text: '\u0001'.repeat(60_000), html: `<p>${'\u0001'.repeat(50_000)}</p>` },
    'characters of four bytes': { text: '😀'.repeat(30_000), html: `<p>${'😀'.repeat(12_000)}</p>` },
    'two hundred attachments with long names': { attachments: attachments(200) },
    'more attachments than are listed, and all the text': {
      text: `"\\\n`.repeat(20_000),
      html: `<p>${'"\n'.repeat(25_000)}</p>`,
      attachments: attachments(310),
    },
    'a subject, a sender and an id without end': {
      subject: '长'.repeat(5_000),
      from: `"${'Name '.repeat(10_000)}" <${'a'.repeat(410_000)}@example.com>`,
      messageId: `<${'m'.repeat(410_000)}@example.com>`,
    },
  }

  test.for(Object.entries(huge))('with %s is a ticket, and as a reply a comment [INT-2]', async ([name, mail]) => {
    const id = `<${name.replaceAll(' ', '-')}@example.com>`
    const original = storedMail({ messageId: id, ...mail })
    const ticket = await desk.ticket(await ticketFrom(desk, original))
    expect(ticket.mailId).toBe(original.key)
    const parent = await ticketFrom(desk, { messageId: `${id}parent`, subject: name })
    const headers = { 'In-Reply-To': `${id}parent` }
    const text = `${mail.text ?? 'short'}\n\nOn Mon, 2 Mar 2026 at 09:00, Desk wrote:\n> ${'"quoted" '.repeat(7_000)}\n`
    expect(await receive(desk, { ...mail, text, headers })).toMatchObject({ commented: [parent] })
  })

  test('says so where it was cut, between two characters, and what is left out is in the original [INT-2]', async () => {
    const { description, html } = await desk.ticket(
      await ticketFrom(desk, { text: '很'.repeat(30_000), html: `<p>${'x'.repeat(80_000)}</p>` }),
    )
    expect(description).toMatch(/^很+\n\[… 原邮件更长 · the original mail is longer\]$/)
    expect(Buffer.byteLength(description)).toBeGreaterThan(50_000)
    expect(html).toBeNull()
  })

  test('and automatic is kept like any other [INT-5]', async () => {
    const headers = { 'Auto-Submitted': `auto-replied ${'x'.repeat(410_000)}` }
    const from = `"${'Daemon '.repeat(10_000)}" <mailer-daemon@${'a'.repeat(410_000)}.test>`
    for (const mail of [
      { headers },
      { from },
      { from: 'x@example.com', subject: `Automatic reply: ${'s'.repeat(410_000)}` },
    ]) {
      const original = storedMail(mail)
      await receive(desk, original)
      expect((await kept(desk, 'machine')).map(({ key }) => key)).toContain(original.key)
    }
  })

  test('whose ticket has no room left opens another that refers to it; the full one can still be worked on [INT-2] [INT-7] [SLA-6]', async () => {
    const headers = { 'In-Reply-To': '<full@example.com>' }
    const text = '"'.repeat(40_000)
    const full = await ticketFrom(desk, { text, messageId: '<full@example.com>', attachments: attachments(295) })
    expect(await receive(desk, { headers, attachments: attachments(5) })).toEqual({ opened: [], commented: [full] })
    const next = await ticketFrom(desk, { headers, attachments: attachments(1), text: 'One more.' })
    expect(await desk.ticket(next)).toMatchObject({ relatedTo: full, description: 'One more.' })
    expect(await receive(desk, { headers, text: 'Words alone.' })).toEqual({ opened: [], commented: [full] })
    desk.waitMinutes(10 * 24 * 60)
    await desk.wakeDue()
    const solution = '"'.repeat(10_000)
    const outcome = {
      outcome: 'cure',
      solution,
      cause: solution,
      environmentChanged: false,
      leftToFindOut: null,
    } as const
    expect(await desk.act('grace', full, { type: 'resolve', ...outcome })).toMatchObject({
      ticket: { state: 'resolved' },
    })
    expect((await desk.history(full)).map(({ event }) => event.type)).toContain('target-missed')
  })
})

describe('a process that dies while it takes a mail in, at any call to the outside', () => {
  const typesOf = async (number: string) => (await desk.history(number)).map(({ event }) => event.type)

  test('leaves one ticket once the mail is delivered again [INT-2] [INT-4]', async () => {
    const deaths = await dyingAtEveryCall(desk, {
      arrange: async () => {
        const mail = storedMail({ from: `${crypto.randomUUID()}@elsewhere.test`, attachments: attachments(2, 'a') })
        const mark = desk.stream.length
        return {
          deliver: () => receiveMail(desk.deps, mail),
          end: async () => {
            const numbers = new Set(ticketLinesSince(desk, mark).map(({ record }) => record.id))
            const opened = await Promise.all([...numbers].map((number) => desk.ticket(number)))
            return opened.map(({ attachments: list, mailId }) => ({ list: list.length, mailId: mailId === mail.key }))
          },
        }
      },
      check: (opened, died) => expect(opened, died).toEqual([{ list: 2, mailId: true }]),
    })
    expect(deaths).toEqual(expect.arrayContaining(['after files.put', 'before store.commit', 'after store.commit']))
  })

  test('leaves one comment, and one end of waiting [INT-3] [INT-4] [WAI-4]', async () => {
    const expected = ['recorded', 'waiting-started', 'commented', 'resumed']
    const deaths = await dyingAtEveryCall(desk, {
      arrange: async () => {
        const messageId = `<${crypto.randomUUID()}@example.com>`
        const number = await ticketFrom(desk, { from: 'victor@example.com', messageId })
        await desk.act('grace', number, { type: 'wait', code: 'requester', reason: '?' })
        const headers = { 'In-Reply-To': messageId }
        const reply = storedMail({ from: 'victor@example.com', headers, attachments: attachments(1, messageId) })
        return { deliver: () => receiveMail(desk.deps, reply), end: () => typesOf(number) }
      },
      check: (types, died) => expect(types, died).toEqual(expected),
    })
    expect(deaths).toEqual(expect.arrayContaining(['after files.put', 'before store.commit', 'after store.commit']))
  })

  test('leaves an automatic mail kept once [INT-5]', async () => {
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        const mail = storedMail({ headers: { 'Auto-Submitted': 'auto-replied' } })
        const isThis = ({ key }: { readonly key: string | null }) => key === mail.key
        return {
          deliver: () => receiveMail(desk.deps, mail),
          end: async () => (await kept(desk, 'machine')).filter(isThis).length,
        }
      },
      check: (times, died) => expect(times, died).toBe(1),
    })
  })
})
