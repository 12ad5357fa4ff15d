import { createHash } from 'node:crypto'
import { PAGE_STYLE } from './page-style.ts'

/** The one style block is named by its hash, so that no other style may be. */
const STYLE = `sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`

const headersWith = (allowed: string) => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src '${STYLE}'; ${allowed}form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'X-Robots-Tag': 'noindex, nofollow',
})

/** A page shows its one style block and posts its forms; no script at all may run, and nothing is loaded. */
export const PAGE_HEADERS = headersWith('')

/** The same for a page with the script of portal/link, which sends files straight to storage (INT-15). */
export const pageHeadersWithScript = (uploadsAt: string): typeof PAGE_HEADERS =>
  headersWith(`script-src 'self'; connect-src 'self' ${uploadsAt}; `)
