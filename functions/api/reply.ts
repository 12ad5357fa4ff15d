import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { type ApiEvent, headerOf } from './api-event.ts'
import { etagOf, namesTag } from './preconditions.ts'

/** What a handler answers; HTTP is made of it in one place. */
export type Reply<Body> = {
  readonly body: Body
  /** Becomes the ETag. */
  readonly version?: number
  /** The ETag of an answer that is no record. */
  readonly tag?: string
  readonly location?: string
}

/** An answer that is no JSON. */
export type RawReply = {
  readonly status: 200 | 302 | 303
  readonly headers: Readonly<Record<string, string>>
  readonly content: string | Uint8Array
}

/**
 * Answers hold personal data: nothing on the way may keep them. Nothing runs, nothing is loaded, posted
 * or framed; what a page may do besides stands in page/page-headers.ts.
 */
export const ALWAYS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Strict-Transport-Security': 'max-age=31536000',
}

const tagIn = ({ version, tag }: Reply<unknown>): string | undefined => (version === undefined ? tag : etagOf(version))

const headersOf = (reply: Reply<unknown>): Record<string, string> => {
  const tag = tagIn(reply)
  return { ...ALWAYS, ...(tag !== undefined && { ETag: tag }) }
}

/** The caller has the answer already (If-None-Match). */
export const notModified = (reply: Reply<unknown>): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 304,
  headers: headersOf(reply),
})

export const isKnown = (event: ApiEvent, reply: Reply<unknown>): boolean => {
  const tag = tagIn(reply)
  return tag !== undefined && namesTag(headerOf(event, 'if-none-match'), tag)
}

export const jsonResult = (status: number, reply: Reply<unknown>) =>
  ({
    statusCode: status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...headersOf(reply),
      ...(reply.location !== undefined && { Location: reply.location }),
    },
    body: JSON.stringify(reply.body),
  }) satisfies APIGatewayProxyStructuredResultV2

export const rawResult = ({ status, headers, content }: RawReply): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { ...ALWAYS, ...headers },
  ...(typeof content === 'string'
    ? { body: content }
    : { body: Buffer.from(content).toString('base64'), isBase64Encoded: true }),
})

export const isRaw = (reply: Reply<unknown> | RawReply): reply is RawReply => 'content' in reply
