import { createHash } from 'node:crypto'
import { PAGE_STYLE } from './page-style.ts'

/** The one style block is named by its hash, so that no other style and no script at all may run. */
const STYLE = `sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`

/** A page shows its one style block and posts its forms; beyond that it may as little as any other answer. */
export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src '${STYLE}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'X-Robots-Tag': 'noindex, nofollow',
}
