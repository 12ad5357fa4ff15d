import { randomBytes } from 'node:crypto'
import type { Shelf } from './shelf.ts'

const BYTES = 32

/** A random key kept with the data: links in mails and sign-ins outlive a restart. */
export const keptKey = async (shelf: Shelf, name: string): Promise<Uint8Array> => {
  const kept = await shelf.get(name)
  if (kept?.byteLength === BYTES) return kept
  const key = randomBytes(BYTES)
  await shelf.put(name, key)
  return key
}
