import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addressKey, addressRecord, SUPPRESSED_ADDRESSES } from '../../shared/application/address-record.ts'
import { executeOn } from '../../shared/application/execute.ts'
import { receiveMailFeedback } from '../../shared/application/mail-feedback.ts'
import type { Address } from '../../shared/domain/address/address.ts'
import { agent, NoticeDesk } from './notice-desk.ts'

let desk: NoticeDesk
beforeAll(async () => {
  desk = await NoticeDesk.open()
})
beforeEach(() => desk.startOver())

let requesters = 0

/** A ticket of somebody new whose acknowledgement has been sent; `messageId` is what the provider calls that mail. */
const acknowledged = async (name = 'jane') => {
  requesters += 1
  const email = `${name}-${requesters}@example.com`
  const requester = {
    personId: null,
    name: 'Jane',
    email,
    phone: null,
    vip: false,
    department: null,
    language: 'en',
    verified: true,
  } as const
  const number = await desk.opened({ requester })
  await desk.settle()
  const notice = `${number}.1.0.message.requester`
  return { number, email, notice, messageId: notice }
}

type Sent = Awaited<ReturnType<typeof acknowledged>>

const mailOf = ({ messageId }: { messageId: string }, headers = {}) => ({
  timestamp: '2026-03-02T01:00:00.000Z',
  source: 'desk@desk.example.com',
  messageId,
  destination: ['somebody@example.com'],
  ...headers,
})

const bounceOf = (sent: Sent, changes: Record<string, unknown> = {}) => ({
  notificationType: 'Bounce',
  mail: mailOf(sent),
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [
      {
        emailAddress: `<${sent.email.toUpperCase()}>`,
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 no such user',
      },
    ],
    timestamp: '2026-03-02T01:00:10.000Z',
    feedbackId: `f-${sent.number}`,
    ...changes,
  },
})

const complaintOf = (sent: Sent, changes: Record<string, unknown> = {}) => ({
  eventType: 'Complaint',
  mail: mailOf(sent),
  complaint: {
    complainedRecipients: [{ emailAddress: sent.email }],
    complaintFeedbackType: 'abuse',
    timestamp: '2026-03-02T01:00:10.000Z',
    feedbackId: `c-${sent.number}`,
    ...changes,
  },
})

const address = async (email: string) => (await desk.deps.store.load<Address>(addressKey(email)))?.state ?? null
const suppressed = async () =>
  (await desk.deps.store.list<Address>('kind', SUPPRESSED_ADDRESSES, { limit: 100 })).items.map(
    (i) => i.summary.address,
  )

describe('a permanent bounce', () => {
  test('keeps the address from further mail, shows it to the desk, and is on the ticket [NOT-6, NOT-4]', async () => {
    const sent = await acknowledged()
    await receiveMailFeedback(desk.deps, bounceOf(sent))
    expect(await address(sent.email)).toMatchObject({
      suppressed: { reason: 'bounced', detail: 'smtp; 550 no such user' },
    })
    expect(await suppressed()).toContain(sent.email)
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'undeliverable' })
    expect(await desk.history(sent.number)).toMatchObject([
      { type: 'notice-sent' },
      { type: 'notice-bounced', permanent: true, reason: 'smtp; 550 no such user' },
      { type: 'notice-undeliverable' },
    ])
    await desk.act(sent.number, { type: 'comment', text: 'Hello?', visibility: 'public' }, agent)
    await desk.settle(desk.stream.length - 1)
    expect(desk.mails.filter(({ to }) => to.address === sent.email)).toHaveLength(1)
    expect(await desk.history(sent.number)).toContainEqual(
      expect.objectContaining({ type: 'notice-skipped', template: 'answered', reason: expect.stringContaining('550') }),
    )
  })

  test('reported again, without details or as an event of a configuration set comes to the same [NOT-6]', async () => {
    const bare = { bouncedRecipients: [], bounceSubType: undefined }
    for (const change of [{}, bare]) {
      const sent = await acknowledged()
      const { notificationType, ...rest } = bounceOf(sent, change)
      await receiveMailFeedback(desk.deps, { eventType: notificationType, ...rest })
      const written = desk.stream.length
      await receiveMailFeedback(desk.deps, { notificationType, ...rest })
      expect(desk.stream).toHaveLength(written)
      expect(await desk.notice(sent.notice)).toMatchObject({ status: 'undeliverable' })
    }
  })

  test('of a person with a mobile falls over to a text message [NOT-4]', async () => {
    const number = await desk.opened()
    await desk.settle()
    const notice = `${number}.1.0.message.zhang`
    await receiveMailFeedback(desk.deps, {
      ...bounceOf({ number, email: 'somewhere-else@example.com', notice, messageId: notice }),
    })
    await desk.settle()
    expect(desk.texts).toMatchObject([{ to: '+8613800000002' }])
    expect(await desk.notice(notice)).toMatchObject({ status: 'sent', route: { channel: 'sms' } })
  })

  test('is undone by the desk, with a reason, and does not come back by itself [NOT-6]', async () => {
    const sent = await acknowledged()
    await receiveMailFeedback(desk.deps, bounceOf(sent))
    desk.waitMinutes(60)
    const release = { type: 'release', reason: 'mailbox exists again' } as const
    await executeOn(desk.deps, addressRecord, addressKey(sent.email), release, agent)
    await receiveMailFeedback(desk.deps, bounceOf(sent))
    expect(await address(sent.email)).toMatchObject({ suppressed: null })
    expect(await suppressed()).not.toContain(sent.email)
    await desk.act(sent.number, { type: 'comment', text: 'Hello?', visibility: 'public' }, agent)
    await desk.settle(desk.stream.length - 1)
    expect(desk.mails.filter(({ to }) => to.address === sent.email)).toHaveLength(2)
  })
})

describe('a bounce that may pass', () => {
  const full = { bounceType: 'Transient', bounceSubType: 'MailboxFull' }

  test('does not keep the address from mail, but that mail did not arrive [NOT-6]', async () => {
    const sent = await acknowledged()
    await receiveMailFeedback(desk.deps, bounceOf(sent, full))
    expect(await address(sent.email)).toMatchObject({
      suppressed: null,
      passingBounces: [{ feedbackId: `f-${sent.number}` }],
    })
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'undeliverable' })
  })

  test('is an out-of-office answer when it says nothing in particular: that mail arrived [NOT-4]', async () => {
    const sent = await acknowledged()
    const automatic = { bounceType: 'Transient', bounceSubType: 'General' }
    await receiveMailFeedback(
      desk.deps,
      bounceOf(sent, { ...automatic, bouncedRecipients: [{ emailAddress: sent.email }] }),
    )
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'sent' })
    expect(await address(sent.email)).toMatchObject({ passingBounces: [{ detail: 'Transient General' }] })
    await receiveMailFeedback(desk.deps, bounceOf(sent, { ...automatic, feedbackId: 'other' }))
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'undeliverable' })
  })
})

describe('a complaint', () => {
  test('stops all mail to the address; the mail complained about did arrive [NOT-6]', async () => {
    const sent = await acknowledged()
    await receiveMailFeedback(desk.deps, complaintOf(sent))
    expect(await address(sent.email)).toMatchObject({ suppressed: { reason: 'complained', detail: 'abuse' } })
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'sent', complained: true })
    expect(await desk.history(sent.number)).toContainEqual(expect.objectContaining({ type: 'notice-complained' }))
  })

  test('from the provider’s own list means that nothing was sent [NOT-4]', async () => {
    const sent = await acknowledged()
    const listed = { complaintSubType: 'OnAccountSuppressionList', complaintFeedbackType: undefined }
    await receiveMailFeedback(desk.deps, complaintOf(sent, listed))
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'undeliverable', complained: true })
    expect(await address(sent.email)).toMatchObject({ suppressed: { reason: 'complained', detail: 'complaint' } })
  })

  test('of the kind not-spam is praise [NOT-6]', async () => {
    const sent = await acknowledged()
    await receiveMailFeedback(desk.deps, complaintOf(sent, { complaintFeedbackType: 'not-spam' }))
    expect(await address(sent.email)).toBeNull()
  })
})

describe('other reports', () => {
  test('a delivery is on the ticket, once [NOT-4]', async () => {
    const sent = await acknowledged()
    const delivery = { notificationType: 'Delivery', mail: mailOf(sent), delivery: { recipients: [sent.email] } }
    await receiveMailFeedback(desk.deps, delivery)
    await receiveMailFeedback(desk.deps, delivery)
    expect((await desk.history(sent.number)).map(({ type }) => type)).toEqual(['notice-sent', 'notice-delivered'])
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'delivered' })
  })

  test('a mail the provider would not send after all falls over, its receiver is not to blame [NOT-4]', async () => {
    const sent = await acknowledged()
    await receiveMailFeedback(desk.deps, { eventType: 'Reject', mail: mailOf(sent), reject: { reason: 'Bad content' } })
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'undeliverable' })
    expect(await address(sent.email)).toBeNull()
  })

  test('a report that is faster than our own note of the sending finds its notice by the mail’s header [NOT-4]', async () => {
    const number = await desk.opened()
    desk.faults.push({ kind: 'died-after-sending' })
    await desk.settle()
    const notice = `${number}.1.0.message.zhang`
    const headers = { headers: [{ name: 'X-Firstline-Notice', value: notice }] }
    await receiveMailFeedback(desk.deps, {
      eventType: 'Delivery',
      mail: mailOf({ messageId: 'not-noted-yet' }, headers),
    })
    expect(await desk.notice(notice)).toMatchObject({ status: 'delivered' })
    desk.waitMinutes(10)
    await desk.wake()
    expect(desk.mails).toHaveLength(1)
  })

  test('of mail that is not the desk’s concern no notice [NOT-6]', async () => {
    const nobodys = { number: 'x', email: 'stranger@example.com', notice: '', messageId: 'unheard-of' }
    await receiveMailFeedback(desk.deps, bounceOf(nobodys))
    expect(await address('stranger@example.com')).toMatchObject({ suppressed: { reason: 'bounced' } })
    const headers = { headers: [{ name: 'x-firstline-notice', value: 'none' }] }
    await receiveMailFeedback(desk.deps, { eventType: 'Delivery', mail: mailOf({ messageId: 'unheard-of' }, headers) })
    expect(desk.stream.map(({ record }) => record.kind)).toEqual(['address'])
  })

  test('while the table cannot be had is not taken as read: it is reported again [NOT-4]', async () => {
    const sent = await acknowledged()
    const { store } = desk.deps
    const failing = { ...desk.deps, store: { ...store, commit: () => Promise.reject(new Error('table is busy')) } }
    const delivery = { notificationType: 'Delivery', mail: mailOf(sent) }
    await expect(receiveMailFeedback(failing, delivery)).rejects.toThrow('table is busy')
    await receiveMailFeedback(desk.deps, delivery)
    expect(await desk.notice(sent.notice)).toMatchObject({ status: 'delivered' })
  })

  test.each(['Send', 'Open', 'Click', 'Rendering Failure', 'DeliveryDelay', 'Subscription'])(
    '%s changes nothing [NOT-4]',
    async (eventType) => {
      await receiveMailFeedback(desk.deps, { eventType, mail: mailOf({ messageId: 'x' }) })
      expect(desk.stream).toEqual([])
    },
  )

  test.each([null, 'text', 42, {}, [], { notificationType: 'Bounce' }, { eventType: 'Unheard', mail: {} }])(
    'anything else is refused with a reason, not with a crash: %j [NOT-6]',
    async (notification) => {
      await expect(receiveMailFeedback(desk.deps, notification)).rejects.toMatchObject({
        problem: 'invalid',
        code: 'unknown-mail-feedback',
      })
    },
  )
})
