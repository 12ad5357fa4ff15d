import { expect, test } from 'vitest'
import * as z from 'zod'

test('loading the API builds none of its schemas: a start has no time for all of them (DESIGN §9)', async () => {
  const { apiHandler } = await import('../../functions/api.ts')
  expect(apiHandler).toBeTypeOf('function')
  expect([...z.globalRegistry._idmap.keys()]).toEqual([])
})
