/** What kind of problem a refusal is; only the HTTP edge knows which status that becomes. */
export type Problem = 'invalid' | 'forbidden' | 'not-found' | 'illegal-move' | 'conflict' | 'stale' | 'too-many'

/** A refusal with a stable code for programs and a sentence for people that says what to do. */
export class DomainError extends Error {
  readonly problem: Problem
  readonly code: string

  constructor(problem: Problem, code: string, message: string) {
    super(message)
    this.name = 'DomainError'
    this.problem = problem
    this.code = code
  }
}

/** @throws DomainError always */
export const refuse = (problem: Problem, code: string, message: string): never => {
  throw new DomainError(problem, code, message)
}
