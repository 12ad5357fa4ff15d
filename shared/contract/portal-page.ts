import type { Language } from '../domain/language.ts'

/** What the portal is told by whoever serves it, as /config.json. */
export type PortalConfig = {
  readonly deskName: string
  /** Which to choose from; the first for a browser that likes none of them. */
  readonly languages: readonly Language[]
  readonly signIn:
    | { readonly kind: 'local' }
    /** The user pool's own pages: their origin, and the client they know the portal by. */
    | { readonly kind: 'hosted'; readonly domain: string; readonly clientId: string }
}

/**
 * What a browser may do for the portal's pages: nothing inline, nothing from elsewhere.
 * @param connectTo where else it may talk to: the sign-in's origin, the address of the files' bucket
 */
export const portalHeaders = (connectTo: readonly string[]): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src ${["'self'", ...connectTo].join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
})

/** What is a file of the portal; every other address is a page of it, drawn by its one HTML file. Ids may hold dots. */
export const PORTAL_FILE = /^\/(assets\/.*|[^/]+\.[^/]+)$/
