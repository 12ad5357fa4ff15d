import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { groupName } from '../settings/catalogue.ts'

type Props = { readonly row: Pick<TicketRow, 'priority' | 'number' | 'title' | 'assignee' | 'group'> }

/** A ticket of the dashboard: how urgent it is, what it is about, and who has it. */
export const TicketLine = ({ row }: Props) => (
  <>
    <PriorityMark priority={row.priority} />
    <span class="what">
      <a href={`/tickets/${row.number}`} dir="auto">
        {row.title}
      </a>
      <span class="muted">
        <span class="number">{row.number}</span> · {row.assignee?.name ?? groupName(row.group)}
      </span>
    </span>
  </>
)
