import middy from '@middy/core'
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type { Deps } from '../shared/application/deps.ts'
import type { ApiEvent } from './api/api-event.ts'
import { endpointsAtHand, handlersAtHand } from './api/at-hand.ts'
import { problems } from './api/problems.ts'
import { routesOf } from './api/route.ts'
import { router } from './api/router.ts'

/** The public HTTP API (API-1) behind an HTTP API (payload 2.0); the same for Lambda and the local gateway. */
export const apiHandler = (
  deps: Deps,
): ((event: ApiEvent, context?: Context) => Promise<APIGatewayProxyStructuredResultV2>) => {
  const onDemand = async () => {
    const { endpointsOnDemand, handlersOnDemand } = await import('./api/on-demand.ts')
    return routesOf(endpointsOnDemand, handlersOnDemand, deps)
  }
  const handler = middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .use(problems(deps))
    .handler(router(routesOf(endpointsAtHand, handlersAtHand, deps), onDemand))
  return (event, context) => handler(event, context ?? ({} as Context)) as Promise<APIGatewayProxyStructuredResultV2>
}
