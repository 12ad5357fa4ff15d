import { createHash } from 'node:crypto'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import { type ApiEvent, headerOf } from './api-event.ts'
import { HttpProblem } from './http-problem.ts'

/** A CDN that compresses weakens a tag, and people forget the quotes; all of them mean the version they hold. */
const ETAG = /^(?:(?:W\/)?"(\d{1,15})"|(\d{1,15}))$/

export const etagOf = (version: number): string => `"${version}"`

const strong = (tag: string): string => tag.trim().replace(/^W\//, '')

/** If-None-Match compares weakly, and may name several (RFC 9110). */
export const namesTag = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch?.trim() === '*' || ifNoneMatch?.split(',').some((one) => strong(one) === strong(tag)) === true

/**
 * The version a change is based on: If-Match, or 0 with `If-None-Match: *` where something new may be put.
 * @throws HttpProblem 428 when the endpoint asks for it and it is missing, 400 when it is not one of our ETags
 */
export const expectedVersionOf = (event: ApiEvent, { precondition }: Endpoint): number | undefined => {
  if (precondition === undefined) return undefined
  const ifMatch = headerOf(event, 'if-match')
  if (ifMatch !== undefined) {
    const [, quoted, bare] = ETAG.exec(ifMatch.trim()) ?? []
    const version = quoted ?? bare
    if (version === undefined) {
      throw new HttpProblem(400, 'bad-if-match', 'If-Match takes the ETag of one version, such as "7".')
    }
    return Number(version)
  }
  if (precondition === 'version-or-new' && headerOf(event, 'if-none-match')?.trim() === '*') return 0
  if (precondition === 'version-if-given') return undefined
  const orNew = precondition === 'version-or-new' ? ', or If-None-Match: * for a new one' : ''
  throw new HttpProblem(428, 'if-match-missing', `Send If-Match with the ETag of the version you change${orNew}.`)
}

export type Idempotency = { readonly key: string; readonly hash: string }

const KEY = /^[\x21-\x7e]{1,255}$/

/** API-1: the key, and a fingerprint of what is asked by which a key used for something else is recognised. */
export const idempotencyOf = (event: ApiEvent, callerId: string, body: unknown): Idempotency | undefined => {
  const given = headerOf(event, 'idempotency-key')
  if (given === undefined) return undefined
  if (!KEY.test(given)) {
    throw new HttpProblem(400, 'bad-idempotency-key', 'Idempotency-Key takes 1 to 255 visible ASCII characters.')
  }
  const { method, path } = event.requestContext.http
  const hash = createHash('sha256')
    .update(JSON.stringify([method, path, body]))
    .digest('hex')
  return { key: `${callerId}:${given}`, hash }
}
