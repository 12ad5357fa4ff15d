import type { Ticket } from '../ticket/ticket.ts'
import { AUDIENCES, type Audience, type Procedure, type Stage } from './procedure.ts'
import { procedureOf, stageOf } from './stage.ts'

/** What runs side by side: the steps of the procedure, and the status updates of each audience (MAJ-4). */
export const LANES = ['steps', ...AUDIENCES] as const
export type Lane = (typeof LANES)[number]

/** MAJ-2: a candidate nobody has judged in time is management's too. */
export type Step = Stage | 'unjudged'
/** MAJ-4: how an audience's next status update is doing. */
export type UpdateState = 'running' | 'reminded' | 'escalated' | 'over'

/** Which procedure it is: a ticket that is demoted and becomes a candidate again has another one. */
export type ProcedureId = { readonly number: string; readonly startedAt: string }

/** `gone`: the ticket's procedure is another one by now, or there is none. */
export type Standing = {
  readonly at: Step | UpdateState | 'gone'
  /** Differs from the last one seen when there is something to react to. */
  readonly mark: string
}

const plain = (at: Standing['at']): Standing => ({ at, mark: at })

const stepOf = (stage: Stage, { silencesTold }: Procedure): Step =>
  stage === 'candidate' && silencesTold > 0 ? 'unjudged' : stage

const updateOf = (audience: Audience, { rhythm }: Procedure): Standing => {
  const { since, told } = rhythm[audience]
  if (told === 0) return { at: 'running', mark: `running since ${since}` }
  return told === 1 ? plain('reminded') : plain('escalated')
}

/** MAJ-9: nothing more is to come. */
export const isOver = ({ at }: Standing): boolean =>
  at === 'closed' || at === 'demoted' || at === 'gone' || at === 'over'

/** MAJ-9: where one lane of a procedure stands, read from the ticket's record and nothing else. */
export const standingIn = (
  ticket: Ticket | null,
  { startedAt }: Pick<ProcedureId, 'startedAt'>,
  lane: Lane,
): Standing => {
  const procedure = ticket && procedureOf(ticket)
  const stage = ticket && stageOf(ticket)
  if (!procedure || !stage || procedure.startedAt !== startedAt) return plain('gone')
  if (lane === 'steps') return plain(stepOf(stage, procedure))
  return stage === 'closed' || stage === 'demoted' ? plain('over') : updateOf(lane, procedure)
}
