import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import type { TicketForRequester } from '../../shared/contract/ticket-view.ts'
import { codeName, codes, groupName } from '../settings/catalogue.ts'
import { requesterTexts } from './texts.ts'

/** How much it concerns the reader: they have to act, it goes on by itself, or it has ended. */
export type Concern = 'needs-you' | 'under-way' | 'finished'

export type PlainState = { readonly now: string; readonly next: string }

type Told = Pick<TicketForRequester, 'state' | 'group' | 'assignee'> & {
  readonly waitingFor: string | null
  readonly isConfirmed: boolean
  /** INT-11; a row of a list does not know. */
  readonly screening?: TicketForRequester['screening']
  readonly insistence?: TicketForRequester['insistence']
}

const asksRequester = (waitCode: string | null): boolean =>
  codes.value?.waitCodes.some(({ code, endedBy }) => code === waitCode && endedBy === 'requester-answer') ?? false

export const concernOf = ({ state, waitingFor }: Pick<TicketRow, 'state' | 'waitingFor'>): Concern => {
  switch (state) {
    case 'resolved':
      return 'needs-you'
    case 'waiting':
      return asksRequester(waitingFor) ? 'needs-you' : 'under-way'
    case 'recorded':
    case 'assigned':
    case 'accepted':
      return 'under-way'
    case 'closed':
    case 'returned':
    case 'merged':
    case 'cancelled':
      return 'finished'
  }
}

/** INT-11: what it was returned as, and who decides now. */
const returned = ({ screening, insistence }: Told): PlainState => {
  const { returned: texts, state } = requesterTexts.value
  const outcome = screening?.outcome
  const now = outcome && outcome !== 'accepted' ? texts.now[outcome] : state.returned
  return { now, next: insistence && !insistence.decision ? texts.asked : state.next.ended }
}

const told = (all: Told): PlainState => {
  const { state, group, assignee, waitingFor, isConfirmed } = all
  const { next, ...now } = requesterTexts.value.state
  switch (state) {
    case 'recorded':
      return { now: now.recorded, next: next.recorded }
    case 'assigned':
      return { now: now.assigned(groupName(group)), next: next.assigned }
    case 'accepted':
      return { now: assignee ? now.accepted(assignee.name) : now.acceptedByTeam, next: next.accepted }
    case 'waiting':
      return asksRequester(waitingFor)
        ? { now: now.waitingForYou, next: next.waitingForYou }
        : { now: now.waiting(codeName('waitCodes', waitingFor ?? '')), next: next.waiting }
    case 'resolved':
      return isConfirmed ? { now: now.confirmed, next: next.confirmed } : { now: now.resolved, next: next.resolved }
    case 'closed':
      return { now: now.closed, next: next.closed }
    case 'returned':
      return returned(all)
    case 'merged':
    case 'cancelled':
      return { now: now[state], next: next.ended }
  }
}

/** The true state of a ticket in a requester's words, and what happens next. */
export const plainState = (ticket: TicketForRequester): PlainState =>
  told({ ...ticket, waitingFor: ticket.waiting?.code ?? null, isConfirmed: ticket.confirmedAt !== null })

export const plainStateOfRow = (row: TicketRow): string => told({ ...row, isConfirmed: false }).now
