import type { ProblemBody } from '../../shared/contract/problem.ts'
import { HttpProblem } from './http-problem.ts'

export type Change = NonNullable<ProblemBody['changes']>[number]

/** LIF-9: somebody was faster; the caller is told what they did, and keeps their own text. */
export class ChangedInBetween extends HttpProblem {
  readonly currentVersion: number
  readonly changes: readonly Change[]

  constructor(code: string, message: string, currentVersion: number, changes: readonly Change[]) {
    super(412, code, message)
    this.name = 'ChangedInBetween'
    this.currentVersion = currentVersion
    this.changes = changes
  }
}
