import type { Deps } from '../../../shared/application/deps.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { RawReply } from '../reply.ts'

export type Download = { readonly key: string; readonly filename: string; readonly mimeType: string }

/** A Lambda answers 6 MB at most, and base64 makes four bytes of three. */
const MOST_BYTES = 4_400_000

const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+$/

/** RFC 6266: a name for old programs, and the whole name for the others. */
const disposition = (filename: string): string => {
  const ascii = filename.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const rest = encodeURIComponent(filename).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${rest}`
}

/** A file as a download, never as a page; a large one is fetched from where it lies. @throws DomainError not-found */
export const download = async ({ files }: Deps, { key, filename, mimeType }: Download): Promise<RawReply> => {
  const content = (await files.get(key)) ?? refuse('not-found', 'file-missing', 'The file is not there any more.')
  const type = MIME_TYPE.test(mimeType) ? mimeType : 'application/octet-stream'
  if (content.byteLength > MOST_BYTES && files.temporaryUrl) {
    const url = await files.temporaryUrl(key, { filename, mimeType: type })
    return { status: 302, headers: { Location: url }, content: '' }
  }
  return { status: 200, headers: { 'Content-Type': type, 'Content-Disposition': disposition(filename) }, content }
}
