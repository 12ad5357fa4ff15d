import type { Instant } from '../instant.ts'
import { base32, readBase32 } from '../link/base32.ts'
import { keyedHash, sameSignature } from '../link/keyed-hash.ts'

/** Storage throws away what lies here; what has been attached lies elsewhere by then. */
export const UPLOADS_PREFIX = 'uploads/'

/** A file somebody was allowed to upload (INT-15). */
export type Upload = {
  /** Where its content is put. */
  readonly key: string
  /** Whose it is; nobody else can attach it. */
  readonly owner: string
  readonly filename: string
  readonly mimeType: string
  readonly bytes: number
  /** Until when it can be attached. */
  readonly until: Instant
}

const SIGNATURE_BYTES = 16

const signature = async (secret: Uint8Array, said: string): Promise<Uint8Array> =>
  (await keyedHash(secret, 'upload', said)).slice(0, SIGNATURE_BYTES)

/** The id of an upload: all that is known of it, signed, so that nothing has to be kept until it is attached. */
export const uploadToken = async (secret: Uint8Array, upload: Upload): Promise<string> => {
  const said = JSON.stringify(upload)
  return base32(Uint8Array.of(...(await signature(secret, said)), ...new TextEncoder().encode(said)))
}

/** Null for everything this desk has not signed itself. */
export const readUploadToken = async (secret: Uint8Array, token: string): Promise<Upload | null> => {
  const bytes = readBase32(token)
  if (bytes === null || bytes.length <= SIGNATURE_BYTES) return null
  const said = new TextDecoder().decode(bytes.slice(SIGNATURE_BYTES))
  const isOurs = sameSignature(bytes.slice(0, SIGNATURE_BYTES), await signature(secret, said))
  return isOurs ? (JSON.parse(said) as Upload) : null
}
