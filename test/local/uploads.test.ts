import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { beforeEach, describe, expect, test } from 'vitest'
import { memoryShelf, type Shelf } from '../../local/shelf.ts'
import { localUploads, type Uploads } from '../../local/uploads.ts'

const FILE = { mimeType: 'image/png', bytes: 3, expiresAt: '2026-03-02T02:15:00.000Z' }
const CONTENT = Buffer.from('png')

let now: string
let shelf: Shelf
let uploads: Uploads

beforeEach(() => {
  now = '2026-03-02T02:00:00.000Z'
  shelf = memoryShelf()
  const secret = new Uint8Array(32).fill(1)
  uploads = localUploads('http://localhost:3000', shelf, { secret, clock: { now: () => now } })
})

const send = (url: string, body = CONTENT, type = 'image/png') => {
  const message = new IncomingMessage(new Socket())
  message.headers['content-type'] = type
  return uploads.receive({ message, method: 'PUT', url: new URL(url), body })
}

describe('uploads on one machine [INT-15]', () => {
  test('an address takes the file it was given out for', async () => {
    const { url, headers } = await uploads.uploadUrl('uploads/1', FILE)
    expect(headers).toEqual({ 'content-type': 'image/png' })
    await send(url)
    expect(await shelf.get('uploads/1')).toEqual(CONTENT)
  })

  test('nothing else: not another type or size, another name, a guess, or later', async () => {
    const { url } = await uploads.uploadUrl('uploads/1', FILE)
    const refused = { status: 403, code: 'bad-upload' }
    await expect(send(url, Buffer.from('longer'))).rejects.toMatchObject(refused)
    await expect(send(url, CONTENT, 'text/html')).rejects.toMatchObject(refused)
    await expect(send(url.replace('uploads%2F1', 'uploads%2F2'))).rejects.toMatchObject(refused)
    await expect(send(url.replace(/signature=.*/, 'signature=x'))).rejects.toMatchObject(refused)
    now = '2026-03-02T02:15:00.001Z'
    await expect(send(url)).rejects.toMatchObject(refused)
    expect(await shelf.names()).toEqual([])
  })
})
