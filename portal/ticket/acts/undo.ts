import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import type { Act } from './act.ts'

type Body = Readonly<Record<string, unknown>>

/** The act that takes another one back; both stand in the history. */
export type Undo = { readonly act: Act; readonly body: Body }

const DESCRIBED = ['kind', 'class', 'title', 'category', 'service', 'item', 'system'] as const

/** What decides whether an act can be taken back. */
export type Standing = Pick<
  TicketForStaff,
  (typeof DESCRIBED)[number] | 'group' | 'assignee' | 'impact' | 'urgency' | 'flags' | 'allowedActs' | 'escalation'
>

type Done = {
  readonly before: Standing
  readonly after: Standing
  /** Said in the history. */
  readonly reason: string
  /** ESC-6: the reassignment that escalates. */
  readonly limit: number
}

const isElsewhere = ({ before, after }: Done): boolean =>
  before.group !== after.group || before.assignee?.id !== after.assignee?.id

/** Going back changes hands once more, and counts; what would escalate by that is no undoing (ESC-6). */
const back = (done: Done): Undo | null => {
  const { before, after, reason, limit } = done
  if (!isElsewhere(done) || after.escalation.reassignments + 1 === limit) return null
  const to = { group: before.group, ...(before.assignee && { assignee: before.assignee.id }) }
  if (after.allowedActs.includes('transfer')) {
    return { act: 'transfer', body: { ...to, category: before.category, reason } }
  }
  return after.allowedActs.includes('assign') ? { act: 'assign', body: to } : null
}

/** A grade may have told people and set off clocks, so only what describes the ticket is put back. */
const describedAgain = ({ before, after }: Done): Undo | null => {
  const isRegraded = before.impact !== after.impact || before.urgency !== after.urgency
  const changed = DESCRIBED.filter((field) => before[field] !== after[field])
  if (isRegraded || before.flags.security !== after.flags.security || changed.length === 0) return null
  return { act: 'classify', body: Object.fromEntries(changed.map((field) => [field, before[field]])) }
}

/**
 * What takes an act back, as far as the desk has such an act and it leaves nothing behind but its lines in the history.
 * Null for what has been said, asked or announced to somebody: it cannot be taken back, only followed by something else.
 */
export const undoOf = (act: Act, done: Done): Undo | null => {
  switch (act) {
    case 'wait':
      return { act: 'resume', body: {} }
    case 'assign':
    case 'transfer':
    case 'accept':
      return back(done)
    case 'classify':
      return describedAgain(done)
    default:
      return null
  }
}
