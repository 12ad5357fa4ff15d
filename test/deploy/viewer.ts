import { readdir, readFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Account } from './account.ts'
import type { Deployment } from './deployment.ts'
import type { Emulator } from './emulator.ts'

export type Viewed = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.html$/, 'text/html'],
  [/\.js$/, 'text/javascript'],
  [/\.css$/, 'text/css'],
]

/** What CDK's copying function does while it deploys, which the emulator cannot run. */
export const copyPortal = async (account: Account, { builtPortal }: Deployment): Promise<readonly string[]> => {
  const bucket = await account.bucketNamed('emulated-portal')
  const files = (await readdir(builtPortal, { recursive: true })).filter((name) => /\.\w+$/.test(name))
  for (const name of files) {
    const type = TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'application/octet-stream'
    await account.store(bucket, name, new Uint8Array(await readFile(join(builtPortal, name))), type)
  }
  return files
}

/** A browser in front of CloudFront, which knows a distribution by the name it is asked under. */
export const view = (emulator: Emulator, portalUrl: string, path: string): Promise<Viewed> =>
  new Promise((answer, failed) => {
    const headers = { host: new URL(portalUrl).host, 'x-forwarded-proto': 'https' }
    const { hostname, port } = new URL(emulator.endpoint)
    const asked = request({ hostname, port, path, headers, timeout: 30_000 }, (response) => {
      const { statusCode: status = 0, headers: answered } = response
      text(response).then((body) => answer({ status, headers: answered, text: body }), failed)
    })
    asked.once('error', failed)
    asked.once('timeout', () => asked.destroy(new Error(`${path}: CloudFront did not answer within 30 s`)))
    asked.end()
  })
