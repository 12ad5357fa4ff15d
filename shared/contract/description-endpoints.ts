import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { schema } from './schema.ts'

export const descriptionEndpoints = {
  describeApi: endpoint({
    method: 'GET',
    path: '/api/v1/openapi.json',
    tag: 'This description',
    summary: 'Read this description',
    auth: 'public',
    status: 200,
    response: schema(() => z.record(z.string(), z.unknown()).describe('OpenAPI 3.1.')),
  }),
}
