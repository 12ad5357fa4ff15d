import { setTimeout as pause } from 'node:timers/promises'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { ApiEvent } from '../functions/api/api-event.ts'
import { HttpProblem } from '../functions/api/http-problem.ts'
import type { Authorizer } from './authorizer.ts'
import { httpEvent, sendResult } from './http-event.ts'
import type { Answer } from './http-server.ts'

/** API Gateway takes no more; uploads go past it. */
const LARGEST_BODY_BYTES = 10_000_000

/** Nobody waits longer for a function behind an HTTP API. */
const LONGEST_MS = 30_000

const TOO_SLOW: APIGatewayProxyStructuredResultV2 = {
  statusCode: 503,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: 'Service Unavailable' }),
}

/**
 * What API Gateway does for the API's function: checks the token, hands over the claims, sends what comes back. Without
 * a good token there are no claims, and the function itself answers 401 wherever a sign-in is needed.
 */
export const gateway =
  (api: (event: ApiEvent) => Promise<APIGatewayProxyStructuredResultV2>, authorizer: Authorizer): Answer =>
  async ({ message, url, body }, response) => {
    if (body.byteLength > LARGEST_BODY_BYTES)
      throw new HttpProblem(413, 'body-too-large', 'The body is larger than 10 MB.')
    const claims = await authorizer.claimsOf(message.headers.authorization)
    const givesUp = new AbortController()
    try {
      const tooSlow = pause(LONGEST_MS, TOO_SLOW, { signal: givesUp.signal })
      sendResult(response, await Promise.race([api(httpEvent(message, url, body, claims)), tooSlow]))
    } finally {
      givesUp.abort()
    }
  }
