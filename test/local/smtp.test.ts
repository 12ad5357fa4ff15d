import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterEach, expect, test } from 'vitest'
import { incomingMail } from '../../local/incoming-mail.ts'
import { memoryShelf } from '../../local/shelf.ts'
import { type RunningSmtp, startSmtp } from '../../local/smtp.ts'

const DESK = 'desk@example.com'

let running: RunningSmtp | null = null
afterEach(async () => {
  await running?.close()
  running = null
})

const start = async (accept: (raw: Uint8Array) => Promise<void>) => {
  running = await startSmtp(0, DESK, accept)
  return createTransport({ host: '127.0.0.1', port: running.port, secure: false, ignoreTLS: true })
}

const mailTo = (to: string, text = 'It does not work.') => ({
  from: 'lin@example.com',
  to,
  subject: 'Help',
  text,
  messageId: '<one@example.com>',
})

test('a mail to the desk or to one of its plus-addresses is kept as it came, with its envelope on top [INT-2]', async () => {
  const kept: string[] = []
  const transport = await start(async (raw) => void kept.push(Buffer.from(raw).toString()))
  for (const to of [DESK, 'Desk@Example.COM', 'desk+abc234@example.com']) await transport.sendMail(mailTo(to))
  expect(kept).toHaveLength(3)
  for (const raw of kept) {
    expect(raw).toMatch(/^Return-Path: <lin@example\.com>\r\nReceived: from /)
    expect(raw).toContain('Message-ID: <one@example.com>\r\n')
    expect(raw).toContain('It does not work.')
  }
})

test('a bounce has an empty return path [INT-5]', async () => {
  const kept: string[] = []
  const transport = await start(async (raw) => void kept.push(Buffer.from(raw).toString()))
  await transport.sendMail({ envelope: { from: '', to: DESK }, raw: 'Subject: Undelivered\r\n\r\nreturned' })
  expect(kept[0]).toMatch(/^Return-Path: <>\r\n/)
})

test('mail to anybody else is refused with 550', async () => {
  const transport = await start(async () => undefined)
  for (const to of ['lin@example.com', 'desk@elsewhere.example', 'mydesk@example.com', 'desk@example.com.evil.example'])
    await expect(transport.sendMail(mailTo(to))).rejects.toMatchObject({ responseCode: 550 })
})

test('what could not be kept is not acknowledged [INT-2]', async () => {
  const transport = await start(async () => {
    throw new Error('disk full')
  })
  await expect(transport.sendMail(mailTo(DESK))).rejects.toMatchObject({ responseCode: 451 })
})

test('a mail beyond 40 MB is refused with 552', async () => {
  let kept = 0
  const transport = await start(async () => {
    kept += 1
  })
  const raw = Buffer.alloc(41_000_000, `${'x'.repeat(998)}\r\n`)
  const envelope = { from: 'lin@example.com', to: DESK }
  await expect(transport.sendMail({ envelope, raw })).rejects.toMatchObject({ responseCode: 552 })
  expect(kept).toBe(0)
})

test('a client that hangs up half-way leaves no mail and no trace [INT-2]', async () => {
  let kept = 0
  await start(async () => {
    kept += 1
  })
  const socket = connect(running?.port ?? 0, '127.0.0.1')
  const says = ['EHLO x', 'MAIL FROM:<a@example.com>', `RCPT TO:<${DESK}>`, 'DATA', 'Subject: x\r\n\r\nhalf']
  for await (const answer of socket) {
    socket.write(`${says.shift()}\r\n`)
    if (/^354/m.test(String(answer))) break
  }
  socket.destroy()
  await running?.close()
  running = null
  expect(kept).toBe(0)
})

test('what a dead desk had accepted, the next one deals with; what is dealt with is not dealt with again [INT-2] [INT-4]', async () => {
  const [files, notes] = [memoryShelf(), memoryShelf()]
  const never = incomingMail({
    files,
    notes,
    handle: () => new Promise(() => undefined),
    log: { info: () => undefined, error: () => undefined },
  })
  await never.accept(Buffer.from('one'))
  await never.accept(Buffer.from('two'))
  const seen: string[] = []
  const next = () =>
    incomingMail({
      files,
      notes,
      handle: async ({ Records: [record] }) => {
        const key = decodeURIComponent(record?.s3.object.key ?? '')
        seen.push(Buffer.from((await files.get(key)) ?? []).toString())
      },
      log: { info: () => undefined, error: () => undefined },
    })
  for (const desk of [next(), next()]) {
    await desk.resume()
    await desk.idle()
  }
  expect(seen.toSorted()).toEqual(['one', 'two'])
})

test('a mail the intake fails on is tried again, and stays for the next start when it keeps failing [INT-2]', async () => {
  const [files, notes] = [memoryShelf(), memoryShelf()]
  const errors: string[] = []
  let attempts = 0
  const incoming = incomingMail({
    files,
    notes,
    handle: async () => {
      attempts += 1
      if (attempts !== 2) throw new Error('table away')
    },
    log: { info: () => undefined, error: (message) => void errors.push(message) },
  })
  await incoming.accept(Buffer.from('mail'))
  await incoming.idle()
  expect([attempts, (await notes.names()).length]).toEqual([2, 0])
  await incoming.accept(Buffer.from('mail'))
  await incoming.idle()
  expect([attempts, (await notes.names()).length, errors.length]).toEqual([5, 1, 4])
})
