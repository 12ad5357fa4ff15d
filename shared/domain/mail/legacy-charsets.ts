/**
 * Encodings mails still arrive in and TextDecoder refuses (the Encoding Standard dropped them as unsafe for pages).
 * All of them write in seven bits and switch alphabets in between.
 */

const ESCAPE = 0x1b
const SHIFT_OUT = 0x0e
const SHIFT_IN = 0x0f
const TILDE = 0x7e
const LINE_FEED = 0x0a
const HIGH_BIT = 0x80

/** ISO 2022 with one double-byte alphabet: between shift-out and shift-in the same bytes, without their high bit. */
const shifted =
  (alphabet: 'euc-kr' | 'gb18030') =>
  (bytes: Uint8Array): string => {
    const out: number[] = []
    let high = 0
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i] ?? 0
      // The designation ESC $ ) C is only announced once and carries no text.
      if (byte === ESCAPE) i += 3
      else if (byte === SHIFT_OUT) high = HIGH_BIT
      else if (byte === SHIFT_IN) high = 0
      else out.push(byte > 0x20 ? byte | high : byte)
    }
    return new TextDecoder(alphabet).decode(Uint8Array.from(out))
  }

/** RFC 1843: `~{` and `~}` switch to GB 2312 and back, `~~` is a tilde, `~` before a line break joins the lines. */
const hz = (bytes: Uint8Array): string => {
  const out: number[] = []
  let high = 0
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte !== TILDE) {
      if (byte === LINE_FEED) high = 0
      out.push(byte > 0x20 ? byte | high : byte)
      continue
    }
    i += 1
    const next = String.fromCharCode(bytes[i] ?? 0)
    if (next === '{') high = HIGH_BIT
    else if (next === '}') high = 0
    else if (next === '\r' && bytes[i + 1] === LINE_FEED) i += 1
    else if (next !== '\n') out.push(TILDE)
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(out))
}

const utf16 = new TextDecoder('utf-16be')

const utf16From = (base64: string): string => {
  const pairs = atob(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0)))
  return utf16.decode(Uint8Array.from(pairs.slice(0, pairs.length & ~1), (c) => c.charCodeAt(0)))
}

/** RFC 2152: `+…-` holds UTF-16 in base64, `+-` is a plus. */
const utf7 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => (base64 === '' ? '+' : utf16From(base64)))

const utf32 =
  (littleEndian: boolean | null) =>
  (bytes: Uint8Array): string => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const units = Array.from({ length: bytes.byteLength >> 2 }, (_, i) => i * 4)
    const little = littleEndian ?? (bytes.byteLength > 3 && view.getUint32(0, true) === 0xfeff)
    const points = units.map((at) => view.getUint32(at, little)).filter((point) => point !== 0xfeff)
    return points.map((point) => (point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point))).join('')
  }

const DECODERS = new Map<string, (bytes: Uint8Array) => string>(
  Object.entries({
    'hz-gb-2312': hz,
    hz,
    'iso-2022-kr': shifted('euc-kr'),
    csiso2022kr: shifted('euc-kr'),
    'iso-2022-cn': shifted('gb18030'),
    'iso-2022-cn-ext': shifted('gb18030'),
    'utf-7': utf7,
    'unicode-1-1-utf-7': utf7,
    'utf-32': utf32(null),
    'utf-32le': utf32(true),
    'utf-32be': utf32(false),
  }),
)

/** The decoder of such an encoding, by its lower-case label; null for every other label [INT-2]. */
export const legacyDecoder = (label: string): ((bytes: Uint8Array) => string) | null => DECODERS.get(label) ?? null
