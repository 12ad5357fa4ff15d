import type { ProblemStatus } from '../../shared/contract/endpoint.ts'
import type { ProblemBody } from '../../shared/contract/problem.ts'

export type FieldProblem = NonNullable<ProblemBody['errors']>[number]

/** A refusal only HTTP knows of: of its headers, its media types, the shape of its bodies. */
export class HttpProblem extends Error {
  readonly status: ProblemStatus
  readonly code: string
  readonly errors: readonly FieldProblem[]

  constructor(status: ProblemStatus, code: string, message: string, errors: readonly FieldProblem[] = []) {
    super(message)
    this.name = 'HttpProblem'
    this.status = status
    this.code = code
    this.errors = errors
  }
}
