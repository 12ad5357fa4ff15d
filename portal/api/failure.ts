import type { ProblemBody } from '../../shared/contract/problem.ts'

/** The desk said no: a problem of the API with its stable code. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: ProblemBody

  constructor(problem: ProblemBody) {
    super(problem.detail)
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  /** Somebody else changed the record meanwhile (LIF-9). */
  get isStale(): boolean {
    return this.problem.status === 412
  }
}

/** No answer at all: offline, or the desk is not there. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** The sign-in is over, and nobody signed in again as the same person. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut'
}
