import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { t } from '../texts/texts.ts'

/** PRI-4: never by colour alone; the number is always there. */
export const PriorityMark = ({ priority }: { readonly priority: TicketRow['priority'] }) => {
  const { words } = t.value
  const label = `${words.priorityOf(priority)} (${words.priorities[priority]})`
  return (
    <span class="priority" data-priority={priority} role="img" aria-label={label} title={label}>
      {priority}
    </span>
  )
}
