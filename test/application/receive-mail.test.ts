import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receiveLostMail, receiveMail } from '../../shared/application/receive-mail.ts'
import { putSetting } from '../../shared/application/setting-record.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { calmPolicy, DeskOnTable, letThrough, meetingAt } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { rawMail, type Written } from '../support/raw-mails.ts'
import { MONDAY_9, smallDesk } from '../support/ticket-fixtures.ts'
import { kept, receive, storedMail, ticketFrom, ticketLinesSince } from './received-mail.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  desk.mails.length = 0
})

const mailed = (): readonly string[] => desk.mails.map(({ to }) => to.address)

describe('a mail', () => {
  test('becomes a ticket with everything it says, its sender and its original [INT-2] [INT-9]', async () => {
    const html = '<p onclick="x()">See <img src="cid:pic"><script>alert(1)</script></p>'
    const mail = storedMail({
      from: '"Anna Holm" <ANNA@example.com>',
      subject: 'VPN is down — 网络',
      text: 'Since nine.',
      html,
      messageId: '<first@example.com>',
      attachments: [
        { filename: '日志.txt', content: 'log', type: 'text/plain' },
        { filename: 'trace.bin', content: 'trace' },
      ],
    })
    const ticket = await desk.ticket(await ticketFrom(desk, mail))
    expect(ticket).toMatchObject({
      channel: 'email',
      kind: 'incident',
      state: 'recorded',
      title: 'VPN is down — 网络',
      description: 'Since nine.',
      category: 'unclassified',
      mailId: mail.key,
      messageId: '<first@example.com>',
      requester: { personId: 'anna', email: 'anna@example.com', department: 'finance', verified: true },
    })
    expect(ticket.html).toContain('See')
    expect(ticket.html).not.toMatch(/script|onclick/)
    expect(ticket.attachments.map(({ filename, visibility }) => [filename, visibility])).toEqual([
      ['日志.txt', 'public'],
      ['trace.bin', 'public'],
    ])
    const stored = ticket.attachments.map(({ sha256 }) => desk.files.get(`attachments/${sha256}`))
    expect(stored.map((content) => new TextDecoder().decode(content))).toEqual(['log', 'trace'])
  })

  test('from somebody unknown is theirs, answered in the language they write [INT-2] [NOT-2]', async () => {
    const english = await ticketFrom(desk, { from: 'Eve <eve@elsewhere.test>' })
    expect((await desk.ticket(english)).requester).toMatchObject({ personId: null, name: 'Eve', language: 'en' })
    const chinese = await ticketFrom(desk, { from: 'eve@elsewhere.test', text: '无法登录' })
    expect((await desk.ticket(chinese)).requester).toMatchObject({ name: 'eve@elsewhere.test', language: 'zh-CN' })
  })

  test('to a desk that speaks one language is answered in that, but people of the directory have their own [NOT-2]', async () => {
    const identity = { ...desk.deps.identity, languages: ['zh-CN'] } as const
    const languageOf = async (mail: Written): Promise<string> => {
      const mark = desk.stream.length
      await receiveMail({ ...desk.deps, identity }, storedMail(mail))
      const [recorded] = ticketLinesSince(desk, mark)
      return (await desk.ticket(recorded?.record.id ?? '')).requester.language
    }
    expect(await languageOf({ from: 'Eva <eva@elsewhere.test>', text: 'It is dead.' })).toBe('zh-CN')
    expect(await languageOf({ from: 'Anna <anna@example.com>', text: 'It is dead.' })).toBe('en')
  })

  test('without sender, subject or text is a ticket all the same, and nobody is written to [INT-2]', async () => {
    const raw = new TextEncoder().encode('X-Something: else\r\n\r\n')
    const settled = desk.stream.length
    const number = await ticketFrom(desk, { raw, key: 'inbox/bare', envelopeFrom: null })
    expect(await desk.ticket(number)).toMatchObject({
      requester: { name: '?', email: null },
      title: expect.stringMatching(/no subject/),
    })
    await desk.settle(settled)
    expect(mailed()).toEqual([])
  })

  test('nothing can be read from is kept where the desk sees it, once [INT-2] [INT-4]', async () => {
    const from = `${'who'.repeat(150_000)}@example.com`
    const nothing = { raw: new Uint8Array([10, 13]), key: 'inbox/nothing', envelopeFrom: from }
    await receive(desk, nothing)
    expect(await receive(desk, nothing)).toEqual({ opened: [], commented: [] })
    expect(await kept(desk, 'unreadable')).toMatchObject([{ key: 'inbox/nothing', from: from.slice(0, 320) }])
  })

  test('gets an acknowledgement with its number [INT-10]', async () => {
    const settled = desk.stream.length
    const number = await ticketFrom(desk, {})
    await desk.settle(settled)
    expect(mailed()).toEqual([`anna@example.com`])
    expect(desk.mails).toMatchObject([
      { subject: expect.stringContaining(number), headers: { 'Auto-Submitted': 'auto-replied' } },
    ])
  })

  test('that was announced but is not there becomes a ticket that says so, once, and is not answered [INT-2] [INT-4]', async () => {
    const lost = {
      key: 'inbox/lost',
      messageId: '<lost@example.com>',
      from: '"Eve" <eve@elsewhere.test>',
      subject: null,
    }
    const mark = desk.stream.length
    for (let told = 0; told < 2; told += 1) await receiveLostMail(desk.deps, { ...lost, reason: 'It is not there.' })
    const [line, ...more] = ticketLinesSince(desk, mark).filter(({ event }) => event.type === 'recorded')
    expect(more).toEqual([])
    expect(line?.event).toMatchObject({
      requester: { name: 'Eve', email: 'eve@elsewhere.test', verified: false },
      description: expect.stringMatching(/^It is not there\. \(inbox\/lost\)/),
      acknowledge: false,
    })
  })
})

describe('the same mail again', () => {
  const mail = { subject: 'Twice', messageId: '<twice@example.com>' }

  test('later, over another way, under another key, is no second ticket [INT-4]', async () => {
    await ticketFrom(desk, mail)
    const hops = { Received: 'from relay.test by mx.test; Mon, 02 Mar 2026 09:00:01 +0800', 'X-Trace': '2' }
    expect(await receive(desk, { ...mail, headers: hops })).toEqual({ opened: [], commented: [] })
  })

  test('at the same moment is one ticket [INT-4]', async () => {
    const raw = rawMail({ subject: 'At once', messageId: '<at-once@example.com>' })
    const mark = desk.stream.length
    desk.fate = meetingAt('store.commit', 3)
    await Promise.all(Array.from({ length: 3 }, () => receiveMail(desk.deps, storedMail(raw))))
    expect(ticketLinesSince(desk, mark).filter(({ event }) => event.type === 'recorded')).toHaveLength(1)
  })

  test('as a reply, at the same moment, is one comment [INT-4]', async () => {
    const number = await ticketFrom(desk, { messageId: '<parent@example.com>' })
    const raw = rawMail({ text: 'More.', headers: { 'In-Reply-To': '<parent@example.com>' } })
    desk.fate = meetingAt('store.commit', 2)
    await Promise.all([receiveMail(desk.deps, storedMail(raw)), receiveMail(desk.deps, storedMail(raw))])
    expect(await receive(desk, storedMail(raw))).toEqual({ opened: [], commented: [] })
    expect((await desk.history(number)).filter(({ event }) => event.type === 'commented')).toHaveLength(1)
  })

  test('only by its Message-ID, with other words, is another mail: some senders know but one id [INT-4]', async () => {
    const [one, other] = [
      await ticketFrom(desk, { ...mail, text: 'a' }),
      await ticketFrom(desk, { ...mail, text: 'b' }),
    ]
    expect(one).not.toBe(other)
  })
})

describe('automatic mail', () => {
  const automatic = {
    'an automatic reply': { headers: { 'Auto-Submitted': 'auto-replied' } },
    'a bounce': { from: 'MAILER-DAEMON@relay.test', subject: 'Undelivered Mail Returned to Sender' },
    'a mailing list': { headers: { 'List-Id': '<news.example.com>', Precedence: 'list' } },
    'the desk’s own mail': { from: 'Desk <desk@desk.test>', headers: { 'X-Loop': 'desk@desk.test' } },
  }

  test.for(Object.entries(automatic))(
    '%s is kept and shown, opens nothing and gets no answer [INT-5]',
    async ([, mail]) => {
      const before = (await kept(desk, 'machine')).length
      const settled = desk.stream.length
      const raw = storedMail({ subject: 'Automatic', ...mail })
      for (let delivered = 0; delivered < 2; delivered += 1) {
        expect(await receive(desk, raw)).toEqual({ opened: [], commented: [] })
      }
      const machine = await kept(desk, 'machine')
      expect(machine).toHaveLength(before + 1)
      expect(machine.find(({ key }) => key === raw.key)?.reason).not.toBe('')
      await desk.settle(settled)
      expect(desk.mails).toEqual([])
    },
  )

  test('that answers a ticket changes nothing on it, not even waiting for the requester [INT-5]', async () => {
    const number = await ticketFrom(desk, { messageId: '<asks@example.com>' })
    await desk.act('grace', number, { type: 'wait', code: 'requester', reason: 'which floor?' })
    const before = await desk.ticket(number)
    await receive(desk, { headers: { 'In-Reply-To': '<asks@example.com>', 'Auto-Submitted': 'auto-replied' } })
    expect(await desk.ticket(number)).toEqual(before)
  })

  test('with no return path is never answered, whatever it says [INT-5]', async () => {
    expect(await receive(desk, storedMail({ subject: 'Hello' }, ''))).toEqual({ opened: [], commented: [] })
  })
})

describe('one sender', () => {
  beforeAll(async () => {
    const limits = { ticketsPerSenderPerHour: 3, acknowledgementsPerSenderPerHour: 1 }
    const policy = { ...calmPolicy, intake: { ...calmPolicy.intake, ...limits } }
    await putSetting(desk.deps, 'policy', 'default', policy, DESK)
  })

  test('opens and is acknowledged so many tickets an hour, the rest is kept: no loop [INT-5]', async () => {
    const from = 'Loop <loop@elsewhere.test>'
    const settled = desk.stream.length
    for (const n of [1, 2, 3]) await ticketFrom(desk, { from, subject: `Try ${n}` })
    expect(await receive(desk, { from, subject: 'Try 4' })).toEqual({ opened: [], commented: [] })
    expect(await kept(desk, 'rate-limited')).toMatchObject([{ from: 'loop@elsewhere.test', subject: 'Try 4' }])
    await desk.settle(settled)
    expect(mailed()).toEqual(['loop@elsewhere.test'])
    await ticketFrom(desk, { from: 'other@elsewhere.test' })
    desk.waitMinutes(60)
    await ticketFrom(desk, { from, subject: 'Try 5' })
  })

  test('over the limit may still answer on a ticket [INT-3] [INT-5]', async () => {
    const from = 'Busy <busy@elsewhere.test>'
    const number = await ticketFrom(desk, { from, messageId: '<busy@elsewhere.test>' })
    for (const n of [2, 3, 4]) await receive(desk, { from, subject: `Try ${n}` })
    const { commented } = await receive(desk, { from, headers: { 'In-Reply-To': '<busy@elsewhere.test>' } })
    expect(commented).toEqual([number])
  })
})

test('a mail no ticket can be made of by the settings there are is kept where the desk sees it [INT-2]', async () => {
  const channels = smallDesk.codes.channels.filter(({ code }) => code !== 'email')
  await putSetting(desk.deps, 'codes', 'default', { ...smallDesk.codes, channels }, DESK)
  const mail = storedMail({ from: 'late@elsewhere.test' })
  expect(await receive(desk, mail)).toEqual({ opened: [], commented: [] })
  expect((await kept(desk, 'unreadable')).find(({ key }) => key === mail.key)?.reason).toMatch(/"email"/)
})
