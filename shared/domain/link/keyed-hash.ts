const encoder = new TextEncoder()

/** HMAC-SHA-256 over the parts; what it is for comes first, so that no token passes for one of another kind. */
export const keyedHash = async (
  secret: Uint8Array,
  purpose: 'reply' | 'recipient' | 'link' | 'upload' | 'acknowledge',
  ...parts: readonly string[]
): Promise<Uint8Array> => {
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const message = encoder.encode(JSON.stringify([`firstline-${purpose}`, ...parts]))
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
}

/** Whether two signatures of the same length are equal; takes as long for a near miss as for a wild guess. */
export const sameSignature = (a: Uint8Array, b: Uint8Array): boolean => {
  const other = new DataView(b.buffer, b.byteOffset)
  return a.reduce((difference, byte, at) => difference | (byte ^ other.getUint8(at)), 0) === 0
}
