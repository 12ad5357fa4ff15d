import { createHmac, timingSafeEqual } from 'node:crypto'
import { HttpProblem } from '../functions/api/http-problem.ts'
import type { Clock, Files } from '../shared/application/ports.ts'
import type { LocalRequest } from './http-server.ts'
import type { Shelf } from './shelf.ts'

/** Takes files a browser sends itself, at addresses that are signed for one file, as S3 does. */
export type Uploads = {
  readonly uploadUrl: Files['uploadUrl']
  readonly uploadsAt: Files['uploadsAt']
  /** @throws HttpProblem 403 unless the file is the one its address was given out for, and in time */
  receive(request: LocalRequest): Promise<void>
}

const PATH = '/local/uploads'

const FIELDS = ['key', 'type', 'bytes', 'until'] as const

const refused = (): never => {
  throw new HttpProblem(403, 'bad-upload', 'The address is not for this file, or too old: ask for a new one.')
}

export const localUploads = (
  origin: string,
  shelf: Shelf,
  { secret, clock }: { readonly secret: Uint8Array; readonly clock: Clock },
): Uploads => {
  const signature = (query: URLSearchParams): Buffer =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['local-upload', ...FIELDS.map((field) => query.get(field))]))
      .digest()
  const isOurs = (query: URLSearchParams): boolean => {
    const given = Buffer.from(query.get('signature') ?? '', 'base64url')
    const own = signature(query)
    return given.byteLength === own.byteLength && timingSafeEqual(given, own)
  }
  return {
    uploadUrl: async (key, { mimeType, bytes, expiresAt }) => {
      const query = new URLSearchParams({ key, type: mimeType, bytes: String(bytes), until: expiresAt })
      query.set('signature', signature(query).toString('base64url'))
      return { url: `${origin}${PATH}?${query}`, headers: { 'content-type': mimeType } }
    },
    uploadsAt: async () => `${origin}${PATH}`,
    receive: async ({ message, url: { searchParams: query }, body }) => {
      const fits =
        query.get('type') === message.headers['content-type'] && query.get('bytes') === String(body.byteLength)
      if (!isOurs(query) || !fits || clock.now() > (query.get('until') ?? '')) refused()
      await shelf.put(query.get('key') ?? refused(), body)
    },
  }
}
