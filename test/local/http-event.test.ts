import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { localAuthorizer } from '../../local/authorizer.ts'
import { gateway } from '../../local/gateway.ts'
import { listenLocally } from '../../local/http-server.ts'
import type { Person } from '../../shared/domain/people/person.ts'

const quiet = { info: () => undefined, error: () => undefined }
const authorizer = localAuthorizer(new Uint8Array(32).fill(7))
const person = {
  id: 'lin',
  name: '林晓 Lin Xiao',
  email: 'lin@example.com',
  roles: ['requester', 'desk'],
} as unknown as Person

/** A server whose API answers with the event it was given. */
const echo = async () => {
  const server = await listenLocally(0, quiet)
  server.open(
    gateway(
      async (event) => ({
        statusCode: 201,
        headers: { 'x-of': 'api' },
        cookies: ['a=1', 'b=2'],
        body: JSON.stringify(event),
      }),
      authorizer,
    ),
  )
  return server
}

test('a request becomes the event an HTTP API hands to its function [API-1]', async () => {
  const server = await echo()
  const token = await authorizer.issue(person)
  const response = await fetch(`${server.url}/api/v1/a%20b/c?x=1&x=2&y=%C3%A4`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'X-Some': 'Thing',
      cookie: 'p=1; q=2',
    },
    body: '{"title":"你好"}',
  })
  const event = await response.json()
  await server.close()
  expect(response.status).toBe(201)
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(event).toMatchObject({
    version: '2.0',
    rawPath: '/api/v1/a%20b/c',
    rawQueryString: 'x=1&x=2&y=%C3%A4',
    queryStringParameters: { x: '1,2', y: 'ä' },
    cookies: ['p=1', 'q=2'],
    headers: { 'x-some': 'Thing', 'content-type': 'application/json' },
    body: '{"title":"你好"}',
    isBase64Encoded: false,
    requestContext: {
      stage: '$default',
      http: { method: 'POST', path: '/api/v1/a%20b/c', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      authorizer: { jwt: { claims: { sub: 'lin', 'cognito:groups': '[requester desk]', email: 'lin@example.com' } } },
    },
  })
  expect(event.headers).not.toHaveProperty('cookie')
  expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/)
  const claims: object = event.requestContext.authorizer.jwt.claims
  for (const claim of Object.values(claims)) expect(claim).toBeTypeOf('string')
})

test('bytes that are no text travel as base64, an absent body not at all', async () => {
  const server = await echo()
  const put = await fetch(`${server.url}/api/v1/x`, { method: 'PUT', body: new Uint8Array([0, 255, 1]) })
  const broken = await fetch(`${server.url}/api/v1/x`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new Uint8Array([0x22, 0xff, 0x22]),
  })
  const get = await fetch(`${server.url}/api/v1/x`)
  const [putEvent, brokenEvent, getEvent] = [await put.json(), await broken.json(), await get.json()]
  await server.close()
  expect([putEvent.body, putEvent.isBase64Encoded]).toEqual(['AP8B', true])
  expect([brokenEvent.body, brokenEvent.isBase64Encoded]).toEqual(['Iv8i', true])
  expect(getEvent).not.toHaveProperty('body')
  expect(getEvent.requestContext).not.toHaveProperty('authorizer')
})

test('a body beyond 10 MB is refused [API-1]', async () => {
  const server = await echo()
  for (const bytes of [10_000_001, 30_000_000]) {
    const response = await fetch(`${server.url}/api/v1/x`, { method: 'POST', body: new Uint8Array(bytes) })
    expect([response.status, (await response.json()).code]).toEqual([413, 'body-too-large'])
  }
  await server.close()
})

test('an API that throws tells nothing', async () => {
  const server = await listenLocally(0, quiet)
  server.open(
    gateway(async () => {
      throw new Error('secret')
    }, authorizer),
  )
  const response = await fetch(`${server.url}/api/v1/x`)
  const body = await response.text()
  await server.close()
  expect(response.status).toBe(500)
  expect(body).not.toContain('secret')
})

test('until it is open the desk says that it is starting; a taken port is an error', async () => {
  const server = await listenLocally(0, quiet)
  const response = await fetch(server.url)
  const port = Number(new URL(server.url).port)
  await expect(listenLocally(port, quiet)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await server.close()
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
})

test('only its own tokens sign anybody in [API-4]', async () => {
  const good = await authorizer.issue(person)
  const foreign = await localAuthorizer(new Uint8Array(32).fill(8)).issue(person)
  const [header = '', payload = ''] = good.split('.')
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
  expect(await authorizer.claimsOf(`Bearer ${good}`)).toMatchObject({ sub: 'lin' })
  for (const bad of [
    undefined,
    '',
    good,
    `Basic ${good}`,
    `Bearer ${foreign}`,
    `Bearer ${unsigned}`,
    `Bearer ${header}..`,
  ])
    expect(await authorizer.claimsOf(bad)).toBeNull()
})

test.runIf(process.platform === 'linux')(
  'only the loopback address is taken, so nobody else can reach it',
  async () => {
    const server = await echo()
    const port = Number(new URL(server.url).port)
    const elsewhere = createServer()
    elsewhere.listen(port, '127.0.0.2')
    await once(elsewhere, 'listening')
    elsewhere.close()
    await server.close()
  },
)
