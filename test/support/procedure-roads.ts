import type { PROCEDURE_ACTS, ProcedureView } from '../../shared/contract/procedure-view.ts'
import type { ProcedureMoment } from '../../shared/domain/major-incident/due-procedure.ts'
import type { Step, UpdateState } from '../../shared/domain/major-incident/standing.ts'
import type { Part } from './desk.ts'

/** What people decide on the way: the procedure's own acts, and those of any ticket that move it on. */
export type Decision = (typeof PROCEDURE_ACTS)[number] | 'assign' | 'accept' | 'resolve' | 'close'

/** What the body of a decision may need to know. */
export type Seen = { readonly now: string; readonly child: string; readonly procedure: ProcedureView }

/** Where the desk is killed: what the machine has to wait at afterwards. */
export type Stand = { readonly at: Step; readonly updates?: UpdateState }

export type Leg = Partial<Stand> &
  (
    | {
        readonly does: Decision
        readonly by: Part
        readonly with?: (seen: Seen) => object
        /** It arrives while the killed desk comes up again; else just before the kill. */
        readonly whileRestarting?: true
      }
    | { readonly minutes: number; readonly due: ProcedureMoment['due'] }
  )

export type Road = {
  readonly name: string
  /** Killed just after it was declared. */
  readonly from?: Stand
  readonly legs: readonly Leg[]
}

const JUDGED = { does: 'judge-major', by: 'network project manager' } as const
const CONFIRMED = { ...JUDGED, with: () => ({ confirmed: true, reason: 'No berth has a network.' }) } as const
const SOLVED = {
  does: 'resolve',
  by: 'network lead',
  with: () => ({ solution: 'The switch is replaced.', cause: 'A worn power supply.' }),
} as const
const SATISFIED = { does: 'review-solution', by: 'network project manager', with: () => ({ satisfied: true }) } as const
const AT_WORK = [
  { does: 'assign', by: 'agent', with: () => ({ group: 'network' }) },
  { does: 'accept', by: 'network lead' },
] as const
const ENDED = { at: 'closed', updates: 'over' } as const

const toTheWork: Road = {
  name: 'from the candidate to the work on site',
  from: { at: 'candidate' },
  legs: [
    { minutes: 31, due: 'step-overdue', at: 'unjudged' },
    { ...CONFIRMED, at: 'mobilising', whileRestarting: true },
    {
      does: 'set-major-roles',
      by: 'agent',
      with: () => ({ roles: { commander: { id: 'ivan' }, communications: { id: 'diana' } } }),
    },
    { does: 'request-resource', by: 'agent', with: () => ({ what: 'A lift.' }) },
    {
      does: 'arrange-resource',
      by: 'agent',
      with: ({ procedure }) => ({ resource: procedure.resources[0]?.id, note: 'It stands at gate 3.' }),
    },
    ...AT_WORK,
    {
      does: 'send-on-site',
      by: 'agent',
      with: ({ now: appointedFor }) => ({ engineer: { id: 'noor' }, place: 'Rack 12', appointedFor }),
      at: 'first-line',
      whileRestarting: true,
    },
    { does: 'note-arrival', by: 'network lead' },
  ],
}

const byTheClock: Road = {
  name: 'from line to line by the clock alone',
  legs: [
    CONFIRMED,
    { minutes: 61, due: 'second-line', at: 'second-line', updates: 'reminded' },
    { minutes: 61, due: 'vendor', at: 'vendor', updates: 'escalated' },
  ],
}

const sentBack: Road = {
  name: 'from line to line by decisions, solved, and sent back after the review',
  legs: [
    CONFIRMED,
    { does: 'ask-second-line', by: 'agent', with: () => ({ reason: 'It is the core.' }), at: 'second-line' },
    {
      does: 'involve-vendor',
      by: 'agent',
      with: () => ({ vendor: 'Acme', reference: 'A-17', reason: 'Their firmware.' }),
      at: 'vendor',
      whileRestarting: true,
    },
    ...AT_WORK,
    { ...SOLVED, at: 'review' },
    {
      does: 'review-solution',
      by: 'network project manager',
      with: () => ({ satisfied: false, reason: 'Floor 2 is still down.' }),
      at: 'vendor',
      whileRestarting: true,
    },
  ],
}

const toTheEnd: Road = {
  name: 'from the solution to the call-back and the end',
  legs: [
    CONFIRMED,
    ...AT_WORK,
    SOLVED,
    { ...SATISFIED, at: 'report' },
    { does: 'write-report', by: 'agent', with: () => ({ text: '# What happened\n\nA switch died.' }) },
    {
      does: 'approve-report',
      by: 'network project manager',
      with: ({ procedure }) => ({ version: procedure.report?.version }),
    },
    {
      does: 'send-report',
      by: 'agent',
      with: ({ procedure }) => ({ version: procedure.report?.version }),
      at: 'call-back',
      whileRestarting: true,
    },
    { does: 'contact', by: 'agent', with: () => ({ medium: 'phone', reached: true, note: 'All is well.' }) },
    { does: 'close', by: 'agent', with: () => ({ code: 'solved', satisfaction: { score: 5 } }), ...ENDED },
  ],
}

const missedUpdates: Road = {
  name: 'while a status update is missed, and sent at last; with a child',
  legs: [
    CONFIRMED,
    { does: 'attach-child', by: 'agent', with: ({ child }) => ({ child }) },
    { minutes: 60, due: 'update-missed', at: 'second-line', updates: 'reminded' },
    { minutes: 16, due: 'update-missed', at: 'second-line', updates: 'escalated' },
    ...(['requesters', 'management'] as const).map(
      (audience): Leg => ({
        does: 'update-audience',
        by: 'agent',
        with: () => ({ audience, text: 'Half of it is back.' }),
        ...(audience === 'management' && { at: 'second-line', updates: 'running', whileRestarting: true }),
      }),
    ),
    { does: 'detach-child', by: 'agent', with: ({ child }) => ({ child }) },
  ],
}

const demotedAtOnce: Road = {
  name: 'to where it is judged to be none',
  from: { at: 'candidate' },
  legs: [{ ...JUDGED, with: () => ({ confirmed: false, reason: 'One switch.' }), at: 'demoted', updates: 'over' }],
}

const demotedLater: Road = {
  name: 'to where a confirmed one turns out smaller than it looked',
  from: { at: 'candidate' },
  legs: [
    CONFIRMED,
    {
      does: 'demote-major',
      by: 'network project manager',
      with: () => ({ reason: 'Two floors only.' }),
      at: 'demoted',
      updates: 'over',
      whileRestarting: true,
    },
  ],
}

/** Together they pass every step of the procedure and every decision in it, each decision sent twice [MAJ-9]. */
export const PROCEDURE_ROADS: readonly Road[] = [
  toTheWork,
  byTheClock,
  sentBack,
  toTheEnd,
  missedUpdates,
  demotedAtOnce,
  demotedLater,
]
