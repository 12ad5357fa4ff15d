import { createHash } from 'node:crypto'

type Line = { readonly pk: string; readonly sk: string; readonly line: string }

/**
 * AUD-2: ties a line of history to its place and to everything before it. Whoever alters, moves or removes a line breaks
 * every seal after it, and the last one stands in the record itself.
 */
export const sealOf = (follows: string | undefined, { pk, sk, line }: Line): string =>
  createHash('sha256')
    .update(JSON.stringify([follows ?? null, pk, sk, line]))
    .digest('base64url')

/** The lines of one change, each with its seal, in their order. */
export const sealed = <Sealable extends Line>(
  follows: string | undefined,
  lines: readonly Sealable[],
): readonly (Sealable & { readonly seal: string })[] => {
  let last = follows
  return lines.map((line) => {
    last = sealOf(last, line)
    return { ...line, seal: last }
  })
}
