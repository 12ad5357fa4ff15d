import { legacyDecoder } from './legacy-charsets.ts'

const UTF8_LABELS = new Set(['utf-8', 'utf8', 'unicode-1-1-utf-8'])
const ASCII_LABELS = new Set(['us-ascii', 'ascii', 'ansi_x3.4-1968', 'iso646-us', '7bit', '8bit', 'binary', 'default'])
const JAPANESE_SEVEN_BITS = new Set(['iso-2022-jp', 'csiso2022jp', 'iso-2022-jp-1', 'iso-2022-jp-2', 'iso-2022-jp-ms'])
/** Families whose odd spellings postal-mime resolves by itself. */
const RESOLVED_BY_THE_PARSER = /^(?:x-|cs|cp|ms|windows|ibm|iso|euc|shift|tis|uhc|junet|unicode|big)/

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

export const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Whether bytes that are not UTF-8 read like Chinese rather than like a western alphabet. Nearly every character of
 * Chinese text is GB 2312 level 1 or punctuation, two bytes with the high bit each; western text has single high
 * bytes between plain letters. Undecided means Chinese: that is where this desk is used.
 */
const readsLikeChinese = (bytes: Uint8Array): boolean => {
  let chinese = 0
  let western = 0
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[i + 1] ?? 0
    if (trail < 0x80 || lead > 0xf7) {
      western += 1
      continue
    }
    if ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)) chinese += 1
    i += 1
  }
  return chinese >= western
}

/** Eight-bit text declared as ISO-2022-JP: in one of the other encodings of Japanese. */
const textOfJapanese = (bytes: Uint8Array): string => {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  const text = new TextDecoder('euc-jp').decode(bytes)
  return /[\x80-\x9f\ufffd]/.test(text) ? new TextDecoder('shift_jis').decode(bytes) : text
}

/** Text in an undeclared encoding: UTF-8, else gb18030, else windows-1252 [INT-2]. */
export const textOfUnknown = (bytes: Uint8Array): string => {
  const label = isUtf8(bytes) ? 'utf-8' : readsLikeChinese(bytes) ? 'gb18030' : 'windows-1252'
  return new TextDecoder(label).decode(bytes)
}

/** A few bytes cut in half do not make a text another encoding; most of it not being UTF-8 does. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(bytes)
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0
  const broken = text.match(/\ufffd/g)?.length ?? 0
  return broken * 2 <= foreign
}

const decoderFor = (label: string): TextDecoder | null => {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}

/** Whether the parser has a right decoder for it. */
const isKnown = (label: string): boolean =>
  (RESOLVED_BY_THE_PARSER.test(label) && !label.startsWith('x-unknown')) || decoderFor(label) !== null

/**
 * The text of bytes that the parser would misread under their declared charset (null: none declared), or null when
 * the parser reads them right. No charset, an unknown one, and ASCII that is not ASCII are guessed: UTF-8, else
 * gb18030 [INT-2].
 */
export const textIfMisdeclared = (bytes: Uint8Array, charset: string | null): string | null => {
  const label = (charset ?? '').trim().toLowerCase()
  const legacy = legacyDecoder(label)
  if (legacy) return legacy(bytes)
  if (isAscii(bytes)) return null
  if (UTF8_LABELS.has(label)) return isMostlyUtf8(bytes) ? null : textOfUnknown(bytes)
  if (JAPANESE_SEVEN_BITS.has(label)) return textOfJapanese(bytes)
  if (label === '' || ASCII_LABELS.has(label) || !isKnown(label)) {
    return label === '' && isUtf8(bytes) ? null : textOfUnknown(bytes)
  }
  return null
}

/** As `textIfMisdeclared`, for a page that the mail declares no charset for: the page's own `<meta>` is asked first. */
export const textOfUndeclaredHtml = (bytes: Uint8Array): string | null => {
  if (isUtf8(bytes)) return null
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const label = start.match(/<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/i)?.[1]?.toLowerCase() ?? null
  if (label === null) return textOfUnknown(bytes)
  return textIfMisdeclared(bytes, label) ?? decoderFor(label)?.decode(bytes) ?? textOfUnknown(bytes)
}
