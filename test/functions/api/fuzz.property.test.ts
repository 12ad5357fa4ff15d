import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '../../../shared/contract/api.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

let desk: ApiDesk

beforeAll(async () => {
  desk = await openApiDesk()
  for (const as of ['anna', 'lin']) {
    await desk.post('/api/v1/tickets', as, { title: 'Printer', description: 'Since nine' })
  }
})

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  number: ['INC-2026-000001', 'INC-2026-000002', 'INC-2026-999999'],
  id: ['default', 'anna', 'printing', 'cn-office'],
  token: ['a'.repeat(52)],
  address: ['a@b.example'],
}

const segment = (name: string) =>
  fc.oneof(fc.constantFrom(...(KNOWN[name] ?? ['x'])), fc.string({ minLength: 1 }).map(encodeURIComponent))

const paths = fc
  .constantFrom(...endpoints)
  .filter(({ path }) => !path.endsWith('openapi.json'))
  .chain((endpoint) => {
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    return fc.tuple(...names.map(segment)).map((values) => ({
      method: endpoint.method,
      path: names.reduce((path, name, i) => path.replace(`{${name}}`, () => values[i] ?? ''), endpoint.path as string),
      fields: Object.keys(
        (endpoint.body?.() as { shape?: object } | undefined)?.shape ?? { act: 0, text: 0, reason: 0 },
      ),
    }))
  })

const anything = fc.oneof(
  fc.anything({ withBigInt: false }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'x',
    'default',
    'public',
    'internal',
    'desk',
    'workplace',
    'printing',
    'xia',
    5,
    -1,
    1e308,
    true,
    null,
  ),
)

const requests = paths.chain(({ method, path, fields }) =>
  fc.record({
    method: fc.constant(method),
    path: fc.constant(path),
    as: fc.constantFrom('anna', 'grace', 'xia', 'ada', 'paula', null),
    body: fc.oneof(
      fc.dictionary(fc.constantFrom(...fields, 'other'), anything, { maxKeys: 6 }),
      fc.anything({ withBigInt: false }),
    ),
    version: fc.constantFrom('"1"', '"2"', '"x"', undefined),
    query: fc.dictionary(fc.constantFrom('view', 'group', 'cursor', 'limit', 'version', 'query', 'x'), fc.string(), {
      maxKeys: 3,
    }),
  }),
)

describe('whatever is sent', () => {
  test('is answered as described, and never fails on our side [API-1]', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async ({ method, path, as, body, version, query }) => {
        const headers = version === undefined ? {} : { 'if-match': version }
        const answer = await desk.send(method, path, { as, headers, query, ...(method !== 'GET' && { body }) })
        expect(answer.status).toBeLessThan(500)
        expect(answer.text).not.toContain('    at ')
      }),
      { numRuns: 400 },
    )
    expect(desk.noted.errors).toEqual([])
  })

  test('as bytes and types of any kind is answered, and never fails on our side [API-1]', async () => {
    const types = fc.oneof(fc.constantFrom('application/json', 'application/x-www-form-urlencoded'), fc.string())
    await fc.assert(
      fc.asyncProperty(paths, fc.string({ unit: 'binary' }), types, async ({ path }, text, type) => {
        const answer = await desk.send('POST', path, {
          as: 'grace',
          raw: { text, type },
          headers: { 'if-match': '"1"' },
        })
        expect(answer.status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
  })
})
