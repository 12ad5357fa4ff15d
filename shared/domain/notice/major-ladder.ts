import { procedureOf, stageOf } from '../major-incident/stage.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { StopReason } from './ladder.ts'
import type { NoticeMessage, Template } from './message.ts'

/** MAJ-1…MAJ-5, NOT-3: what asks somebody to act in a major incident; the rest tells how it stands. */
const ASKED: ReadonlySet<Template> = new Set([
  'major-candidate',
  'major-overdue',
  'major-visit',
  'major-second-line',
  'major-solved',
  'update-missed',
])

export const isAskedInMajor = (template: Template): boolean => ASKED.has(template)

/** MAJ-1, MAJ-2: whoever has to judge at night is not asked by one channel after the other. */
export const isToldAtOnce = (template: Template): boolean =>
  template === 'major-candidate' || template === 'major-overdue'

/** What has become of the procedure answers a notice of it; undefined for messages it does not answer. */
export const overtakenInMajor = (message: NoticeMessage, ticket: Ticket): StopReason | null | undefined => {
  const stage = stageOf(ticket)
  const stands = (isWaitedFor: boolean): StopReason | null => (isWaitedFor ? null : 'moved-on')
  switch (message.template) {
    case 'major-candidate':
      return stands(stage === 'candidate')
    case 'major-overdue':
      return stands(stage === message.stage)
    case 'major-solved':
      return stands(stage === 'review')
    case 'major-visit':
      return stands(procedureOf(ticket)?.visit?.arrivedAt === null && stage !== 'closed' && stage !== 'demoted')
    case 'update-missed':
      return stands((procedureOf(ticket)?.rhythm[message.audience].told ?? 0) > 0 && stage !== 'closed')
    default:
      return undefined
  }
}
