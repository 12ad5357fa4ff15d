import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import type { Called } from '../../api/routes.ts'

export type Act = TicketForStaff['allowedActs'][number]

/** The operation behind each act of the contract. */
export const OPERATIONS = {
  classify: 'classify',
  assign: 'assign',
  transfer: 'transfer',
  accept: 'accept',
  contact: 'contact',
  comment: 'comment',
  diagnose: 'diagnose',
  wait: 'wait',
  resume: 'resume',
  'request-priority-change': 'requestPriorityChange',
  'decide-priority-change': 'decidePriorityChange',
  escalate: 'escalate',
  'propose-time': 'proposeTime',
  'answer-time': 'answerTime',
  resolve: 'resolve',
  confirm: 'confirm',
  reject: 'reject',
  close: 'close',
  cancel: 'cancel',
  'confirm-registration': 'confirmRegistration',
  screen: 'screen',
  return: 'return',
  insist: 'insist',
  'decide-service': 'decideService',
  merge: 'merge',
  unmerge: 'unmerge',
  'judge-major': 'judgeMajor',
  'review-rating': 'reviewRating',
  'raise-problem': 'raiseProblem',
} as const satisfies Readonly<Record<Act, Called>>

/** Done at once, without a form. */
export const WITHOUT_FORM: ReadonlySet<Act> = new Set(['accept', 'resume', 'unmerge', 'screen'])

/** Single keys on the ticket page. */
export const KEYS: Readonly<Partial<Record<Act, string>>> = {
  accept: 'a',
  assign: 'd',
  transfer: 't',
  wait: 'p',
  resume: 'p',
  resolve: 's',
  close: 'x',
  contact: 'c',
  classify: 'g',
  merge: 'm',
}

/** What is likely to be done next, first; whatever is not here waits under “More”. */
const USUAL: readonly Act[] = [
  'decide-priority-change',
  'review-rating',
  'decide-service',
  'confirm-registration',
  'close',
  'assign',
  'accept',
  'resume',
  'resolve',
  'wait',
  'transfer',
  'contact',
  'classify',
  'unmerge',
  'propose-time',
]

const SHOWN = 5

/** These have a place of their own: beside the conversation, and in the strip of the major incident. */
const ELSEWHERE: ReadonlySet<Act> = new Set(['comment', 'judge-major'])

export const sortedActs = (
  allowed: readonly Act[],
): { readonly shown: readonly Act[]; readonly more: readonly Act[] } => {
  const shown = USUAL.filter((act) => allowed.includes(act)).slice(0, SHOWN)
  return { shown, more: allowed.filter((act) => !ELSEWHERE.has(act) && !shown.includes(act)) }
}
