import { base32 } from './base32.ts'
import { keyedHash } from './keyed-hash.ts'

/**
 * INT-10, CLO-2: the token of a link that lets the requester of one ticket in without a login. The same ticket and address
 * always make the same token, so that a notice that is rendered again is the same mail; it is only ever kept as a hash.
 */
export const linkToken = async (secret: Uint8Array, number: string, email: string): Promise<string> =>
  base32(await keyedHash(secret, 'link', number, email.trim().toLowerCase()))

/** The alias a link's token is found by; whoever reads the table cannot make a link from it. */
export const linkAlias = async (token: string): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return `link#${base32(new Uint8Array(hash))}`
}

/** Where a link leads: opening it never acts, only what is sent from the page does. */
export const linkUrl = (publicUrl: string, token: string): string => `${publicUrl}/api/v1/links/${token}`
