import type { Mail } from '../../../shared/domain/mail/mail.ts'
import { parseMail } from '../../../shared/domain/mail/parse.ts'

type Fields = Readonly<Record<string, string>>

const USUAL: Fields = {
  From: 'Zhang San <zhang.san@customer.example>',
  To: 'desk@firstline.example',
  Subject: 'Printer on floor 3',
  'Message-ID': '<1@customer.example>',
  Date: 'Mon, 02 Mar 2026 09:00:00 +0800',
}

/** Text as UTF-8; a string of `\xNN` characters as these bytes. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const rawBytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** An ordinary mail; a field set to '' is left out. */
export const mailText = (fields: Fields = {}, body = 'It prints nothing since this morning.\r\n'): string =>
  `${Object.entries({ ...USUAL, ...fields })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`

export const read = async (raw: Uint8Array | string): Promise<Mail> => {
  const mail = await parseMail(typeof raw === 'string' ? utf8(raw) : raw)
  if (mail.kind !== 'mail') throw new Error(`unreadable: ${mail.reason}`)
  return mail
}

export const readMail = (fields?: Fields, body?: string): Promise<Mail> => read(mailText(fields, body))

/** A multipart with the given parts, each with its own header lines. */
export const multipart = (subtype: string, parts: readonly string[], boundary = 'frontier'): string =>
  `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${parts
    .map((part) => `--${boundary}\r\n${part}\r\n`)
    .join('')}--${boundary}--\r\n`

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
