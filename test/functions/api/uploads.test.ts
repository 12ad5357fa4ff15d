import { beforeEach, describe, expect, test } from 'vitest'
import { ticketAct } from '../../../shared/application/tickets.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'
const UPLOADS = '/api/v1/uploads'
const PNG = Buffer.from('\x89PNG\r\n\x1a\n and a picture', 'latin1')
const SCREEN = { filename: 'screen.png', mimeType: 'image/png', bytes: PNG.byteLength }

const ANNA: Actor = {
  kind: 'person',
  id: 'anna',
  name: 'Anna Berg',
  email: 'anna@harbour.example',
  roles: ['requester'],
  groups: [],
  department: 'finance',
}

let desk: ApiDesk

beforeEach(async () => {
  desk = await openApiDesk()
})

/** Puts the content where the answer says, as a browser would. */
const send = (url: string, content: Uint8Array): void => {
  desk.noted.files.set(new URL(url).pathname.slice(1), content)
}

const uploaded = async (as: string, announced: object = SCREEN, content: Uint8Array = PNG): Promise<string> => {
  const { body } = await desk.post(UPLOADS, as, announced)
  send(body.url, content)
  return body.id
}

const open = (as: string, ids: readonly string[]) =>
  desk.post(TICKETS, as, { title: 'Printer', description: 'See the picture', attachments: ids })

describe('asking where to upload [INT-15]', () => {
  test('says where, how and until when', async () => {
    const { status, body } = await desk.post(UPLOADS, 'anna', SCREEN)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      url: expect.stringContaining('/uploads/'),
      method: 'PUT',
      headers: { 'content-type': 'image/png' },
      expiresAt: '2026-03-02T02:15:00.000Z',
    })
  })

  test.each([
    ['a page', { mimeType: 'text/html' }, 'type-not-accepted'],
    ['a drawing that can run', { mimeType: 'image/svg+xml' }, 'type-not-accepted'],
    ['a program', { mimeType: 'application/x-msdownload' }, 'type-not-accepted'],
    ['more than 25 MB', { bytes: 25 * 1024 * 1024 + 1 }, 'validation-failed'],
    ['nothing', { bytes: 0 }, 'validation-failed'],
    ['no name', { filename: ' ' }, 'validation-failed'],
  ])('%s is refused', async (_, change, code) => {
    expect(await desk.post(UPLOADS, 'anna', { ...SCREEN, ...change })).toMatchObject({ status: 422, body: { code } })
  })

  test('has an end within an hour, for each caller', async () => {
    for (let n = 0; n < 60; n += 1) expect((await desk.post(UPLOADS, 'anna', SCREEN)).status).toBe(201)
    expect(await desk.post(UPLOADS, 'anna', SCREEN)).toMatchObject({ status: 429, body: { code: 'too-many-uploads' } })
    expect((await desk.post(UPLOADS, 'tom', SCREEN)).status).toBe(201)
    desk.advance(60)
    expect((await desk.post(UPLOADS, 'anna', SCREEN)).status).toBe(201)
  })
})

describe('attaching what was uploaded [INT-15]', () => {
  test('a ticket has it from the start, under a safe name, and gives it back', async () => {
    const id = await uploaded('anna', { ...SCREEN, filename: '..\\..\\Bild\u202egnp.exe' })
    const { status, body } = await open('anna', [id])
    expect(status).toBe(201)
    expect(body.attachments).toMatchObject([
      { filename: 'Bildgnp.exe.png', mimeType: 'image/png', bytes: PNG.byteLength, visibility: 'public' },
    ])
    const file = await desk.get(`${TICKETS}/${body.number}/attachments/${body.attachments[0].id}`, 'anna')
    expect(Buffer.from(file.text)).toEqual(Buffer.from(PNG.toString()))
  })

  test('to a comment: as visible as the comment', async () => {
    const { number } = (await open('anna', [])).body
    const path = `${TICKETS}/${number}/comment`
    await desk.post(path, 'anna', { text: 'Like this', attachments: [await uploaded('anna')] })
    const log = { filename: 'print.log', mimeType: 'text/plain', bytes: 5 }
    const internal = await uploaded('grace', log, Buffer.from('jam 2'))
    const { body } = await desk.post(path, 'grace', { text: 'For us', attachments: [internal, internal] })
    expect(body.attachments.map(({ filename, visibility }: Record<string, string>) => [filename, visibility])).toEqual([
      ['screen.png', 'public'],
      ['print.log', 'internal'],
    ])
    const seen = (await desk.get(`${TICKETS}/${number}`, 'anna')).body
    expect(seen.attachments).toMatchObject([{ filename: 'screen.png' }])
  })

  test('the same request with the same key attaches once', async () => {
    const { number } = (await open('anna', [])).body
    const body = { text: 'Like this', attachments: [await uploaded('anna')] }
    const once = () =>
      desk.send('POST', `${TICKETS}/${number}/comment`, { as: 'anna', body, headers: { 'idempotency-key': 'k' } })
    await once()
    expect((await once()).body.attachments).toHaveLength(1)
  })

  test.each([
    ['longer than announced', Buffer.concat([PNG, PNG])],
    ['shorter than announced', PNG.subarray(0, 10)],
    ['of another type', Buffer.from('<script>alert(1)</script>'.padEnd(PNG.byteLength))],
  ])('a file %s is refused, and nothing is opened', async (_, content) => {
    const id = await uploaded('anna', SCREEN, content)
    expect(await open('anna', [id])).toMatchObject({ status: 422, body: { code: 'upload-not-as-announced' } })
    expect((await desk.get(TICKETS, 'anna', { view: 'requested' })).body.items).toEqual([])
  })

  test('a file that has not arrived is asked for', async () => {
    const { id } = (await desk.post(UPLOADS, 'anna', SCREEN)).body
    expect(await open('anna', [id])).toMatchObject({ status: 422, body: { code: 'upload-missing' } })
  })

  test('somebody else’s upload, one of yesterday and one made up are all unknown [ROL-3]', async () => {
    const unknown = { status: 422, body: { code: 'unknown-upload' } }
    const id = await uploaded('anna')
    expect(await open('tom', [id])).toMatchObject(unknown)
    expect(await open('anna', ['a'.repeat(64)])).toMatchObject(unknown)
    desk.advance(24 * 60)
    expect(await open('anna', [id])).toMatchObject(unknown)
  })

  test('eleven at once are refused', async () => {
    const ids = Array.from({ length: 11 }, () => 'a'.repeat(64))
    expect(await open('anna', ids)).toMatchObject({ status: 422, body: { code: 'validation-failed' } })
  })

  test('no ticket takes more than it can keep', async () => {
    const { number } = (await open('anna', [])).body
    const attachments = Array.from({ length: 300 }, (_, n) => ({
      id: `a${n}`,
      filename: 'a.png',
      mimeType: 'image/png',
      bytes: 1,
      sha256: `a${n}`,
      visibility: 'public' as const,
    }))
    await ticketAct(desk.deps, number, { type: 'comment', text: 'Many', visibility: 'public', attachments }, ANNA)
    const more = { text: 'One more', attachments: [await uploaded('anna')] }
    expect(await desk.post(`${TICKETS}/${number}/comment`, 'anna', more)).toMatchObject({
      status: 422,
      body: { code: 'too-many-attachments' },
    })
  })
})
