import type { TicketForRequester } from '../../shared/contract/ticket-view.ts'
import { requesterTexts } from './texts.ts'

const STEPS = ['received', 'team', 'work', 'solved'] as const

/** How far it has come; a ticket that waits stays where it was. */
const reached = ({ state, assignedAt, acceptedAt }: TicketForRequester): number => {
  if (state === 'resolved' || state === 'closed') return 3
  if (acceptedAt !== null) return 2
  return assignedAt === null ? 0 : 1
}

const hasEndedOtherwise = ({ state }: TicketForRequester): boolean =>
  state === 'returned' || state === 'merged' || state === 'cancelled'

export const Progress = ({ ticket }: { readonly ticket: TicketForRequester }) => {
  if (hasEndedOtherwise(ticket)) return null
  const { steps, label } = requesterTexts.value.state
  const current = reached(ticket)
  return (
    <ol class="progress" aria-label={label}>
      {STEPS.map((step, index) => (
        <li key={step} data-reached={index <= current} aria-current={index === current ? 'step' : undefined}>
          {steps[step]}
        </li>
      ))}
    </ol>
  )
}
