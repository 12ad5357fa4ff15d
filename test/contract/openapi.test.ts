import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { api, endpoints } from '../../shared/contract/api.ts'
import { csvColumns } from '../../shared/contract/csv-columns.ts'
import { endpoint } from '../../shared/contract/endpoint.ts'
import { openApi } from '../../shared/contract/openapi.ts'
import { PROCEDURE_ACTS } from '../../shared/contract/procedure-view.ts'
import { schema } from '../../shared/contract/schema.ts'
import { TICKET_ACTS } from '../../shared/contract/ticket-view.ts'
import { MOVES } from '../../shared/domain/ticket/moves.ts'

const document = JSON.parse(JSON.stringify(openApi(api)))

type Operation = {
  readonly summary: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly responses: object
  readonly security?: readonly unknown[]
  readonly description?: string
}

const operations: readonly (readonly [string, Operation])[] = Object.entries<Record<string, Operation>>(
  document.paths,
).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => [`${method} ${path}`, one] as const))

/** Every object in the document, however deep. */
const objectsIn = (value: unknown): readonly Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner]
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1 [API-1]', async () => {
    expect(await new Validator().validate(document)).toEqual({ valid: true })
  })

  test('is the one in docs: run `npm run openapi` after a change of the contract [API-1]', () => {
    const kept = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')
    expect(JSON.parse(kept)).toEqual(document)
  })

  test('every reference leads somewhere, every named schema is used', () => {
    const references = new Set(objectsIn(document).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : [])))
    const names = Object.entries<object>(document.components).flatMap(([kind, all]) =>
      Object.keys(all).map((name) => `#/components/${kind}/${name}`),
    )
    expect([...references].filter((reference) => !names.includes(reference))).toEqual([])
    const schemas = names.filter((name) => name.startsWith('#/components/schemas/'))
    expect(schemas.filter((name) => !references.has(name))).toEqual([])
  })

  test('has every endpoint once', () => {
    const described = operations.map(([name]) => name)
    expect(described.toSorted()).toEqual(
      endpoints.map(({ method, path }) => `${method.toLowerCase()} ${path}`).toSorted(),
    )
  })

  test.each(operations)(
    '%s says what it is for, who may and what can go wrong',
    (name, { summary, responses, security }) => {
      expect(summary).toMatch(/^[A-Z]/)
      const statuses = Object.keys(responses)
      expect(statuses.some((status) => status.startsWith('2'))).toBe(true)
      expect(statuses).toContain('500')
      const isPublic = /openapi|links|\/a\//.test(name)
      expect(security).toEqual(isPublic ? [] : undefined)
      expect(statuses.includes('401')).toBe(!isPublic)
    },
  )

  test.each(operations)('%s names the parameters of its path', (name, { parameters = [] }) => {
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
    expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(inPath)
  })

  test('lists take a cursor and a bounded limit [API-1]', () => {
    const lists = endpoints.filter(({ method, query }) => method === 'GET' && query && 'cursor' in query().shape)
    expect(lists.length).toBeGreaterThan(12)
    for (const { query } of lists) expect(query?.().safeParse({ limit: '101', view: 'mine' }).success).toBe(false)
  })

  test('every list is there as CSV too, with the columns of its contract [REP-7]', () => {
    const lists = endpoints.filter(({ response }) => {
      const { shape } = (response?.() ?? {}) as { readonly shape?: object }
      return shape && 'items' in shape && 'cursor' in shape
    })
    expect(lists.filter(({ asCsv }) => !asCsv).map(({ path }) => path)).toEqual([])
    for (const { response } of lists) expect(response && csvColumns(response).length).toBeGreaterThan(3)
    const headings = csvColumns(api.listTickets.response).map(({ heading }) => heading)
    expect(headings.slice(0, 5)).toEqual(['number', 'kind', 'class', 'title', 'state'])
    expect(headings).toEqual(expect.arrayContaining(['assignee.id', 'assignee.name', 'requester.vip', 'flags.major']))
  })

  test('its examples of bodies are valid ones', () => {
    const examples = endpoints.flatMap(({ body, path }) => {
      const { examples: given = [] } = (body?.().meta() ?? {}) as { readonly examples?: readonly unknown[] }
      return given.map((example) => ({ path, body, example }))
    })
    expect(examples.length).toBeGreaterThan(6)
    expect(
      examples.filter(({ body, example }) => !body?.().safeParse(example).success).map(({ path }) => path),
    ).toEqual([])
  })

  test('takes no unknown field anywhere [API-1]', () => {
    const open = endpoints.filter(({ body, query }) =>
      [body, query].some((schema) => {
        const result = schema?.().safeParse({ 'no-such-field': 1 })
        return result && !result.error?.issues.some((issue) => JSON.stringify(issue).includes('no-such-field'))
      }),
    )
    // A union says which of its alternatives is meant before it looks at the rest.
    expect(open.map(({ path }) => path)).toEqual(['/api/v1/links/{token}'])
  })
})

describe('the contract', () => {
  test('has an endpoint for every act people may do on a ticket [LIF-1]', () => {
    const byMachines = [
      'note-alarm',
      'note-alarm-deleted',
      'attach-to-parent',
      'detach-from-parent',
      'note-child',
      'follow-parent',
      'pass-on-update',
      'merge-into',
      'release-duplicate',
      'pass-on-words',
      'wake',
    ]
    const acts = Object.keys(MOVES).filter((act) => !byMachines.includes(act))
    expect([...new Set([...TICKET_ACTS, ...PROCEDURE_ACTS])].toSorted()).toEqual(acts.toSorted())
    const paths = new Set(endpoints.map(({ path }) => path))
    expect(acts.filter((act) => !paths.has(`/api/v1/tickets/{number}/${act}`))).toEqual([])
  })

  test('every change of a record asks for its version [LIF-9]', () => {
    const changes = endpoints.filter(({ method }) => method === 'PUT')
    expect(changes.filter(({ precondition }) => !precondition?.match(/^version(-or-new)?$/))).toEqual([])
  })

  test('builds a schema once, however often it is asked for', () => {
    const all = endpoints.flatMap(({ params, query, body, response }) => [params, query, body, response])
    const built = () => all.map((build) => build?.())
    const [first, second] = [built(), built()]
    expect(first.filter((schema, at) => schema !== second[at])).toEqual([])
  })

  test('no two meanings for one name', () => {
    const twice = (text: string) => schema(() => z.strictObject({ text: z.literal(text) }).meta({ id: 'Twice' }))
    const one = { method: 'GET', path: '/api/v1/a', tag: 't', summary: 'S', auth: 'public', status: 200 } as const
    expect(() =>
      openApi({
        a: endpoint({ ...one, response: twice('a') }),
        b: endpoint({ ...one, method: 'POST', body: twice('b'), response: schema(() => z.null()) }),
      }),
    ).toThrow(/Twice/)
  })
})
