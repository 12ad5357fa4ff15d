import * as z from 'zod'
import type { ProblemStatus } from './endpoint.ts'
import { instant, version } from './fields.ts'
import { schema, type ValueOf } from './schema.ts'

/** Every error of the API (RFC 9457). */
export const problem = schema(() =>
  z
    .strictObject({
      type: z.string().describe('A URI reference that identifies the code: urn:firstline:problem:{code}.'),
      title: z.string().describe('The kind of problem, the same for every problem of this status.'),
      status: z.int().min(400).max(599),
      code: z
        .string()
        .describe(
          'Stable, for programs: validation-failed, category-missing, unknown-category, not-your-act, not-your-group, unknown-ticket, illegal-move, ticket-closed, stale-version, idempotency-key-reused, bad-cursor …',
        ),
      detail: z.string().describe('For people: what is wrong and what to do.'),
      errors: z
        .array(
          z.strictObject({
            in: z.enum(['body', 'query', 'path', 'header']),
            field: z.string().describe('Where in it, e.g. satisfaction.score; empty for the whole.'),
            message: z.string(),
          }),
        )
        .optional()
        .describe('With status 422 or 400: every field that is wrong, unknown fields included.'),
      currentVersion: version().optional().describe('With status 412: what If-Match has to name now.'),
      changes: z
        .array(
          z.strictObject({
            at: instant(),
            actor: z.strictObject({ kind: z.string(), name: z.string() }),
            type: z.string().describe('As in the timeline.'),
          }),
        )
        .optional()
        .describe(
          'With status 412: what has happened since the version the caller saw, newest first, as far as they may see it; the newest 50 (LIF-9).',
        ),
      requestId: z.string().optional().describe('With status 500: what to quote to the operator.'),
    })
    .meta({
      id: 'Problem',
      examples: [
        {
          type: 'urn:firstline:problem:validation-failed',
          title: 'Unprocessable content',
          status: 422,
          code: 'validation-failed',
          detail: 'title: must not be empty',
          errors: [{ in: 'body', field: 'title', message: 'must not be empty' }],
        },
      ],
    }),
)

export type ProblemBody = ValueOf<typeof problem>

export const PROBLEM_TITLES: Readonly<Record<ProblemStatus | 500, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  412: 'Changed in between',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
}
