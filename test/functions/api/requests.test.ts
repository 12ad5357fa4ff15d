import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'

let desk: ApiDesk

beforeAll(async () => {
  desk = await openApiDesk()
})

const raw = (text: string, type?: string) =>
  desk.send('POST', TICKETS, { as: 'anna', raw: { text, ...(type !== undefined && { type }) } })

describe('bodies', () => {
  test.each(['{"title":', '[1,]', 'title=x', "{'title':'x'}", '\u0000'])('%j is not JSON [API-1]', async (text) => {
    expect(await raw(text, 'application/json')).toMatchObject({ status: 400, body: { code: 'malformed-json' } })
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('a body of type %j is refused [API-1]', async (type) => {
    expect(await raw('{}', type)).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } })
  })

  test.each(['application/json', 'Application/JSON; charset=utf-8', 'application/merge-patch+json'])(
    'a body of type %s is read [API-1]',
    async (type) => {
      expect((await raw('{"title":"t","description":"d"}', type)).status).toBe(201)
    },
  )

  test('a body of more than 1 MB is refused, counted in bytes [API-1]', async () => {
    const text = JSON.stringify({ title: 't', description: '页'.repeat(340_000) })
    expect(await raw(text, 'application/json')).toMatchObject({ status: 413, body: { code: 'body-too-large' } })
  })

  test('bytes that are no UTF-8 are refused, not guessed [API-1]', async () => {
    const base64 = Buffer.from([0x7b, 0xff, 0x7d]).toString('base64')
    const event = { as: 'anna', raw: { text: base64, type: 'application/json' }, base64: true }
    expect(await desk.send('POST', TICKETS, event)).toMatchObject({ status: 400, body: { code: 'malformed-body' } })
  })

  test('a body in base64 is read [API-1]', async () => {
    const text = Buffer.from('{"title":"页","description":"d"}').toString('base64')
    const { body } = await desk.send('POST', TICKETS, {
      as: 'anna',
      raw: { text, type: 'application/json' },
      base64: true,
    })
    expect(body.title).toBe('页')
  })

  test('names every object has are unknown fields like any other [API-1]', async () => {
    const text = '{"title":"t","description":"d","__proto__":{"roles":["desk"]},"constructor":1}'
    expect((await raw(text, 'application/json')).status).toBe(422)
  })

  test('an act without fields needs no body [API-1]', async () => {
    const answer = await desk.send('POST', `${TICKETS}/INC-2026-000001/accept`, {
      as: 'grace',
      headers: { 'if-match': '"1"' },
    })
    expect(answer).toMatchObject({ status: 200, body: { state: 'accepted' } })
  })
})

describe('answers', () => {
  test('a path nobody knows is a problem too [API-1]', async () => {
    expect(await desk.get('/api/v1/nothing', 'anna')).toMatchObject({ status: 404, body: { code: 'no-such-endpoint' } })
    expect((await desk.send('PUT', '/api/v1/me', { as: 'anna', body: {} })).body.code).toBe('no-such-endpoint')
  })

  test('sign-in and role are asked for before anything about the request is said [ROL-2]', async () => {
    const request = { raw: { text: '{', type: 'text/plain' } }
    expect((await desk.send('PUT', '/api/v1/policies/default', request)).status).toBe(401)
    expect((await desk.send('PUT', '/api/v1/policies/default', { ...request, as: 'anna' })).status).toBe(403)
  })

  test('the description is there for everybody, without sign-in [API-1]', async () => {
    const { body } = await desk.get('/api/v1/openapi.json', null)
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths).length).toBeGreaterThan(50)
  })

  test('may not be framed, sniffed or kept [ROL-3]', async () => {
    const { headers } = await desk.get('/api/v1/me', 'anna')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    const refused = await desk.get('/api/v1/refusals', 'anna')
    expect(refused.status).toBe(403)
    for (const name of ['x-frame-options', 'x-content-type-options', 'referrer-policy', 'content-security-policy'])
      expect(refused.headers.get(name)).toBe(headers.get(name))
  })
})
