import type { TicketContext } from '../ticket/context.ts'
import { type Part, peopleFor } from '../ticket/recipients.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { ProcedureMoment } from './due-procedure.ts'
import type { MajorEvent } from './event.ts'
import { askSecondLine, askVendor } from './mobilising.ts'
import type { Stage } from './procedure.ts'
import { procedureOf } from './stage.ts'
import { holders } from './taking-part.ts'

/** MAJ-2, MAJ-5: who is told first that a step waits in vain, and who joins them when it goes on. */
const TOLD_OF_SILENCE: Readonly<Partial<Record<Stage, readonly [first: readonly Part[], later: readonly Part[]]>>> = {
  candidate: [
    ['management', 'IM'],
    ['management', 'IM', 'PM'],
  ],
  mobilising: [
    ['PM', 'IM', 'desk'],
    ['PM', 'IM', 'desk', 'management'],
  ],
  review: [
    ['PM', 'IM'],
    ['PM', 'IM', 'management'],
  ],
  report: [
    ['PM', 'IM'],
    ['PM', 'IM', 'desk-manager'],
  ],
  'call-back': [['desk'], ['desk', 'desk-manager', 'IM']],
}

const overdue = (
  ticket: Ticket,
  { stage, round, at: dueAt }: Extract<ProcedureMoment, { readonly due: 'step-overdue' }>,
  context: TicketContext,
): MajorEvent => {
  const [first, later] = TOLD_OF_SILENCE[stage] ?? [[], []]
  return {
    type: 'major-step-overdue',
    stage,
    round,
    dueAt,
    told: peopleFor(context, ticket, ...(round === 0 ? first : later)),
  }
}

/** MAJ-4: whoever keeps the audiences posted is reminded, the desk where nobody has that role; then it escalates. */
const missed = (
  ticket: Ticket,
  { audience, round, at: dueAt }: Extract<ProcedureMoment, { readonly due: 'update-missed' }>,
  context: TicketContext,
): MajorEvent => {
  const leads = holders(procedureOf(ticket), 'commander', 'communications')
  const inCharge = leads.length > 0 ? leads : peopleFor(context, ticket, 'desk')
  const above = round === 0 ? [] : peopleFor(context, ticket, 'IM', 'PM', 'management')
  return { type: 'update-missed', audience, round, dueAt, told: [...new Set([...inCharge, ...above])] }
}

/** What the procedure does by itself at one of its moments. */
export const proceed = (ticket: Ticket, moment: ProcedureMoment, context: TicketContext): readonly MajorEvent[] => {
  const asked = { reason: null, dueAt: moment.at }
  switch (moment.due) {
    case 'step-overdue':
      return [overdue(ticket, moment, context)]
    case 'update-missed':
      return [missed(ticket, moment, context)]
    case 'second-line':
      return askSecondLine(ticket, asked, context)
    case 'vendor':
      return askVendor(ticket, { ...asked, vendor: null, reference: null }, context)
  }
}
