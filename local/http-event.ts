import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** A verified token's claims as API Gateway hands them on, all of them strings; null without a good token. */
export type Claims = Readonly<Record<string, string>> | null

/** The function finds its route by method and path itself. */
const ROUTE_KEY = '$default'

const TEXT_TYPES = /^(text\/|application\/(.*\+)?(json|xml|x-www-form-urlencoded|javascript)\b)/

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `22/Nov/2026:07:36:00 +0000`, the common log format. */
const logTime = (at: Date): string => {
  const [date = '', time = ''] = at.toISOString().split(/[T.]/)
  const [year, , day] = date.split('-')
  return `${day}/${MONTHS[at.getUTCMonth()]}/${year}:${time} +0000`
}

/** Names in lower case, repeated headers joined by commas; cookies have a field of their own in the event. */
const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headersDistinct)
      .filter(([name]) => name !== 'cookie')
      .map(([name, values = []]) => [name, values.join(',')]),
  )

const queryOf = (url: URL): Record<string, string> | undefined => {
  const names = new Set(url.searchParams.keys())
  if (names.size === 0) return undefined
  return Object.fromEntries([...names].map((name) => [name, url.searchParams.getAll(name).join(',')]))
}

const bodyOf = (request: IncomingMessage, body: Buffer): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> => {
  if (body.byteLength === 0) return { isBase64Encoded: false }
  const isText = TEXT_TYPES.test(request.headers['content-type'] ?? '') && isUtf8(body)
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText }
}

const contextOf = (request: IncomingMessage, url: URL, claims: Claims) => ({
  accountId: '000000000000',
  apiId: 'local',
  domainName: url.host,
  domainPrefix: 'local',
  http: {
    method: request.method ?? 'GET',
    path: url.pathname,
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    userAgent: request.headers['user-agent'] ?? '',
  },
  requestId: randomUUID(),
  routeKey: ROUTE_KEY,
  stage: '$default',
  time: logTime(new Date()),
  timeEpoch: Date.now(),
  ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
})

/** The event an HTTP API hands to a Lambda function for this request (payload format 2.0). */
export const httpEvent = (request: IncomingMessage, url: URL, body: Buffer, claims: Claims): APIGatewayProxyEventV2 => {
  const query = queryOf(url)
  const cookies = request.headers.cookie?.split('; ')
  return {
    version: '2.0',
    routeKey: ROUTE_KEY,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies && { cookies }),
    headers: headersOf(request),
    ...(query && { queryStringParameters: query }),
    requestContext: contextOf(request, url, claims),
    ...bodyOf(request, body),
  }
}

/** Sends what the function answered. */
export const sendResult = (response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void => {
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value))
  if (result.cookies) response.setHeader('set-cookie', result.cookies)
  response.statusCode = result.statusCode ?? 200
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'))
}
