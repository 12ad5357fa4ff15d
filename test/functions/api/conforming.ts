import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { expect } from 'vitest'
import { endpoints } from '../../../shared/contract/api.ts'
import type { Endpoint, ProblemStatus } from '../../../shared/contract/endpoint.ts'
import { problem } from '../../../shared/contract/problem.ts'
import { problemStatusesOf } from '../../../shared/contract/problem-responses.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Parsed JSON; undefined for anything else. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers the contract has checked already
  readonly body: any
}

const writtenOutFirst = endpoints.toSorted((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))

const endpointOf = (method: string, path: string): Endpoint | undefined =>
  writtenOutFirst.find(
    (endpoint) =>
      endpoint.method === method && new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`).test(path),
  )

const checkSuccess = (endpoint: Endpoint, { status, headers, body, text }: Answer): void => {
  if (endpoint.conditional) expect(headers.get('etag') ?? headers.get('content-type')).toMatch(/^(W\/)?"|^text\/csv/)
  if (status === 304) {
    expect(endpoint.conditional).toBe(true)
    expect(text).toBe('')
    return
  }
  if (status >= 300) expect(endpoint.redirect?.status).toBe(status)
  else if (headers.get('content-type')?.startsWith('text/csv')) expect(endpoint.asCsv).toBe(true)
  else if (body === undefined) expect(endpoint.media, 'an answer that is no JSON').toBeDefined()
  if (body === undefined) return
  expect(status).toBe(endpoint.status)
  const result = endpoint.response?.().safeParse(body)
  expect(result?.error?.issues ?? [], `the answer of ${endpoint.method} ${endpoint.path}`).toEqual([])
  if (endpoint.versioned) expect(headers.get('etag')).toMatch(/^"\d+"$/)
}

const checkProblem = (endpoint: Endpoint | undefined, { status, headers, body }: Answer): void => {
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(problem().safeParse(body).error?.issues ?? []).toEqual([])
  expect(body.status).toBe(status)
  const described: readonly number[] = endpoint ? problemStatusesOf(endpoint) : [404 satisfies ProblemStatus]
  expect(described, `${endpoint?.method} ${endpoint?.path}: ${body.code}`).toContain(status)
}

/** API-1: what the desk answers is what its description says, exactly; a failure of ours is never expected. */
export const conforming = (method: string, path: string, result: APIGatewayProxyStructuredResultV2): Answer => {
  const headers = new Headers(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]))
  const text = result.isBase64Encoded ? Buffer.from(result.body ?? '', 'base64').toString() : (result.body ?? '')
  const isJson = /json/.test(headers.get('content-type') ?? '') && !headers.has('content-disposition')
  const answer: Answer = { status: result.statusCode ?? 0, headers, text, body: isJson ? JSON.parse(text) : undefined }
  expect(answer.status, text).toBeLessThan(500)
  expect(headers.get('cache-control')).toBe('no-store')
  const endpoint = endpointOf(method, path)
  if (answer.status < 400 && endpoint) checkSuccess(endpoint, answer)
  else if (isJson) checkProblem(endpoint, answer)
  return answer
}
