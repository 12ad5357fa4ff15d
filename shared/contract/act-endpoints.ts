import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { ticketNumber } from './fields.ts'
import { registrationVerdict } from './registration.ts'
import { type Schema, schema } from './schema.ts'
import * as screening from './screening.ts'
import * as acts from './ticket-acts.ts'
import { ticket } from './ticket-view.ts'
import { answerTime, proposeTime } from './time-proposal.ts'

const params = schema(() => z.strictObject({ number: ticketNumber() }))

/** One act is one POST; it answers the ticket as it is then. Who may do it is ROL-2, in which state is LIF-1. */
export const act = <const Name extends string, Body extends z.ZodType>(
  name: Name,
  body: Schema<Body>,
  summary: string,
  description?: string,
) =>
  endpoint({
    method: 'POST',
    path: `/api/v1/tickets/{number}/${name}`,
    tag: 'Acts on a ticket',
    summary,
    ...(description === undefined ? {} : { description }),
    auth: 'signed-in',
    params,
    body,
    status: 200,
    response: ticket,
    versioned: true,
    idempotent: true,
    // Comments only add: two people may write at the same time (LIF-9).
    precondition: (name === 'comment' ? 'version-if-given' : 'version') as Name extends 'comment'
      ? 'version-if-given'
      : 'version',
    problems: {
      403: 'Not the caller’s act (ROL-2).',
      404: 'No such ticket, or one the caller may not see (ROL-3).',
      409: 'Not possible in the ticket’s state (LIF-1), or the Idempotency-Key was used for another request.',
    },
  })

export const actEndpoints = {
  classify: act(
    'classify',
    acts.classify,
    'Classify and grade',
    'By the desk; a change of grade re-targets the clocks (PRI-6).',
  ),
  assign: act(
    'assign',
    acts.assign,
    'Dispatch to a group or a person',
    'By the desk; the desk manager may take a ticket over (ROL-4).',
  ),
  transfer: act(
    'transfer',
    acts.transfer,
    'Hand over to another group or person',
    'The third transfer escalates (ESC-6).',
  ),
  accept: act('accept', acts.nothing, 'Accept the work', 'Counts as the response (SLA-2).'),
  contact: act(
    'contact',
    acts.contacted,
    'Note that the requester was contacted',
    'Counts as the response (SLA-2, LIF-10).',
  ),
  comment: act(
    'comment',
    acts.comment,
    'Comment',
    'Needs no If-Match: comments only add. A public one by staff counts as the response.',
  ),
  diagnose: act('diagnose', acts.diagnose, 'Note cause, workaround or solution'),
  wait: act('wait', acts.wait, 'Let it wait', 'The code says whether the clocks stop (WAI-1).'),
  resume: act('resume', acts.nothing, 'Go on after waiting'),
  requestPriorityChange: act(
    'request-priority-change',
    acts.requestPriorityChange,
    'Ask the desk for another grade',
    'One request at a time (PRI-6).',
  ),
  decidePriorityChange: act('decide-priority-change', acts.decidePriorityChange, 'Grant or refuse another grade'),
  escalate: act('escalate', acts.because, 'Escalate by hand', 'Raises urgency to at least high (ESC-5, ESC-7).'),
  proposeTime: act(
    'propose-time',
    proposeTime,
    'Propose a later time to the requester',
    'They agree or object in one click; it takes the place of an earlier proposal, and no target moves (SLA-5).',
  ),
  answerTime: act(
    'answer-time',
    answerTime,
    'Agree to a later time, or object',
    'By the requester (SLA-5). The same answer twice is one.',
  ),
  resolve: act(
    'resolve',
    acts.resolve,
    'Hand over as solved',
    'With the solution; the requester is asked to confirm (CLO-1, CLO-2).',
  ),
  confirm: act(
    'confirm',
    acts.confirm,
    'Confirm the solution',
    'By the requester, with a rating if they like (CLO-2, CLO-6).',
  ),
  reject: act('reject', acts.because, 'Reject the solution', 'Back to work, to the same people (CLO-2).'),
  close: act(
    'close',
    acts.close,
    'Close',
    'By the desk, with close code, solution and satisfaction (CLO-1, CLO-4 to CLO-6). Final.',
  ),
  cancel: act('cancel', acts.because, 'Cancel', 'Nobody needs it any more; the requester is told why.'),
  confirmRegistration: act(
    'confirm-registration',
    registrationVerdict,
    'Confirm what was written after the fact',
    'By somebody other than its writer; refused, the ticket is cancelled (INT-12).',
  ),
  screen: act('screen', acts.nothing, 'Accept as in scope', 'By the desk; dispatching says the same (INT-11).'),
  return: act(
    'return',
    screening.returned,
    'Return as out of scope, or redirect',
    'The reason is sent to the requester, who may insist (INT-11).',
  ),
  insist: act(
    'insist',
    screening.insistence,
    'Insist on service',
    'By the requester of a returned ticket, once; the project manager decides (INT-11).',
  ),
  decideService: act(
    'decide-service',
    screening.serviceDecision,
    'Decide whether a returned ticket is served',
    'By the project manager, when the customer insists (INT-11).',
  ),
  merge: act(
    'merge',
    acts.merge,
    'Merge duplicates into this ticket',
    'By the desk. Each closes at once with the system’s code, and later replies to it follow to this one (INT-13).',
  ),
  unmerge: act(
    'unmerge',
    acts.nothing,
    'Undo the merge of this duplicate',
    'By the desk: back to where it stood when it was merged (INT-13).',
  ),
  judgeMajor: act(
    'judge-major',
    acts.judgeMajor,
    'Confirm or demote a major incident',
    'By the project manager (MAJ-2).',
  ),
  reviewRating: act('review-rating', acts.reviewRating, 'Review a bad rating', 'By the desk manager (CLO-6).'),
  raiseProblem: act('raise-problem', acts.raiseProblem, 'Make a problem of what is left to find out', 'LIF-11, PRB-1.'),
}
