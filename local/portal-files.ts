import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { DeskIdentity } from '../shared/application/deps.ts'
import { PORTAL_FILE, type PortalConfig, portalHeaders } from '../shared/contract/portal-page.ts'
import type { LocalRequest } from './http-server.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Names of these files change with what is in them. */
const HASHED = /^\/assets\//
const FOR_EVER = 'public, max-age=31536000, immutable'

export type PortalFile = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

const answer = (path: string, body: string | Uint8Array): PortalFile => ({
  status: 200,
  headers: {
    ...portalHeaders([]),
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': HASHED.test(path) ? FOR_EVER : 'no-cache',
  },
  body,
})

const contentOf = async (folder: string, path: string): Promise<Uint8Array | null> => {
  const file = normalize(join(folder, path))
  if (!file.startsWith(folder + sep)) return null
  return readFile(file).catch(() => null)
}

/**
 * What CloudFront and its bucket are when deployed: the portal's files, and for every address of a page of it the one
 * HTML file there is. Null when it is none of the portal's business.
 */
export const portalFile = async (
  folder: string,
  { name: deskName, languages }: DeskIdentity,
  { method, url: { pathname } }: LocalRequest,
): Promise<PortalFile | null> => {
  if (!['GET', 'HEAD'].includes(method) || pathname.startsWith('/local')) return null
  if (pathname === '/config.json') {
    const config: PortalConfig = { deskName, languages, signIn: { kind: 'local' } }
    return answer(pathname, JSON.stringify(config))
  }
  const path = PORTAL_FILE.test(pathname) ? pathname : '/index.html'
  const content = await contentOf(folder, path)
  return content && answer(path, content)
}
