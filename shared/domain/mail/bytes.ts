const LF = 0x0a
const CR = 0x0d
/** A multiple of three, so that only the last line needs padding. */
const BASE64_CHUNK_BYTES = 30_000

/** The pieces one behind the other. */
export const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(pieces.reduce((bytes, piece) => bytes + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Without the carriage returns in front of line feeds. */
export const withLineFeeds = (bytes: Uint8Array): Uint8Array =>
  bytes.includes(CR) ? bytes.filter((byte, i) => byte !== CR || bytes[i + 1] !== LF) : bytes

/** In base64, with line breaks. */
export const base64Lines = (bytes: Uint8Array): Uint8Array => {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += BASE64_CHUNK_BYTES) {
    lines.push(btoa(String.fromCharCode(...bytes.subarray(at, at + BASE64_CHUNK_BYTES))))
  }
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)
}
