import { base32, readBase32 } from './base32.ts'
import { keyedHash, sameSignature } from './keyed-hash.ts'

/**
 * INT-3: the token in the plus-address of a notice's Reply-To. It says which ticket an answer belongs to and whom the
 * notice was for, and carries a signature, so that a guess at an address does not reach a ticket.
 *
 * 25 bytes, 40 characters: 3 letters, year, sequence number (8 bytes) · tag of the recipient (5) · signature (12 = 96 bits).
 * With `desk+` in front 45 of the 64 characters a local part may have.
 */
const TAG_BYTES = 5
const SIGNED_BYTES = 13
const TOKEN_BYTES = 25

const NUMBER = /^([A-Z])([A-Z])([A-Z])-(\d{4})-(\d{6,10})$/

const packed = (number: string): Uint8Array | null => {
  const parts = NUMBER.exec(number)
  if (!parts) return null
  const [, first = '', second = '', third = '', year, sequence] = parts
  const letters = [first, second, third].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 65, 0)
  const view = new DataView(new ArrayBuffer(8))
  view.setUint16(0, letters)
  view.setUint16(2, Number(year))
  view.setUint32(4, Number(sequence))
  return new Uint8Array(view.buffer)
}

const unpacked = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const letters = view.getUint16(0)
  const name = [Math.floor(letters / 676), Math.floor(letters / 26) % 26, letters % 26]
    .map((index) => String.fromCharCode(65 + index))
    .join('')
  return `${name}-${String(view.getUint16(2)).padStart(4, '0')}-${String(view.getUint32(4)).padStart(6, '0')}`
}

const tagBytes = async (secret: Uint8Array, email: string): Promise<Uint8Array> =>
  (await keyedHash(secret, 'recipient', email.trim().toLowerCase())).slice(0, TAG_BYTES)

const signature = async (secret: Uint8Array, signed: Uint8Array): Promise<Uint8Array> =>
  (await keyedHash(secret, 'reply', base32(signed))).slice(0, TOKEN_BYTES - SIGNED_BYTES)

/** What a reply token keeps of a recipient: enough to recognise their address, too little to learn it. */
export const recipientTagOf = async (secret: Uint8Array, email: string): Promise<string> =>
  base32(await tagBytes(secret, email))

/** @throws RangeError for a number that no series of this desk gives out */
export const replyToken = async (secret: Uint8Array, number: string, email: string): Promise<string> => {
  const packedNumber = packed(number)
  if (!packedNumber) throw new RangeError(`Not a ticket number: ${number}`)
  const signed = Uint8Array.of(...packedNumber, ...(await tagBytes(secret, email)))
  return base32(Uint8Array.of(...signed, ...(await signature(secret, signed))))
}

/** Null for everything this desk has not signed itself, however close. */
export const readReplyToken = async (
  secret: Uint8Array,
  token: string,
): Promise<{ readonly number: string; readonly recipientTag: string } | null> => {
  const bytes = readBase32(token)
  if (bytes?.length !== TOKEN_BYTES) return null
  const signed = bytes.slice(0, SIGNED_BYTES)
  if (!sameSignature(bytes.slice(SIGNED_BYTES), await signature(secret, signed))) return null
  return { number: unpacked(signed), recipientTag: base32(signed.slice(-TAG_BYTES)) }
}
