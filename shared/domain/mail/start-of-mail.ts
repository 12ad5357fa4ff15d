const LF = 0x0a
const CR = 0x0d
const singleBytes = new TextDecoder('windows-1252')

const withSomeLineFeeds = (raw: Uint8Array): Uint8Array =>
  raw.includes(LF) ? raw : raw.map((byte) => (byte === CR ? LF : byte))

/**
 * The mail without what stores and forwarders put before its first header line: a byte order mark, empty lines, the
 * `From ` line of a mailbox file. Lines that end in a bare carriage return get line feeds [INT-2].
 */
export const startOfMail = (raw: Uint8Array): Uint8Array => {
  const lines = withSomeLineFeeds(raw)
  const start = singleBytes.decode(lines.subarray(0, 4096))
  const before = start.match(/^(?:\u00ef\u00bb\u00bf)?\s*(?:>?From [^\r\n]*\r?\n)?/)?.[0] ?? ''
  return lines.subarray(before.length)
}
