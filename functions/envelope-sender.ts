/** SES and other servers write the envelope's sender on top of what they store; it is rarely longer than this. */
const HEAD_BYTES = 4096

const RETURN_PATH = /^Return-Path:[ \t]*<?([^<>\r\n]*?)>?[ \t]*\r?$/im

/**
 * The address the mail really came from: the one an answer by machine would go to. Empty for a bounce, which has none;
 * null when nobody has written it down.
 */
export const envelopeSender = (raw: Uint8Array): string | null => {
  const head = Buffer.from(raw.subarray(0, HEAD_BYTES)).toString('latin1')
  const headers = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
  return RETURN_PATH.exec(headers)?.[1] ?? null
}
