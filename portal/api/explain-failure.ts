import type { ProblemBody } from '../../shared/contract/problem.ts'
import { t } from '../texts/texts.ts'
import { Refused, SignedOut, Unreachable } from './failure.ts'

/** LIF-9: whose changes came first, by name. */
const whoWasFaster = ({ changes = [] }: ProblemBody): string => {
  const { timeline } = t.value
  return [...new Set(changes.map(({ actor }) => (actor.kind === 'system' ? timeline.theDesk : actor.name)))].join(', ')
}

const TICKETS = /\b(?:INC|REQ)-\d{4}-\d{6,9}\b/g

/** In English the desk says it itself; otherwise by its code, with the tickets it names, and its own words as the last resort. */
const refusalText = ({ code, detail }: ProblemBody): string => {
  const text = t.value.refusals[code]
  const tickets = [...new Set(detail.match(TICKETS))].join(', ')
  return text === undefined ? detail : `${text}${tickets && ` (${tickets})`}`
}

/** What went wrong, as one line for people. The desk's own details are in its language, so codes come first here. */
export const explainFailure = (error: unknown): string => {
  const { shell } = t.value
  if (error instanceof Unreachable) return shell.unreachable
  if (error instanceof SignedOut) return shell.signIn.expired
  if (!(error instanceof Refused)) return `${shell.failed}: ${error instanceof Error ? error.message : String(error)}`
  if (error.isStale) return shell.changedInBetween(whoWasFaster(error.problem))
  if (error.status === 429) return shell.tooMany
  if (error.status >= 500) return shell.serverError(error.problem.requestId ?? error.problem.code)
  return refusalText(error.problem)
}
