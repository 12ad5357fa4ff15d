import { isUtf8, textIfMisdeclared, textOfUnknown } from './charset.ts'
import { UNINDENTED_PARAMETER } from './content-fields.ts'

/** The parser takes a second for ten thousand; the longest honest list of recipients has fewer. */
const MOST_WORDS = 4000
const LF = 0x0a
const encoder = new TextEncoder()
/** RFC 2047: `=?charset?encoding?text?=`. */
const ENCODED_WORD = /=\?([^?\s]+)\?([BQ])\?([^?]*)\?=/gi

const byteString = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const hex = (char: string): string => `=${char.charCodeAt(0).toString(16).toUpperCase()}`

/** Raw bytes inside an encoded word are in that word's charset, so they must not be decoded with the line. */
const withEscapedWords = (line: Uint8Array): Uint8Array => {
  if (isUtf8(line)) return line
  return bytesOf(byteString(line).replace(/=\?[^?\s]+\?Q\?[^?]*\?=/gi, (word) => word.replace(/[\x80-\xff]/g, hex)))
}

const linesOf = (bytes: Uint8Array): readonly Uint8Array[] => {
  const lines: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const lineFeed = bytes.indexOf(LF, at)
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1
    lines.push(bytes.subarray(at, end))
    at = end
  }
  return lines
}

const headText = (head: Uint8Array): string =>
  isUtf8(head)
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(head)
    : linesOf(head)
        .map((line) => textOfUnknown(withEscapedWords(line)))
        .join('')

/** Null when the word is none. */
const wordBytes = (encoding: string, text: string): Uint8Array | null => {
  if (encoding.toUpperCase() === 'Q') {
    const spaced = byteString(encoder.encode(text.replaceAll('_', ' ')))
    return bytesOf(spaced.replace(/=([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))))
  }
  try {
    return bytesOf(atob(text))
  } catch {
    return null
  }
}

const base64Of = (text: string): string => btoa(byteString(encoder.encode(text)))

const readableWord = (word: string, charset: string, encoding: string, text: string): string => {
  const bytes = wordBytes(encoding, text)
  const label = charset.split('*')[0] ?? ''
  const read = bytes && label.toLowerCase() !== 'utf-8' ? textIfMisdeclared(bytes, label) : null
  return read === null ? word : `=?utf-8?B?${base64Of(read)}?=`
}

/**
 * Header lines in UTF-8: bytes that are not are gb18030 (or windows-1252 where they cannot be Chinese), and encoded
 * words in a charset the parser does not know are written in one it knows [INT-2].
 */
export const mendedHead = (head: Uint8Array): Uint8Array => {
  let words = 0
  const text = headText(head)
    .replace(UNINDENTED_PARAMETER, '; ')
    .replace(ENCODED_WORD, (word: string, charset: string, encoding: string, written: string) => {
      words += 1
      return words > MOST_WORDS ? `= ${word.slice(1)}` : readableWord(word, charset, encoding, written)
    })
  return encoder.encode(text)
}
