import type { OutgoingMail } from '../../shared/application/ports.ts'

/** RFC 2047 allows an encoded word 75 characters: 12 for its frame and 60 of Base64, which hold 45 bytes. */
const ENCODED_WORD_BYTES = 45

/** `"Name" <address>` in ASCII, which is all that SES takes: other names as the encoded words of RFC 2047. */
export const mailbox = ({ name, address }: OutgoingMail['to']): string => {
  if (name === '') return address
  if (/^[\x20-\x7e]+$/.test(name)) return `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`
  const words = pieces(name).map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`)
  return `${words.join(' ')} <${address}>`
}

/** Of the text, each small enough for an encoded word; no character is torn apart. */
const pieces = (text: string): readonly string[] => {
  const done: string[] = []
  let piece = ''
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > ENCODED_WORD_BYTES) {
      done.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...done, piece]
}
