const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const BITS_PER_CHARACTER = 5

/** RFC 4648 in lower case and without padding: it survives mail systems that change the case of an address. */
export const base32 = (bytes: Uint8Array): string => {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= BITS_PER_CHARACTER) {
      bits -= BITS_PER_CHARACTER
      text += ALPHABET[(held >> bits) & 31]
    }
  }
  return bits > 0 ? text + ALPHABET[(held << (BITS_PER_CHARACTER - bits)) & 31] : text
}

/** Null for anything that `base32` does not write; upper case is read too. */
export const readBase32 = (text: string): Uint8Array | null => {
  let bits = 0
  let held = 0
  const bytes: number[] = []
  for (const character of text.toLowerCase()) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return null
    held = ((held << BITS_PER_CHARACTER) | value) & 0xfff
    bits += BITS_PER_CHARACTER
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
    }
  }
  const read = Uint8Array.from(bytes)
  return base32(read) === text.toLowerCase() ? read : null
}
