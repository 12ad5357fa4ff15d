import type { Dashboard } from '../../shared/contract/dashboard-endpoints.ts'
import { nowMs } from '../format/now.ts'
import { timeUsedOfRow } from '../format/pressing.ts'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { TimeLeft } from '../parts/time-left.tsx'
import { groupName, warnAtShare } from '../settings/catalogue.ts'
import { managerTexts } from './texts.ts'

type Row = Dashboard['dueNext']['items'][number]

const Due = ({ row }: { readonly row: Row }) => (
  <li>
    <PriorityMark priority={row.priority} />
    <span class="what">
      <a href={`/tickets/${row.number}`} dir="auto">
        {row.title}
      </a>
      <span class="muted">
        <span class="number">{row.number}</span> · {row.assignee?.name ?? groupName(row.group)}
      </span>
    </span>
    {row.dueAt !== null && <TimeLeft used={timeUsedOfRow(row, nowMs.value, warnAtShare.value)} dueAt={row.dueAt} />}
  </li>
)

/** What runs out first, and who has it. */
export const DueNext = ({ due }: { readonly due: Dashboard['dueNext'] }) => {
  const { dashboard } = managerTexts.value
  return (
    <section class="card stack tight due-next" aria-labelledby="due-next">
      <div class="row spread">
        <h2 id="due-next">{dashboard.dueNext}</h2>
        <a href={`/tickets?${due.query}`}>{dashboard.allDue}</a>
      </div>
      {due.items.length === 0 && <p class="muted">{dashboard.nothingDue}</p>}
      <ol>
        {due.items.map((row) => (
          <Due key={row.number} row={row} />
        ))}
      </ol>
    </section>
  )
}
