import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { urlOfCall } from '../api/call.ts'
import { nowMs } from '../format/now.ts'
import { CsvButton } from '../parts/csv-button.tsx'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { Page } from '../parts/page.tsx'
import { param, withParams } from '../place/location.ts'
import { t } from '../texts/texts.ts'
import { type Concern, concernOf, plainStateOfRow } from './plain-state.ts'
import { type RequestView, useRequests } from './request-list.ts'
import { useSharedDepartment } from './shared-department.ts'
import { requesterTexts } from './texts.ts'

const CONCERNS: readonly Concern[] = ['needs-you', 'under-way', 'finished']

const PromisedBy = ({ dueAt }: { readonly dueAt: string }) => {
  const { list } = requesterTexts.value
  const isLate = Date.parse(dueAt) < nowMs.value
  return (
    <span class={isLate ? 'late' : ''}>
      {isLate ? list.late : list.promised} <Instant at={dueAt} />
    </span>
  )
}

const Line = ({ row, isOwn }: { readonly row: TicketRow; readonly isOwn: boolean }) => {
  const { list } = requesterTexts.value
  const concern = concernOf(row)
  return (
    <li class="request" data-concern={concern}>
      <h3>
        <a href={`/tickets/${row.number}`} dir="auto">
          {row.title}
        </a>
      </h3>
      <p class="now">{plainStateOfRow(row)}</p>
      <p class="muted about">
        <span class="number">{row.number}</span>
        {!isOwn && <span dir="auto">{list.by(row.requester.name)}</span>}
        {concern === 'under-way' && row.dueAt !== null ? (
          <PromisedBy dueAt={row.dueAt} />
        ) : (
          <span>
            {list.updated} <Instant at={row.updatedAt} />
          </span>
        )}
      </p>
    </li>
  )
}

type SectionProps = { readonly concern: Concern; readonly rows: readonly TicketRow[]; readonly isOwn: boolean }

const Section = ({ concern, rows, isOwn }: SectionProps) => {
  const { list } = requesterTexts.value
  if (rows.length === 0) return null
  const heading = { 'needs-you': list.needsYou, 'under-way': list.underWay, finished: list.finished }[concern]
  return (
    <section class="stack tight" aria-labelledby={concern}>
      <h2 id={concern}>
        {heading} <span class="muted number">{rows.length}</span>
      </h2>
      <ul class="requests">
        {rows.map((row) => (
          <Line key={row.number} row={row} isOwn={isOwn} />
        ))}
      </ul>
    </section>
  )
}

/** What needs an answer is one's own; a colleague's request only goes on. */
const sorted = (rows: readonly TicketRow[], isOwn: boolean) =>
  Map.groupBy(rows, (row) => {
    const concern = concernOf(row)
    return concern === 'needs-you' && !isOwn ? 'under-way' : concern
  })

const Requests = ({ view }: { readonly view: RequestView }) => {
  const { list } = requesterTexts.value
  const requests = useRequests(view)
  const isOwn = view === 'requested'
  if (requests.error) return <FailureNote error={requests.error} onAgain={requests.again} />
  if (requests.rows === null)
    return (
      <p class="muted" aria-busy="true">
        {t.value.shell.loading}
      </p>
    )
  if (requests.rows.length === 0 && !requests.hasOlder)
    return <Empty title={isOwn ? list.emptyTitle : list.emptyDepartment}>{isOwn && <p>{list.emptyHint}</p>}</Empty>
  const byConcern = sorted(requests.rows, isOwn)
  return (
    <>
      {CONCERNS.map((concern) => (
        <Section key={concern} concern={concern} rows={byConcern.get(concern) ?? []} isOwn={isOwn} />
      ))}
      {requests.hasOlder && (
        <button type="button" class="button not-printed" onClick={() => void requests.readOlder()}>
          {list.older}
        </button>
      )}
    </>
  )
}

const Tabs = ({ view }: { readonly view: RequestView }) => {
  const { list } = requesterTexts.value
  return (
    <nav class="tabs not-printed" aria-label={list.title}>
      <a href={withParams({ of: null })} aria-current={view === 'requested' ? 'true' : undefined}>
        {list.own}
      </a>
      <a href={withParams({ of: 'department' })} aria-current={view === 'department' ? 'true' : undefined}>
        {list.department}
      </a>
    </nav>
  )
}

const AskButtons = () => {
  const { report } = requesterTexts.value
  return (
    <div class="ask not-printed">
      <a class="button primary" href="/report">
        {report.title.incident}
      </a>
      <a class="button" href="/report?kind=service-request">
        {report.title['service-request']}
      </a>
    </div>
  )
}

/** Everything somebody has asked for, each with its true state in plain words and the promised time (ROL-3). */
export const RequestsPage = () => {
  const { list } = requesterTexts.value
  const isShared = useSharedDepartment()
  const view = isShared && param('of') === 'department' ? 'department' : 'requested'
  return (
    <div class="requester">
      <Page title={list.title}>
        <div class="stack reading">
          <AskButtons />
          {isShared && <Tabs view={view} />}
          <Requests view={view} />
          <p>
            <CsvButton url={urlOfCall('listTickets', { query: { view } })} title={list.title} />
          </p>
        </div>
      </Page>
    </div>
  )
}
