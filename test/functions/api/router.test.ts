import { describe, expect, test } from 'vitest'
import type { ApiEvent } from '../../../functions/api/api-event.ts'
import { endpointsAtHand, handlersAtHand } from '../../../functions/api/at-hand.ts'
import { endpointsOnDemand, handlersOnDemand } from '../../../functions/api/on-demand.ts'
import { type Route, router } from '../../../functions/api/router.ts'
import { api } from '../../../shared/contract/api.ts'
import type { Endpoint } from '../../../shared/contract/endpoint.ts'

const routes = (endpoints: Readonly<Record<string, Endpoint>>): readonly Route[] =>
  Object.entries(endpoints).map(([name, { method, path }]) => ({
    method,
    path,
    answer: async ({ pathParameters = {} }) => ({ statusCode: 200, body: JSON.stringify([name, pathParameters]) }),
  }))

const asking = (method: string, path: string) => ({ requestContext: { http: { method, path } } }) as ApiEvent

const given = () => {
  let loads = 0
  const answer = router(routes(endpointsAtHand), async () => {
    loads += 1
    return routes(endpointsOnDemand)
  })
  const ask = async (method: string, path: string): Promise<unknown> =>
    JSON.parse((await answer(asking(method, path))).body ?? '')
  return { ask, loads: () => loads }
}

describe('every operation of the contract [API-1]', () => {
  test('is answered either by what a start brings along or by what is loaded on demand', () => {
    const answered = [...Object.keys(endpointsAtHand), ...Object.keys(endpointsOnDemand)]
    expect(answered.toSorted()).toEqual(Object.keys(api).toSorted())
    expect(Object.keys(handlersAtHand).toSorted()).toEqual(Object.keys(endpointsAtHand).toSorted())
    expect(Object.keys(handlersOnDemand).toSorted()).toEqual(Object.keys(endpointsOnDemand).toSorted())
  })

  test.each(Object.entries(api as Readonly<Record<string, Endpoint>>))(
    '%s is found by its own path',
    async (name, { method, path }) => {
      const parameters = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, of = '']) => [of, `x-${of}`]))
      expect(await given().ask(method, path.replace(/\{(\w+)\}/g, 'x-$1'))).toEqual([name, parameters])
    },
  )
})

test('what is not at hand is loaded for the first request that needs it, and once', async () => {
  const { ask, loads } = given()
  await ask('GET', '/api/v1/tickets')
  expect(loads()).toBe(0)
  await Promise.all([ask('GET', '/api/v1/openapi.json'), ask('GET', '/api/v1/reports')])
  expect(loads()).toBe(1)
  await expect(ask('GET', '/api/v1/nothing')).rejects.toMatchObject({ status: 404, code: 'no-such-endpoint' })
  expect(loads()).toBe(1)
})
