import { headerValue } from './header-values.ts'
import type { MailHeader } from './mail.ts'

export type Authentication = {
  /** What the mail server found about the domain in From; `none` when it said nothing or could not tell. */
  readonly dmarc: 'pass' | 'fail' | 'none'
  readonly spam: boolean
  readonly virus: boolean
}

const SECOND = 2

/** RFC 8601 allows comments and quoted strings anywhere; results written inside them are not the server's. */
const withoutCommentsAndQuotes = (value: string): string => {
  let kept = ''
  let depth = 0
  let isQuoted = false
  for (let i = 0; i < value.length; i += 1) {
    const char = value.charAt(i)
    if (char === '\\') i += 1
    else if (char === '"' && depth === 0) isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (char === '(') depth += 1
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += char
  }
  return kept
}

/**
 * What stands above the second Received line: our own server's trace. Below it everything was in the mail when it came,
 * written by whoever sent it.
 */
const ownServersHeaders = (headers: readonly MailHeader[]): readonly MailHeader[] => {
  const received = headers.flatMap(({ key }, at) => (key === 'received' ? [at] : []))
  return headers.slice(0, received[SECOND - 1] ?? headers.length)
}

const dmarcOf = (value: string | null, trustedAuthservId: string): Authentication['dmarc'] => {
  const [server = '', ...results] = withoutCommentsAndQuotes(value ?? '').split(';')
  if (server.trim().split(/\s/)[0]?.toLowerCase() !== trustedAuthservId.toLowerCase()) return 'none'
  const found = results.map((result) => result.match(/^\s*dmarc\s*=\s*([a-z]+)/i)?.[1]?.toLowerCase() ?? null)
  if (found.includes('fail')) return 'fail'
  return found.includes('pass') ? 'pass' : 'none'
}

/**
 * What the mail server that hands mail to the desk found out about the sender [INT-6]. Only the topmost
 * Authentication-Results counts, and only when it names `trustedAuthservId` (e.g. `amazonses.com`); null trusts none.
 * A verdict of spam or virus counts whoever wrote it: it can only make us more careful.
 */
export const authenticationOf = (headers: readonly MailHeader[], trustedAuthservId: string | null): Authentication => {
  const own = ownServersHeaders(headers)
  const results = headerValue(own, 'authentication-results')
  const failed = (key: string): boolean => headerValue(own, key)?.trim().toUpperCase() === 'FAIL'
  return {
    dmarc: trustedAuthservId === null ? 'none' : dmarcOf(results, trustedAuthservId),
    spam: failed('x-ses-spam-verdict'),
    virus: failed('x-ses-virus-verdict'),
  }
}
