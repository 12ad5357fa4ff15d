import type * as z from 'zod'
import type { Endpoint } from './endpoint.ts'
import type { JsonSchema } from './json-schemas.ts'
import { problemResponsesOf } from './problem-responses.ts'

/** Finds the JSON schema of a part of an endpoint under the key that `partsOf` gave it. */
export type SchemaAt = (key: string) => JsonSchema

const parametersOf = ({ params, query }: Endpoint) => [
  ...Object.entries(params?.().shape ?? {}).map(([name, schema]) => ({ place: 'path' as const, name, schema })),
  ...Object.entries(query?.().shape ?? {}).map(([name, schema]) => ({ place: 'query' as const, name, schema })),
]

/** The schemas a request is made of; a parameter's name comes behind `path` or `query`. */
export const requestParts = (operationId: string, endpoint: Endpoint): readonly (readonly [string, z.ZodType])[] => [
  ...parametersOf(endpoint).map(
    ({ place, name, schema }) => [`${operationId} ${place} ${name}`, schema as z.ZodType] as const,
  ),
  ...(endpoint.body ? ([[`${operationId} body`, endpoint.body()]] as const) : []),
]

const parameters = (operationId: string, endpoint: Endpoint, at: SchemaAt): readonly JsonSchema[] =>
  parametersOf(endpoint).map(({ place, name, schema }) => {
    const { description, ...rest } = at(`${operationId} ${place} ${name}`)
    const required = place === 'path' || !(schema as z.ZodType).safeParse(undefined).success
    return { name, in: place, required, ...(description === undefined ? {} : { description }), schema: rest }
  })

const headerNames = ({ precondition, idempotent, conditional }: Endpoint): readonly string[] => [
  ...(precondition ? ['IfMatch'] : []),
  ...(precondition === 'version-or-new' ? ['IfNoneMatch'] : []),
  ...(idempotent ? ['IdempotencyKey'] : []),
  ...(conditional ? ['IfNoneMatchTag'] : []),
]

const requestBody = (operationId: string, { body, acceptsForms }: Endpoint, at: SchemaAt) => {
  if (!body) return {}
  const content = { schema: at(`${operationId} body`) }
  return {
    requestBody: {
      required: !body().safeParse({}).success,
      content: {
        'application/json': content,
        ...(acceptsForms && { 'application/x-www-form-urlencoded': content }),
      },
    },
  }
}

const AS_CSV =
  'With Accept: text/csv: UTF-8 with a byte order mark, a line of headings, then up to 10,000 rows, whatever the limit. When there are more, the header Link leads to the rest. Cells a spreadsheet would take for formulas begin with an apostrophe (REP-7).'

const headersOf = ({ asCsv, versioned, conditional, status }: Endpoint) => {
  const names = [
    ...(asCsv ? ['Link'] : []),
    ...(versioned || conditional ? ['ETag'] : []),
    ...(versioned && status === 201 ? ['Location'] : []),
  ]
  const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
  return names.length === 0 ? {} : { headers }
}

const successOf = (operationId: string, endpoint: Endpoint, at: SchemaAt) => ({
  description: endpoint.status === 201 ? 'Made.' : 'Done.',
  ...headersOf(endpoint),
  content: {
    ...(endpoint.response && { 'application/json': { schema: at(`${operationId} response`) } }),
    ...(endpoint.asCsv && { 'text/csv': { schema: { type: 'string', description: AS_CSV } } }),
    ...(endpoint.media && {
      [endpoint.media.type]: { schema: { type: 'string', description: endpoint.media.description } },
    }),
  },
})

const notModified = {
  description: 'As the caller has it (If-None-Match).',
  headers: { ETag: { $ref: '#/components/headers/ETag' } },
}

const redirectOf = ({ redirect }: Endpoint) =>
  redirect && {
    [String(redirect.status)]: {
      description: redirect.description,
      headers: { Location: { $ref: '#/components/headers/Location' } },
    },
  }

/** One operation of the OpenAPI document. */
export const operationOf = (operationId: string, endpoint: Endpoint, requests: SchemaAt, responses: SchemaAt) => {
  const who = endpoint.roles ? `For: ${endpoint.roles.join(', ')}.` : ''
  const description = [endpoint.description, who].filter(Boolean).join(' ')
  const all = [
    ...parameters(operationId, endpoint, requests),
    ...headerNames(endpoint).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ]
  return {
    operationId,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(description && { description }),
    ...(endpoint.auth === 'public' && { security: [] }),
    ...(all.length > 0 && { parameters: all }),
    ...requestBody(operationId, endpoint, requests),
    responses: {
      [String(endpoint.status)]: successOf(operationId, endpoint, responses),
      ...(endpoint.conditional && { 304: notModified }),
      ...redirectOf(endpoint),
      ...problemResponsesOf(endpoint),
    },
  }
}
