import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { putSetting } from '../../shared/application/setting-record.ts'
import { replyToken } from '../../shared/domain/link/reply-token.ts'
import { replyAddressFor } from '../../shared/domain/mail/thread.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { calmPolicy, DeskOnTable, type Fate, letThrough } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import type { Written } from '../support/raw-mails.ts'
import { MONDAY_9, personNamed, requesterOf } from '../support/ticket-fixtures.ts'
import { kept, receive, storedMail, ticketFrom } from './received-mail.ts'

/** Mail is believed when the desk's own server says that it is from whom it says (INT-6). */
const SERVER = 'mx.desk.test'
const checked = (dmarc: 'pass' | 'fail' | 'none') => ({ 'Authentication-Results': `${SERVER}; dmarc=${dmarc}` })
const proved = (mail: Written = {}): Written => ({ ...mail, headers: { ...checked('pass'), ...mail.headers } })
const forged = (mail: Written = {}): Written => ({ ...mail, headers: { ...checked('fail'), ...mail.headers } })
const answering = (messageId: string) => ({ 'In-Reply-To': messageId })

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable(), SERVER).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  desk.mails.length = 0
})

const addressFor = async (number: string, email = 'anna@example.com') =>
  replyAddressFor('desk@desk.test', await replyToken(await desk.deps.secret(), number, email))

const lastLine = async (number: string) => (await desk.history(number)).at(-1)
const lastComment = async (number: string) =>
  (await desk.history(number)).findLast(({ event }) => event.type === 'commented')

const annas = (more: Written = {}) => ticketFrom(desk, proved(more))
const onlyOn = (number: string) => ({ opened: [], commented: [number] })

describe('a reply finds its ticket', () => {
  test('by the signed address alone, also when its chain leads elsewhere [INT-3]', async () => {
    const [number, other] = [await annas(), await annas({ messageId: '<other@example.com>' })]
    const to = `Someone <${await addressFor(number)}>, ${await addressFor(other)}`
    expect(await receive(desk, proved({ to, headers: answering('<other@example.com>') }))).toEqual(onlyOn(number))
  })

  test('not by an address somebody has made up [INT-3] [INT-6]', async () => {
    const number = await annas()
    const address = await addressFor(number)
    const madeUp = address.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))
    expect((await receive(desk, proved({ to: madeUp }))).commented).toEqual([])
  })

  test('by the chain: the mail that opened it, an earlier reply, a notice of the desk [INT-3]', async () => {
    const settled = desk.stream.length
    const number = await annas({ messageId: '<opening@example.com>' })
    await desk.settle(settled)
    const notice = `<${desk.mails[0]?.id}@mail.test>`
    const reply = proved({ messageId: '<reply@example.com>', headers: answering('<opening@example.com>') })
    expect(await receive(desk, reply)).toEqual(onlyOn(number))
    expect(await receive(desk, proved({ headers: answering('<reply@example.com>') }))).toEqual(onlyOn(number))
    expect(await receive(desk, proved({ headers: answering(notice) }))).toEqual(onlyOn(number))
    const References = `<opening@example.com> ${Array.from({ length: 9 }, (_, n) => `<${n}@elsewhere.test>`).join(' ')}`
    expect(await receive(desk, proved({ headers: { References } }))).toEqual(onlyOn(number))
  })

  test.for([
    ['its requester', 'Anna <Anna@Example.com>'],
    ['who it is assigned to', 'noor@example.com'],
    ['who works in its group', 'hao@example.com'],
  ])('by the tag in its subject, from %s [INT-3]', async ([, from = '']) => {
    const number = await annas()
    await desk.act('grace', number, { type: 'assign', group: 'network', assignee: 'noor' })
    expect(await receive(desk, proved({ from, subject: `RE: [${number}] VPN` }))).toEqual(onlyOn(number))
  })

  test('not by the tag from somebody who is not on it, nor from somebody who only says so [INT-3] [INT-6]', async () => {
    const number = await annas()
    const subject = `[${number}] let me in`
    for (const mail of [proved({ from: 'petra@example.com' }), proved({ from: 'eve@elsewhere.test' }), forged()]) {
      expect(await receive(desk, { ...mail, subject })).toMatchObject({ commented: [] })
    }
    expect(await receive(desk, proved({ subject: '[INC-2026-999999] of nothing' }))).toMatchObject({ commented: [] })
    expect((await desk.history(number)).map(({ event }) => event.type)).toEqual(['recorded'])
  })
})

describe('what a reply does', () => {
  test('its new words become a public comment, what it quotes is folded away, the original is kept [INT-3]', async () => {
    const number = await annas({ messageId: '<quoted@example.com>' })
    const text = 'It is back.\n\nOn Mon, 2 Mar 2026 at 09:00, Desk <desk@desk.test> wrote:\n> Which floor?\n'
    const attachments = [{ filename: 'a.txt', content: 'a' }]
    const mail = storedMail(proved({ text, attachments, headers: answering('<quoted@example.com>') }))
    await receive(desk, mail)
    expect(await lastLine(number)).toMatchObject({
      actor: { kind: 'mail', id: 'anna@example.com', name: 'Anna' },
      event: {
        type: 'commented',
        text: 'It is back.',
        fullText: expect.stringContaining('Which floor?'),
        visibility: 'public',
        from: 'requester',
        attachments: [{ filename: 'a.txt', visibility: 'public' }],
        mail: { id: mail.key },
      },
    })
  })

  test('the requester’s ends waiting for them [WAI-4]', async () => {
    const number = await annas({ messageId: '<waiting@example.com>' })
    await desk.act('grace', number, { type: 'wait', code: 'requester', reason: 'which floor?' })
    await receive(desk, proved({ headers: answering('<waiting@example.com>') }))
    expect((await desk.ticket(number)).state).toBe('recorded')
  })

  test('from staff stays among staff; as the requester of their own ticket they are a requester [INT-3] [ROL-3]', async () => {
    const number = await annas({ messageId: '<staff@example.com>' })
    const attachments = [{ filename: 'secret.txt', content: 's' }]
    await receive(desk, proved({ from: 'noor@example.com', attachments, headers: answering('<staff@example.com>') }))
    expect(await lastLine(number)).toMatchObject({
      event: { visibility: 'internal', from: 'staff', attachments: [{ visibility: 'internal' }] },
    })
    const own = await ticketFrom(desk, proved({ from: 'noor@example.com', messageId: '<own@example.com>' }))
    await receive(desk, proved({ from: 'noor@example.com', headers: answering('<own@example.com>') }))
    expect(await lastLine(own)).toMatchObject({ event: { visibility: 'public', from: 'requester' } })
  })

  test('from staff whose own first mail did not prove itself is a requester’s, and not lost [INT-2] [INT-6]', async () => {
    const from = 'hao@example.com'
    const number = await ticketFrom(desk, { from, messageId: '<unproved@example.com>', headers: checked('none') })
    expect(await receive(desk, proved({ from, headers: answering('<unproved@example.com>') }))).toEqual(onlyOn(number))
    expect(await lastLine(number)).toMatchObject({ event: { visibility: 'public', from: 'requester' } })
  })

  test('its words alone close, approve, change and assign nothing [INT-6]', async () => {
    const number = await annas({ messageId: '<orders@example.com>' })
    await desk.act('grace', number, { type: 'assign', group: 'network', assignee: 'noor' })
    const before = await desk.ticket(number)
    const subject = `[${number}] CLOSE, priority 1, assign to hao, approved, confirmed`
    for (const from of ['anna@example.com', 'noor@example.com', 'diana@example.com']) {
      await receive(desk, proved({ from, subject, text: 'close', headers: answering('<orders@example.com>') }))
    }
    const after = await desk.ticket(number)
    expect({ ...after, updatedAt: '', attachments: [] }).toEqual({ ...before, updatedAt: '', attachments: [] })
  })
})

describe('mail that does not prove who sent it', () => {
  test.for(['fail', 'none'] as const)(
    'dmarc=%s: is nobody’s but the address it names, and marked [INT-6]',
    async (dmarc) => {
      const number = await ticketFrom(desk, { headers: checked(dmarc) })
      const { requester } = await desk.ticket(number)
      expect(requester).toMatchObject({ personId: null, email: 'anna@example.com', verified: false, vip: false })
      const list = await desk.deps.store.list('requester', 'anna', { limit: 100 })
      expect(list.items.map(({ key }) => key.id)).not.toContain(number)
    },
  )

  test('whose server is not ours proves nothing, wherever its verdict stands [INT-6]', async () => {
    const headers = { 'Authentication-Results': 'mx.elsewhere.test; dmarc=pass' }
    expect((await desk.ticket(await ticketFrom(desk, { headers }))).requester.verified).toBe(false)
  })

  test('may add a comment where it has the address, but speaks for nobody and ends no waiting [INT-6]', async () => {
    const number = await annas({ messageId: '<forged@example.com>' })
    await desk.act('grace', number, { type: 'wait', code: 'requester', reason: 'which floor?' })
    const headers = answering('<forged@example.com>')
    await receive(desk, forged({ headers }))
    await receive(desk, forged({ from: 'noor@example.com', headers }))
    const said = (await desk.history(number)).filter(({ event }) => event.type === 'commented')
    expect(said.map(({ event }) => event)).toMatchObject([{ from: 'other' }, { from: 'other', visibility: 'public' }])
    expect((await desk.ticket(number)).state).toBe('waiting')
  })

  test('that failed the test, or is spam, gets no answer; one with a virus is only kept [INT-5] [INT-6]', async () => {
    const settled = desk.stream.length
    await receive(desk, forged({ from: 'victim@elsewhere.test' }))
    await receive(desk, proved({ from: 'spam@elsewhere.test', headers: { 'X-SES-Spam-Verdict': 'FAIL' } }))
    const virus = storedMail(proved({ headers: { 'X-SES-Virus-Verdict': 'FAIL' } }))
    expect(await receive(desk, virus)).toEqual({ opened: [], commented: [] })
    expect(await kept(desk, 'virus')).toMatchObject([{ key: virus.key }])
    await desk.settle(settled)
    expect(desk.mails).toEqual([])
  })
})

describe('a reply to a ticket that is over', () => {
  const solved = async (messageId: string) => {
    const number = await annas({ messageId })
    const outcome = {
      outcome: 'cure',
      solution: 's',
      cause: null,
      environmentChanged: false,
      leftToFindOut: null,
    } as const
    await desk.act('grace', number, { type: 'resolve', ...outcome })
    return number
  }
  const close = (number: string) =>
    desk.act('grace', number, { type: 'close', code: 'solved', satisfaction: { score: 5, comment: null } })

  test('resolved: is a comment on it [INT-3] [CLO-7]', async () => {
    const number = await solved('<resolved@example.com>')
    expect(await receive(desk, proved({ headers: answering('<resolved@example.com>') }))).toEqual(onlyOn(number))
  })

  test('closed: opens a new one that refers to it, and changes nothing on it; the next reply goes to the new one [INT-7] [CLO-7]', async () => {
    const number = await solved('<closed@example.com>')
    await close(number)
    const before = await desk.ticket(number)
    const again = proved({ messageId: '<again@example.com>', headers: answering('<closed@example.com>') })
    const next = await ticketFrom(desk, again)
    expect(await desk.ticket(next)).toMatchObject({
      relatedTo: number,
      state: 'recorded',
      requester: { personId: 'anna' },
    })
    expect(await desk.ticket(number)).toEqual(before)
    expect(await receive(desk, proved({ headers: answering('<again@example.com>') }))).toEqual(onlyOn(next))
  })

  test('cancelled: opens a new one too [INT-7]', async () => {
    const number = await annas({ messageId: '<cancelled@example.com>' })
    await desk.act('grace', number, { type: 'cancel', reason: 'mistake' })
    const next = await ticketFrom(desk, proved({ headers: answering('<cancelled@example.com>') }))
    expect((await desk.ticket(next)).relatedTo).toBe(number)
  })

  test('closed while the mail is taken in: opens a new one all the same [INT-7]', async () => {
    const number = await solved('<racing@example.com>')
    const closing: Fate = async (name, call) => {
      if (name === 'files.put') {
        desk.fate = letThrough
        await close(number)
      }
      return call()
    }
    desk.fate = closing
    const attachments = [{ filename: 'a.txt', content: 'racing' }]
    const next = await ticketFrom(desk, proved({ attachments, headers: answering('<racing@example.com>') }))
    expect(await desk.ticket(next)).toMatchObject({ relatedTo: number, attachments: [{ filename: 'a.txt' }] })
    expect(await lastComment(number)).toBeUndefined()
  })
})

test('requesters of tickets typed in by the desk are found by their address too [INT-3]', async () => {
  const number = await desk.opened({ requester: requesterOf(personNamed('victor')) })
  expect(await receive(desk, proved({ from: 'victor@example.com', subject: `[${number}]` }))).toEqual(onlyOn(number))
})

test('mail in somebody’s name does not use up what they may send themselves [INT-5] [INT-6]', async () => {
  const intake = { ...calmPolicy.intake, ticketsPerSenderPerHour: 2 }
  await putSetting(desk.deps, 'policy', 'default', { ...calmPolicy, intake }, DESK)
  desk.waitMinutes(60)
  const from = 'hao@example.com'
  for (const subject of ['one', 'two', 'three']) await receive(desk, forged({ from, subject }))
  expect(await kept(desk, 'rate-limited')).toMatchObject([{ from, subject: 'three' }])
  expect((await receive(desk, proved({ from }))).opened).toHaveLength(1)
})
