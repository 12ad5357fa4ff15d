import { expect, test } from 'vitest'
import type { ApiEvent } from '../../../functions/api/api-event.ts'
import { problemOf } from '../../../functions/api/problems.ts'
import { apiHandler } from '../../../functions/api.ts'
import type { Problem } from '../../../shared/domain/refusal.ts'
import { DomainError } from '../../../shared/domain/refusal.ts'
import { openApiDesk } from './api-desk.ts'

const event = (path: string, accept = 'application/json') =>
  ({
    headers: { accept },
    requestContext: {
      http: { method: 'GET', path },
      requestId: 'request-7',
      authorizer: { jwt: { claims: { sub: 'anna', 'cognito:groups': '[requester]' } } },
    },
    version: '2.0',
  }) as unknown as ApiEvent

const broken = async (path: string, accept?: string) => {
  const { deps, noted } = await openApiDesk()
  const failing = {
    ...deps,
    store: { ...deps.store, load: () => Promise.reject(new Error('anna@harbour.example lost')) },
  }
  const settings = { ...deps.settings, desk: () => Promise.reject(new Error('secret detail')) }
  const answer = await apiHandler({ ...failing, settings } as typeof deps)(event(path, accept))
  return { answer, noted }
}

test('a failure of ours tells nothing but a request id, and is logged [API-1]', async () => {
  const { answer, noted } = await broken('/api/v1/tickets/INC-2026-000001')
  expect(answer.statusCode).toBe(500)
  expect(JSON.parse(answer.body ?? '')).toEqual({
    type: 'urn:firstline:problem:internal-error',
    title: 'Internal error',
    status: 500,
    code: 'internal-error',
    detail: 'Something failed on our side.',
    requestId: 'request-7',
  })
  expect(noted.errors).toHaveLength(1)
})

test('somebody with a browser gets a page that tells no more', async () => {
  const { answer } = await broken(`/api/v1/links/${'a'.repeat(52)}`, 'text/html')
  expect(answer.headers?.['Content-Type']).toBe('text/html; charset=utf-8')
  expect(answer.body).not.toMatch(/secret|anna@/)
})

test.each<[Problem, number]>([
  ['invalid', 422],
  ['forbidden', 403],
  ['not-found', 404],
  ['illegal-move', 409],
  ['conflict', 409],
  ['stale', 412],
  ['too-many', 429],
])('what the domain calls %s is %i over HTTP [API-1]', (problem, status) => {
  expect(problemOf(new DomainError(problem, 'some-code', 'Why.'), 'r')).toMatchObject({
    status,
    code: 'some-code',
    detail: 'Why.',
    type: 'urn:firstline:problem:some-code',
  })
})

test('a refusal that cannot be recorded is a refusal all the same [ROL-2]', async () => {
  const { deps, noted } = await openApiDesk()
  const store = Object.assign(Object.create(deps.store) as typeof deps.store, {
    append: () => Promise.reject(new Error('no table')),
  })
  const answer = await apiHandler({ ...deps, store })(event('/api/v1/refusals'))
  expect(answer.statusCode).toBe(403)
  expect(noted.errors).toHaveLength(1)
})
