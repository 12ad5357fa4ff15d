import { base32 } from './base32.ts'
import { keyedHash } from './keyed-hash.ts'

/** 80 bits: short enough for a text message of 70 characters, and far too many to guess while it is good for anything. */
const BYTES = 10

/** NOT-3: the token by which a notice is acknowledged on one of its ways; the same whenever the notice is rendered. */
export const acknowledgeToken = async (secret: Uint8Array, notice: string, way: string): Promise<string> =>
  base32((await keyedHash(secret, 'acknowledge', notice, way)).slice(0, BYTES))

/** The alias such a token is found by; whoever reads the table cannot make a link from it. */
export const acknowledgeAlias = async (token: string): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return `acknowledge#${base32(new Uint8Array(hash))}`
}

/** Where such a link leads: opening it never acts, only what is sent from the page does. */
export const acknowledgeUrl = (publicUrl: string, token: string): string => `${publicUrl}/api/a/${token}`
