import type { Endpoint, ProblemStatus } from './endpoint.ts'

const GENERAL: Readonly<Record<ProblemStatus, string>> = {
  400: 'The body is not JSON, or a header is not what it should be.',
  401: 'No valid token.',
  403: 'The caller may not do this, or their account is not active; the attempt is recorded (ROL-2).',
  404: 'There is no such record.',
  409: 'Not possible as things are, or the Idempotency-Key was used for another request.',
  412: 'Somebody changed the record in between; `changes` says what, `currentVersion` what to go on from (LIF-9).',
  413: 'The body is larger than 1 MB.',
  415: 'The body is not application/json.',
  422: 'Fields are missing, wrong or unknown; `errors` names each.',
  428: 'If-Match is missing.',
  429: 'Too many requests: try again later.',
}

const INTERNAL = 'Our failure; quote the request id to the operator.'

const response = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** For the document's components: what most endpoints share. */
export const sharedResponses = {
  ...Object.fromEntries(Object.entries(GENERAL).map(([status, when]) => [`Problem${status}`, response(when)])),
  Problem500: response(INTERNAL),
}

/** Problems that follow from what the description says anyway. */
const implied = (endpoint: Endpoint): readonly ProblemStatus[] => [
  ...(endpoint.auth === 'signed-in' ? ([401, 403] as const) : []),
  ...(endpoint.body ? ([400, 413, 415] as const) : []),
  ...(endpoint.params || endpoint.query || endpoint.body ? ([422] as const) : []),
  ...(endpoint.precondition ? ([400, 412] as const) : []),
  ...(endpoint.precondition && endpoint.precondition !== 'version-if-given' ? ([428] as const) : []),
  ...(endpoint.idempotent ? ([400, 409] as const) : []),
  429,
]

/** Every status an endpoint's problems may have. */
export const problemStatusesOf = (endpoint: Endpoint): readonly ProblemStatus[] => {
  const own = Object.keys(endpoint.problems ?? {}).map((status) => Number(status) as ProblemStatus)
  return [...new Set([...implied(endpoint), ...own])].sort((a, b) => a - b)
}

/** The endpoint's own words where it has some, else those most endpoints share. */
export const problemResponsesOf = (endpoint: Endpoint) =>
  Object.fromEntries(
    [...problemStatusesOf(endpoint), 500 as const].map((status) => {
      const own = status === 500 ? undefined : endpoint.problems?.[status]
      return [String(status), own ? response(own) : { $ref: `#/components/responses/Problem${status}` }]
    }),
  )
