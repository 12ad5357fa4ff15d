import type { Dashboard } from '../../shared/contract/dashboard-endpoints.ts'
import { nowMs } from '../format/now.ts'
import { timeUsedOfRow } from '../format/pressing.ts'
import { TimeLeft } from '../parts/time-left.tsx'
import { warnAtShare } from '../settings/catalogue.ts'
import { managerTexts } from './texts.ts'
import { TicketLine } from './ticket-line.tsx'

type Row = Dashboard['dueNext']['items'][number]

const Due = ({ row }: { readonly row: Row }) => (
  <li>
    <TicketLine row={row} />
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
