import type { TicketContext } from '../ticket/context.ts'
import type { TicketEvent } from '../ticket/event.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { attachToParent, detachChild, detachFromParent, followParent, noteChild, passOnUpdate } from './children.ts'
import type { ChildCommand, MajorAct, MajorCommand } from './command.ts'
import { demoteMajor, judgeMajor } from './judging.ts'
import {
  arrangeResource,
  askSecondLine,
  askVendor,
  noteArrival,
  requestResource,
  sendOnSite,
  setRoles,
} from './mobilising.ts'
import { approveReport, sendReport, writeReport } from './reporting.ts'
import { reviewSolution } from './reviewing.ts'
import { checkMajor } from './taking-part.ts'
import { updateAudience } from './updating.ts'

const decideForChild = (ticket: Ticket, command: ChildCommand, context: TicketContext): readonly TicketEvent[] => {
  switch (command.type) {
    case 'attach-to-parent':
      return attachToParent(ticket, command)
    case 'detach-from-parent':
      return detachFromParent(ticket, command)
    case 'note-child':
      return noteChild(ticket, command.child)
    case 'follow-parent':
      return followParent(ticket, command, context)
    case 'pass-on-update':
      return passOnUpdate(ticket, command)
  }
}

/** While it is a candidate too: who waits for the judgement need not wait with the work [MAJ-1]. */
const decideForMajor = (ticket: Ticket, command: MajorAct, context: TicketContext): readonly TicketEvent[] => {
  switch (command.type) {
    case 'judge-major':
      return judgeMajor(ticket, command, context)
    case 'demote-major':
      return demoteMajor(ticket, command, context)
    case 'set-major-roles':
      return setRoles(command, context)
    case 'send-on-site':
      return sendOnSite(command, context)
    case 'note-arrival':
      return noteArrival(ticket, command, context)
    case 'request-resource':
      return requestResource(ticket, command, context)
    case 'arrange-resource':
      return arrangeResource(ticket, command)
    case 'ask-second-line':
      return askSecondLine(ticket, { reason: command.reason, dueAt: null }, context)
    case 'involve-vendor': {
      const { vendor, reference = null, reason } = command
      return askVendor(ticket, { vendor, reference, reason, dueAt: null }, context)
    }
    case 'update-audience':
      return updateAudience(ticket, command, context)
    case 'review-solution':
      return reviewSolution(ticket, command, context)
    case 'write-report':
      return writeReport(ticket, command, context)
    case 'approve-report':
      return approveReport(ticket, command, context)
    case 'send-report':
      return sendReport(ticket, command)
    case 'attach-child':
      return noteChild(ticket, command.child)
    case 'detach-child':
      return detachChild(ticket, command.child)
  }
}

const CHILD_COMMANDS: ReadonlySet<MajorCommand['type']> = new Set<ChildCommand['type']>([
  'attach-to-parent',
  'detach-from-parent',
  'note-child',
  'follow-parent',
  'pass-on-update',
])

const isForChild = (command: MajorCommand): command is ChildCommand => CHILD_COMMANDS.has(command.type)

/** MAJ-2…MAJ-8. @throws DomainError when the incident is none of the desk's major ones, or the act itself is refused */
export const decideMajor = (ticket: Ticket, command: MajorCommand, context: TicketContext): readonly TicketEvent[] => {
  if (isForChild(command)) return decideForChild(ticket, command, context)
  if (command.type !== 'judge-major' && command.type !== 'demote-major') checkMajor(ticket)
  return decideForMajor(ticket, command, context)
}
