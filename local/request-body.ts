import type * as z from 'zod'
import { HttpProblem } from '../functions/api/http-problem.ts'
import { validated } from '../functions/api/validated.ts'
import type { LocalRequest } from './http-server.ts'

export const isForm = ({ message, body }: LocalRequest): boolean =>
  (message.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded') && body.at(0) !== 0x7b

export const wantsPage = ({ message }: LocalRequest): boolean => (message.headers.accept ?? '').includes('text/html')

/** JSON whatever it is called, because `curl -d` calls everything a form. @throws HttpProblem 400 */
export const parsedBody = (request: LocalRequest): unknown => {
  const text = request.body.toString()
  if (isForm(request)) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text || '{}')
  } catch {
    throw new HttpProblem(400, 'malformed-json', 'The body is not JSON.')
  }
}

/** @throws HttpProblem 400, 422 */
export const bodyAs = <Schema extends z.ZodType>(schema: Schema, request: LocalRequest): z.output<Schema> =>
  validated(schema, parsedBody(request), 'body')
