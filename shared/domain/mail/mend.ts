import PostalMime from 'postal-mime'
import { base64Lines, joined, withLineFeeds } from './bytes.ts'
import { textIfMisdeclared, textOfUndeclaredHtml, textOfUnknown } from './charset.ts'
import { isMultipart } from './content-fields.ts'
import { mendedHead } from './mend-head.ts'
import type { MimePart } from './mime-parts.ts'

/** Ten times what mail servers take; more is not read, for millions of fields or addresses take minutes. */
const LONGEST_HEAD_BYTES = 1_000_000
const LONG_BODY_BYTES = 65_536
const CRLF = Uint8Array.of(0x0d, 0x0a)
const encoder = new TextEncoder()
const ascii = new TextDecoder('windows-1252')

type Leaf = { readonly head: Uint8Array; readonly body: Uint8Array; readonly isEncoded: boolean }

const encodingOf = ({ content }: MimePart): string | null =>
  content.encoding?.match(/base64|quoted-printable/)?.[0] ?? null

/** The body of a part without its transfer encoding. */
const decodedBody = async (part: MimePart): Promise<Uint8Array> => {
  const { body } = part
  const scheme = encodingOf(part)
  if (scheme === null) return body
  const head = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${scheme}\r\n\r\n`
  const { attachments } = await PostalMime.parse(joined([encoder.encode(head), body]))
  const content = attachments[0]?.content
  return content instanceof ArrayBuffer ? new Uint8Array(content) : new Uint8Array()
}

const isShownText = ({ content: { type, disposition }, within, hasHead }: MimePart): boolean =>
  hasHead &&
  disposition !== 'attachment' &&
  (type === 'text/plain' || type === 'text/html' || (type === null && within !== 'digest'))

/** The text of a part the parser would misread; null when it reads it right. */
const misreadText = async (part: MimePart): Promise<string | null> => {
  const bytes = await decodedBody(part)
  const { charset, type } = part.content
  if (charset === null && type === 'text/html') return textOfUndeclaredHtml(bytes)
  return textIfMisdeclared(bytes, charset)
}

/** The header with these fields in place of its own. */
const withFields = (head: Uint8Array, fields: Readonly<Record<string, string>>): Uint8Array => {
  const names = new Set(Object.keys(fields).map((name) => name.toLowerCase()))
  const kept = new TextDecoder()
    .decode(head)
    .split(/\r?\n(?![ \t])/)
    .filter((line) => !names.has(line.slice(0, line.indexOf(':')).trim().toLowerCase()))
  const added = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
  return encoder.encode([...added, ...kept].join('\r\n'))
}

/** The declared content type with its parameters (format=flowed, name), without the charset. */
const typeWithoutCharset = ({ content: { typeField, type } }: MimePart): string =>
  typeField?.replace(/;\s*charset\s*=\s*(?:"[^"]*"|[^\s;]*)/i, '') ?? type ?? 'text/plain'

/** With the empty line behind it, and not longer than any header is. */
const endedHead = (head: Uint8Array): Uint8Array => {
  if (head.length > LONGEST_HEAD_BYTES) return joined([head.subarray(0, LONGEST_HEAD_BYTES), CRLF, CRLF])
  return /(?:^|\n)\r?\n$/.test(ascii.decode(head.subarray(-4))) ? head : joined([head, CRLF])
}

const asUtf8 = (head: Uint8Array, contentType: string, text: string): Leaf => ({
  head: withFields(head, {
    'Content-Type': `${contentType}; charset=utf-8`,
    'Content-Transfer-Encoding': '8bit',
  }),
  body: encoder.encode(`${text}\r\n`),
  isEncoded: false,
})

/** Long bodies go in base64, for the parser takes seconds over each megabyte of short lines. */
const withoutShortLines = ({ head, body, isEncoded }: Leaf): readonly Uint8Array[] => {
  if (isEncoded || body.length <= LONG_BODY_BYTES) return [head, body]
  return [withFields(head, { 'Content-Transfer-Encoding': 'base64' }), base64Lines(withLineFeeds(body))]
}

const mendedLeaf = async (part: MimePart, head: Uint8Array): Promise<Leaf> => {
  const { body } = part
  const asItIs: Leaf = { head, body, isEncoded: encodingOf(part) !== null }
  if (!isShownText(part)) return asItIs
  const text = await misreadText(part)
  return text === null ? asItIs : asUtf8(head, typeWithoutCharset(part), text)
}

const mendedPart = async (part: MimePart): Promise<readonly Uint8Array[]> => {
  // Behind a closed multipart nothing is shown, nor before its first part.
  if (!part.hasHead) return []
  const { body, content } = part
  const head = mendedHead(endedHead(part.head))
  if (!isMultipart(content)) return withoutShortLines(await mendedLeaf(part, head))
  const isOfTheMailItself = part.before.length === 0
  if (isOfTheMailItself || part.isDivided || content.boundary === null) return [head]
  return withoutShortLines(asUtf8(head, 'text/plain', textOfUnknown(body)))
}

/**
 * The same mail in a form that the parser reads without loss: header bytes in UTF-8, texts in a charset it knows,
 * an empty line behind every header, no inner multipart whose delimiter never appears [INT-2].
 */
export const mended = async (parts: readonly MimePart[]): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for (const part of parts) pieces.push(part.before, ...(await mendedPart(part)))
  return joined(pieces)
}
