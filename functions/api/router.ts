import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import type { ApiEvent } from './api-event.ts'
import { HttpProblem } from './http-problem.ts'

type Answer = (event: ApiEvent) => Promise<APIGatewayProxyStructuredResultV2>

export type Route = Pick<Endpoint, 'method' | 'path'> & { readonly answer: Answer }

type PathParameters = Record<string, string>

const stepsOf = (path: string): readonly string[] => path.replace(/\/$/, '').split('/')

const PARAMETER = /^\{(\w+)\}$/

/** What stands in place of `{name}`; null when the path is another one. */
const parametersIn = (pattern: readonly string[], path: readonly string[]): PathParameters | null => {
  const parameters: PathParameters = {}
  for (const [at, step] of pattern.entries()) {
    const given = path[at] ?? ''
    const name = PARAMETER.exec(step)?.[1]
    if (name === undefined ? given !== step : given === '') return null
    if (name !== undefined) parameters[name] = given
  }
  return parameters
}

/** Who answers a request, and what stands for the parameters of the path; null when nobody does. */
type Find = (method: string, path: string) => readonly [answer: Answer, parameters: PathParameters] | null

/** A path that is written out comes before one with parameters. */
const finderAmong = (routes: readonly Route[]): Find => {
  const writtenOut = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]))
  const patterns = Map.groupBy(
    routes.filter(({ path }) => path.includes('{')).map((route) => ({ ...route, steps: stepsOf(route.path) })),
    ({ method, steps }) => `${method} ${steps.length}`,
  )
  return (method, path) => {
    const steps = stepsOf(path)
    const exact = writtenOut.get(`${method} ${steps.join('/')}`)
    if (exact) return [exact.answer, {}]
    for (const pattern of patterns.get(`${method} ${steps.length}`) ?? []) {
      const parameters = parametersIn(pattern.steps, steps)
      if (parameters) return [pattern.answer, parameters]
    }
    return null
  }
}

/**
 * Finds who answers by method and path, first among the routes at hand, then among the others, which are loaded for the first
 * request that is not for those. What the gateway says of the parameters is right: it has seen the path before anything was
 * decoded. (A router from a package loads node:http, which takes longer to load than all of the API.)
 * @throws HttpProblem 404 when there is no such route
 */
export const router = (atHand: readonly Route[], loadOthers: () => Promise<readonly Route[]>): Answer => {
  const findAtHand = finderAmong(atHand)
  let findAmongOthers: Promise<Find> | undefined
  const findOthers = (): Promise<Find> => {
    findAmongOthers ??= loadOthers().then(finderAmong)
    return findAmongOthers
  }
  return async (event) => {
    const { method, path } = event.requestContext.http
    const found = findAtHand(method, path) ?? (await findOthers())(method, path)
    if (!found) throw new HttpProblem(404, 'no-such-endpoint', 'There is no such method and path.')
    const [answer, parameters] = found
    const isWrittenOut = Object.keys(parameters).length === 0
    return answer(isWrittenOut ? event : { ...event, pathParameters: { ...parameters, ...event.pathParameters } })
  }
}
