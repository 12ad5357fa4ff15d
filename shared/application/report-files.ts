import type { Month } from '../domain/report/month.ts'
import { type KeptFile, REPORTS_PREFIX } from '../domain/report/report.ts'
import type { Deps } from './deps.ts'

const sha256Of = async (content: Uint8Array): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(content)))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Keeps a file under a name made of its content: the same file again is the same file, and no other can take its place
 * (REP-3).
 */
export const keepFile = async (
  { files }: Deps,
  month: Month,
  name: string,
  content: Uint8Array,
  mimeType: string,
): Promise<KeptFile> => {
  const sha256 = await sha256Of(content)
  const [stem = '', ...extension] = name.split('.')
  const key = `${REPORTS_PREFIX}${month}/${stem}-${sha256.slice(0, 16)}.${extension.join('.')}`
  await files.put(key, content, mimeType)
  return { key, bytes: content.byteLength, sha256 }
}

/** What was kept, byte for byte. @throws Error when it is gone or is not what it was */
export const keptFile = async ({ files }: Deps, { key, sha256 }: KeptFile): Promise<Uint8Array> => {
  const content = await files.get(key)
  if (content === null) throw new Error(`The report's file ${key} is gone`)
  if ((await sha256Of(content)) !== sha256) throw new Error(`The report's file ${key} is not what was frozen`)
  return content
}

/** Collects lines of JSON and packs them as they come, so that only what is packed is in memory. */
export const packing = () => {
  const gzip = new CompressionStream('gzip')
  const packed = new Response(gzip.readable).bytes()
  const writer = gzip.writable.getWriter()
  const encoder = new TextEncoder()
  return {
    add: (values: readonly unknown[]): Promise<void> =>
      writer.write(encoder.encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''))),
    end: async (): Promise<Uint8Array> => {
      await writer.close()
      return packed
    },
  }
}

/** The lines of a packed file. */
export const unpacked = async <Row>(content: Uint8Array): Promise<readonly Row[]> => {
  const unzipped = new Blob([Uint8Array.from(content)]).stream().pipeThrough(new DecompressionStream('gzip'))
  const text = await new Response(unzipped).text()
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Row]))
}
