import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Deps, DeskIdentity } from '../../shared/application/deps.ts'
import type { ProblemStatus } from '../../shared/contract/endpoint.ts'
import { PROBLEM_TITLES, type ProblemBody } from '../../shared/contract/problem.ts'
import { actorRef } from '../../shared/domain/people/actor.ts'
import { DomainError, type Problem } from '../../shared/domain/refusal.ts'
import { type ApiEvent, wantsPage } from './api-event.ts'
import { callerOf } from './caller.ts'
import { ChangedInBetween } from './changed-in-between.ts'
import { HttpProblem } from './http-problem.ts'
import { preferredLanguage } from './language.ts'
import { recordRefusal } from './refusal-log.ts'
import { ALWAYS } from './reply.ts'

/** The one place where the domain's refusals become HTTP. */
const STATUS: Readonly<Record<Problem, ProblemStatus>> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  'illegal-move': 409,
  conflict: 409,
  stale: 412,
  'too-many': 429,
}

const problemBody = (status: ProblemStatus | 500, code: string, detail: string): ProblemBody => ({
  type: `urn:firstline:problem:${code}`,
  title: PROBLEM_TITLES[status],
  status,
  code,
  detail,
})

/** A failure of ours tells nothing but where to look it up. */
export const problemOf = (error: unknown, requestId: string): ProblemBody => {
  if (error instanceof DomainError) return problemBody(STATUS[error.problem], error.code, error.message)
  if (error instanceof ChangedInBetween) {
    const { status, code, message, currentVersion, changes } = error
    return { ...problemBody(status, code, message), currentVersion, changes: [...changes] }
  }
  if (error instanceof HttpProblem) {
    const { status, code, message, errors } = error
    return { ...problemBody(status, code, message), ...(errors.length > 0 && { errors: [...errors] }) }
  }
  return { ...problemBody(500, 'internal-error', 'Something failed on our side.'), requestId }
}

const isLinkPage = (event: ApiEvent): boolean =>
  wantsPage(event) && /^\/api\/(v1\/links|a)\//.test(event.requestContext.http.path)

/** The page and its words are loaded for the few who come by a link and are refused. */
const pageOf = async (event: ApiEvent, problem: ProblemBody, identity: DeskIdentity) => {
  const { problemPage } = await import('./page/problem-page.ts')
  return problemPage(problem, event.requestContext.http.path, preferredLanguage(event, identity), identity.name)
}

const problemResult = async (
  event: ApiEvent,
  problem: ProblemBody,
  identity: DeskIdentity,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const json = { headers: { 'Content-Type': 'application/problem+json' }, body: JSON.stringify(problem) }
  const { headers, body } = isLinkPage(event) ? await pageOf(event, problem, identity) : json
  const asking = problem.status === 401 && { 'WWW-Authenticate': 'Bearer' }
  return { statusCode: problem.status, headers: { ...ALWAYS, ...headers, ...asking }, body }
}

/** Recording must not turn a refusal into a failure: the caller is refused either way. */
const noteRefusal = async (deps: Deps, event: ApiEvent, { code, detail }: ProblemBody): Promise<void> => {
  if (!event.requestContext.authorizer) return
  const { method, path } = event.requestContext.http
  try {
    const { actor } = await callerOf(event, deps)
    await recordRefusal(deps, actorRef(actor), { method, path, code, detail })
  } catch (error) {
    deps.log.error('A refused act could not be recorded', error, { method, code })
  }
}

/** Every error becomes problem+json here and nowhere else; refused acts are recorded (ROL-2). */
export const problems = (deps: Deps): MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> => ({
  onError: async (request) => {
    const { event, error } = request
    const { requestId } = event.requestContext
    const problem = problemOf(error, requestId)
    if (problem.status === 500) deps.log.error('A request failed', error, { requestId, route: event.routeKey })
    if (problem.status === 403) await noteRefusal(deps, event, problem)
    request.response = await problemResult(event, problem, deps.identity)
  },
})
