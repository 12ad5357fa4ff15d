import { expect, test } from 'vitest'
import { mailboxMailer } from '../../local/mailbox.ts'
import { openOutbox } from '../../local/outbox.ts'
import { memoryShelf } from '../../local/shelf.ts'
import type { OutgoingMail } from '../../shared/application/ports.ts'

const mail = (id: string): OutgoingMail => ({
  id,
  from: { name: 'Desk "One"', address: 'desk@example.com' },
  to: { name: 'Lin', address: 'lin@example.com' },
  replyTo: 'desk+token@example.com',
  subject: `subject of ${id}`,
  text: 'text',
  html: '<p>text</p>',
  inReplyTo: '<earlier@example.com>',
  headers: { 'Auto-Submitted': 'auto-replied' },
})

const clockFrom = (startMs: number) => {
  let ms = startMs
  return {
    now: () => {
      ms += 1000
      return new Date(ms).toISOString()
    },
  }
}

test('a mail is delivered once however often and by however many desks it is sent [NOT-4]', async () => {
  const shelf = memoryShelf()
  const outbox = await openOutbox<never>(shelf)
  const mailer = mailboxMailer(outbox, clockFrom(0))
  const sent = await Promise.all([mailer.send(mail('a')), mailer.send(mail('a')), mailer.send(mail('a'))])
  const nextDesk = await openOutbox<never>(shelf)
  sent.push(await mailboxMailer(nextDesk, clockFrom(9_000_000)).send(mail('a')))
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1)
  expect(nextDesk.newestFirst()).toEqual(outbox.newestFirst())
  expect(outbox.newestFirst()).toHaveLength(1)
})

test('mails are listed newest first, also after a restart', async () => {
  const shelf = memoryShelf()
  const mailer = mailboxMailer(await openOutbox(shelf), clockFrom(0))
  for (const id of ['c', 'a', 'b']) await mailer.send(mail(id))
  const reopened = await openOutbox<{ id: string; at: string }>(shelf)
  expect(reopened.newestFirst().map(({ id }) => id)).toEqual(['b', 'a', 'c'])
})

test('a mail shows what an answer and a machine go by: reply address, message ids, automatic headers [INT-3] [INT-5]', async () => {
  const outbox = await openOutbox<never>(memoryShelf())
  const { messageId } = await mailboxMailer(outbox, clockFrom(0)).send(mail('a'))
  expect(outbox.newestFirst()).toEqual([
    {
      id: 'a',
      at: '1970-01-01T00:00:01.000Z',
      to: 'lin@example.com',
      from: 'desk@example.com',
      subject: 'subject of a',
      text: 'text',
      html: '<p>text</p>',
      headers: {
        From: '"Desk One" <desk@example.com>',
        To: '"Lin" <lin@example.com>',
        'Reply-To': 'desk+token@example.com',
        Subject: 'subject of a',
        Date: 'Thu, 01 Jan 1970 00:00:01 +0000',
        'Message-ID': messageId,
        'In-Reply-To': '<earlier@example.com>',
        References: '<earlier@example.com>',
        'Auto-Submitted': 'auto-replied',
      },
    },
  ])
  expect(messageId).toMatch(/^<[0-9a-f]{32}@example\.com>$/)
})
