import type { Endpoint } from './endpoint.ts'
import { type Converted, type JsonSchema, jsonSchemasOf, mergeNamed } from './json-schemas.ts'
import { operationOf, requestParts, type SchemaAt } from './openapi-operation.ts'
import { problem } from './problem.ts'
import { sharedResponses } from './problem-responses.ts'

const DESCRIPTION = `Everything the portal does is this API.

**Sign-in** Send the OpenID Connect token as \`Authorization: Bearer …\`; its groups are the caller's roles.

**Errors** Every error is \`application/problem+json\` with a stable \`code\`. Unknown fields are refused.

**Versions** A record's version is its \`ETag\`. Changes take \`If-Match\` with the version they are based on: 428 when it is
missing, 412 when somebody was faster.

**Looking again** Whoever looks at tickets, their lists or the dashboard again and again sends \`If-None-Match\` with the \`ETag\`
of the last answer, and gets 304 while nothing has happened; how much time a promise has left is no happening.

**Repeating** Writes take \`Idempotency-Key\`: the same request with the same key has one effect and gets the same record
back for 24 hours; another request with the same key is refused with 409.

**Lists** answer \`{items, cursor}\`; pass the cursor on until it is null. A page may be shorter than its limit. With
\`Accept: text/csv\` they answer a table for spreadsheets, up to 10,000 rows at once.

**Time** Instants are UTC as ISO 8601. Identifiers in brackets, such as SLA-4, name the desk's requirements.`

const header = (name: string, description: string, example: string, pattern: string) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', pattern },
  example,
})

const components = (schemas: Readonly<Record<string, JsonSchema>>) => ({
  securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  parameters: {
    IfMatch: header('If-Match', 'The ETag of the version that is changed.', '"7"', '^(W/)?"\\d+"$'),
    IfNoneMatch: header('If-None-Match', 'In place of If-Match: adds something that must not exist yet.', '*', '^\\*$'),
    IfNoneMatchTag: header('If-None-Match', 'ETags of answers the caller has.', 'W/"b3J5eA"', '^.{1,1000}$'),
    IdempotencyKey: header('Idempotency-Key', 'Chosen by the caller, e.g. a UUID.', '2f1c6d5e', '^[!-~]{1,255}$'),
  },
  headers: {
    ETag: {
      description: 'Of a record the version, for If-Match; of a list what it says, for If-None-Match.',
      schema: { type: 'string' },
      example: '"7"',
    },
    Link: {
      description: 'Of CSV that was cut: where it goes on.',
      schema: { type: 'string' },
      example: '</api/v1/tickets?view=open&cursor=eyJ>; rel="next"',
    },
    Location: { description: 'Where it is.', schema: { type: 'string' }, example: '/api/v1/tickets/INC-2026-000123' },
  },
  responses: sharedResponses,
  schemas,
})

type Operations = readonly (readonly [operationId: string, endpoint: Endpoint])[]

const found =
  ({ at }: Converted): SchemaAt =>
  (key) =>
    at.get(key) ?? {}

const pathsOf = (operations: Operations, requests: Converted, responses: Converted) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [operationId, endpoint] of operations) {
    const methods = paths[endpoint.path] ?? {}
    methods[endpoint.method.toLowerCase()] = operationOf(operationId, endpoint, found(requests), found(responses))
    paths[endpoint.path] = methods
  }
  return paths
}

/** The OpenAPI 3.1 document of the endpoints, by operation name (API-1). */
export const openApi = (endpoints: Readonly<Record<string, Endpoint>>) => {
  const operations: Operations = Object.entries(endpoints)
  const requests = jsonSchemasOf(
    new Map(operations.flatMap(([name, endpoint]) => requestParts(name, endpoint))),
    'input',
  )
  const answers = operations.flatMap(([name, { response }]) =>
    response ? [[`${name} response`, response()] as const] : [],
  )
  const responses = jsonSchemasOf(new Map([...answers, ['problem', problem()]]), 'output')
  const tags = [...new Set(operations.map(([, { tag }]) => tag))]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Firstline',
      version: '1',
      summary: 'An IT service desk',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: tags.map((name) => ({ name })),
    paths: pathsOf(operations, requests, responses),
    components: components(mergeNamed(requests, responses)),
  }
}
