import { type Instant, plus } from '../instant.ts'
import { judgedBy, type TicketContext } from '../ticket/context.ts'
import { type Part, peopleFor } from '../ticket/recipients.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { type ProcedureMoment, procedureMoments } from './due-procedure.ts'
import { majorPolicyOf } from './major-policy.ts'
import { proceed } from './overdue.ts'
import { AUDIENCES, type Audience, type Procedure, STAGES, type Stage, type Update } from './procedure.ts'
import { procedureOf, stageOf } from './stage.ts'

export type BallHolder = Extract<Part, 'PM' | 'L1' | 'L2' | 'IM' | 'desk'> | 'commander' | 'vendor'

const holderOfReport = ({ report }: Procedure): BallHolder => {
  if (!report) return 'IM'
  return report.approved ? 'desk' : 'PM'
}

const holderAt = (stage: Stage, procedure: Procedure): BallHolder | null => {
  switch (stage) {
    case 'candidate':
    case 'review':
      return 'PM'
    case 'mobilising':
      return procedure.roles.commander ? 'commander' : 'desk'
    case 'first-line':
      return 'L1'
    case 'second-line':
      return 'L2'
    case 'vendor':
      return 'vendor'
    case 'report':
      return holderOfReport(procedure)
    case 'call-back':
      return 'desk'
    case 'closed':
    case 'demoted':
      return null
  }
}

const namesOf = (ids: readonly string[], { desk }: TicketContext): readonly string[] =>
  ids.flatMap((id) => desk.staff.get(id)?.name ?? [])

const peopleWith = (holder: BallHolder, ticket: Ticket, procedure: Procedure, context: TicketContext) => {
  if (holder === 'commander') return procedure.roles.commander ? [procedure.roles.commander.name] : []
  if (holder === 'vendor') return procedure.vendor?.name ? [procedure.vendor.name] : []
  return namesOf(peopleFor(context, ticket, holder), context)
}

export type StepSeen = {
  readonly stage: Stage
  readonly since: Instant | null
  readonly state: 'done' | 'current' | 'ahead' | 'skipped'
}

/** The road as it was gone so far and lies ahead; the exits show only when one was taken. */
const stepsOf = ({ steps }: Procedure, stage: Stage): readonly StepSeen[] => {
  const current = STAGES.indexOf(stage)
  return STAGES.filter((each) => each !== 'demoted' || stage === 'demoted').map((each): StepSeen => {
    const since = steps.findLast((step) => step.stage === each)?.since ?? null
    if (each === stage) return { stage: each, since, state: 'current' }
    if (STAGES.indexOf(each) > current) return { stage: each, since: null, state: 'ahead' }
    return { stage: each, since, state: since ? 'done' : 'skipped' }
  })
}

export type ForeseenStep = {
  readonly at: Instant
  readonly does: ProcedureMoment['due']
  readonly audience: Audience | null
  /** Names of those who are told then. */
  readonly tells: readonly string[]
}

const foreseen = (ticket: Ticket, moment: ProcedureMoment, context: TicketContext): ForeseenStep => {
  const told = proceed(ticket, moment, { ...context, now: moment.at }).flatMap((event) =>
    'told' in event ? event.told : [],
  )
  const audience = moment.due === 'update-missed' ? moment.audience : null
  return { at: moment.at, does: moment.due, audience, tells: namesOf(told, context) }
}

export type UpdateClock = { readonly last: Update | null; readonly dueAt: Instant | null; readonly missed: number }

export type Situation = {
  readonly stage: Stage
  readonly steps: readonly StepSeen[]
  readonly ball: { readonly holder: BallHolder; readonly people: readonly string[] } | null
  /** What happens by itself if nobody does anything, the first first; each as if the others did not happen before. */
  readonly next: readonly ForeseenStep[]
  readonly updates: Readonly<Record<Audience, UpdateClock>>
}

const MINUTE_MS = 60_000

const updateClock = (ticket: Ticket, procedure: Procedure, audience: Audience, context: TicketContext): UpdateClock => {
  const { since, told: missed } = procedure.rhythm[audience]
  const policy = majorPolicyOf(judgedBy(ticket, context).policy)
  const isRunning = procedureMoments(ticket, policy).some((moment) => moment.due === 'update-missed')
  const dueAt = plus(since, policy.updates[audience].everyMinutes * MINUTE_MS)
  return { last: procedure.updates[audience], dueAt: isRunning ? dueAt : null, missed }
}

/** MAJ-9: where the procedure stands, who has the ball, and what happens if nothing does; null without a procedure. */
export const situation = (ticket: Ticket, context: TicketContext): Situation | null => {
  const procedure = procedureOf(ticket)
  const stage = stageOf(ticket)
  if (!procedure || !stage) return null
  const holder = holderAt(stage, procedure)
  const moments = procedureMoments(ticket, majorPolicyOf(judgedBy(ticket, context).policy))
  const clocks = AUDIENCES.map((audience) => [audience, updateClock(ticket, procedure, audience, context)])
  return {
    stage,
    steps: stepsOf(procedure, stage),
    ball: holder && { holder, people: peopleWith(holder, ticket, procedure, context) },
    next: moments.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map((moment) => foreseen(ticket, moment, context)),
    updates: Object.fromEntries(clocks) as Situation['updates'],
  }
}
