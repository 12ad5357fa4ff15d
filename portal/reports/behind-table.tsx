import type { ReportTicketView } from '../../shared/contract/report-view.ts'
import { Instant } from '../parts/instant.tsx'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { groupName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'
import { reportTexts } from './texts.ts'

const Outcome = ({ of }: { readonly of: ReportTicketView['restored'] }) => {
  if (of === null) return <>–</>
  const tone = of === 'met' ? 'ok' : of === 'missed' ? 'late' : ''
  return <span class={`tag ${tone}`}>{reportTexts.value.behind.outcomes[of]}</span>
}

const Row = ({ ticket }: { readonly ticket: ReportTicketView }) => (
  <tr>
    <td>
      <PriorityMark priority={ticket.priority} />
    </td>
    <th scope="row">
      <a href={`/tickets/${ticket.number}`} dir="auto">
        {ticket.title}
      </a>
      <small class="muted number">{ticket.number}</small>
    </th>
    <td dir="auto">{groupName(ticket.group)}</td>
    <td>
      <StateTag state={ticket.state} />
    </td>
    <td>
      <Instant at={ticket.recordedAt} />
    </td>
    <td>
      <Outcome of={ticket.responded} />
    </td>
    <td>
      <Outcome of={ticket.restored} />
    </td>
    <td>{ticket.dueAt === null ? '–' : <Instant at={ticket.dueAt} />}</td>
    <td class="number">{ticket.reassignments ?? '–'}</td>
    <td class="number">{ticket.score ?? '–'}</td>
  </tr>
)

/** What a report counts of its tickets, one by one. */
export const BehindTable = ({
  items,
  title,
}: {
  readonly items: readonly ReportTicketView[]
  readonly title: string
}) => {
  const { behind } = reportTexts.value
  const { words } = t.value
  const columns = [
    ...[words.priority, words.title, words.group, words.state],
    ...[behind.recorded, behind.response, behind.restoration, behind.due, behind.handedOn, behind.rating],
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways, by keyboard too
    <section class="card wide-table" tabIndex={0} aria-label={title}>
      <table class="behind-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((ticket) => (
            <Row key={ticket.number} ticket={ticket} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
