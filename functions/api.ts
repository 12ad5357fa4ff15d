import middy from '@middy/core'
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type { Deps } from '../shared/application/deps.ts'
import { api, type Operation } from '../shared/contract/api.ts'
import type { Endpoint } from '../shared/contract/endpoint.ts'
import type { ApiEvent } from './api/api-event.ts'
import { handlers } from './api/handlers.ts'
import { problems } from './api/problems.ts'
import { type Handler, routeOf } from './api/route.ts'
import { router } from './api/router.ts'

const routesFor = (deps: Deps) =>
  (Object.keys(api) as readonly Operation[]).map((name) =>
    routeOf(api[name] as Endpoint, handlers[name] as unknown as Handler<Endpoint>, deps),
  )

/** The public HTTP API (API-1) behind an HTTP API (payload 2.0); the same for Lambda and the local gateway. */
export const apiHandler = (
  deps: Deps,
): ((event: ApiEvent, context?: Context) => Promise<APIGatewayProxyStructuredResultV2>) => {
  const handler = middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .use(problems(deps))
    .handler(router(routesFor(deps)))
  return (event, context) => handler(event, context ?? ({} as Context)) as Promise<APIGatewayProxyStructuredResultV2>
}
