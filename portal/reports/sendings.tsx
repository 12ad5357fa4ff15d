import { useId } from 'preact/hooks'
import type { SendingsView } from '../../shared/contract/report-view.ts'
import { call } from '../api/call.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { hasRole } from '../session/session.ts'
import { reportTexts } from './texts.ts'

type Sending = SendingsView['items'][number]

const Names = ({ label, names }: { readonly label: string; readonly names: readonly string[] }) =>
  names.length === 0 ? null : (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{names.join(reportTexts.value.comma)}</dd>
    </>
  )

const One = ({ sending }: { readonly sending: Sending }) => {
  const { sendings, edition } = reportTexts.value
  const { askedBy, doneAt, askedAt, sentTo, refusedBy, waiting } = sending
  return (
    <li class="stack tight">
      <span>
        {edition(sending.edition)} · <Instant at={doneAt ?? askedAt} /> ·{' '}
        {askedBy === null ? sendings.byItself : sendings.askedBy(askedBy)}
      </span>
      <dl class="facts">
        <Names label={sendings.sentTo} names={sentTo} />
        <Names label={sendings.refused} names={refusedBy} />
        <Names label={sendings.waiting} names={waiting} />
      </dl>
      {sentTo.length + refusedBy.length + waiting.length === 0 && <span class="muted">{sendings.nobody}</span>}
    </li>
  )
}

const Recipients = ({ view: { dueAt, recipients } }: { readonly view: SendingsView }) => {
  const { sendings, comma } = reportTexts.value
  return (
    <dl class="facts">
      {dueAt !== null && (
        <>
          <dt>{sendings.due}</dt>
          <dd>
            <Instant at={dueAt} />
          </dd>
        </>
      )}
      <dt>{sendings.next}</dt>
      <dd>
        <span dir="auto">{recipients.length === 0 ? sendings.nobody : recipients.join(comma)}</span>{' '}
        {hasRole('administrator') && <a href="/admin/report-recipients">{sendings.change}</a>}
      </dd>
    </dl>
  )
}

type Props = {
  readonly month: string
  /** Read again when it changes, because something has been sent meanwhile. */
  readonly isOutstanding: boolean
}

/** REP-3: to whom the report of a month went, and to whom it goes by itself. */
export const Sendings = ({ month, isOutstanding }: Props) => {
  const { sendings } = reportTexts.value
  const heading = useId()
  const { value, error, again } = useLoaded(`sendings ${month} ${isOutstanding}`, (signal) =>
    call('getReportSendings', { params: { month }, signal }),
  )
  const view = value.value
  return (
    <section class="card stack tight sendings" aria-labelledby={heading}>
      <h2 id={heading}>{sendings.title}</h2>
      {error.value !== null && <FailureNote error={error.value} onAgain={again} />}
      {view && (
        <>
          <Recipients view={view} />
          <ul>
            {view.items.map((sending) => (
              <One key={sending.askedAt} sending={sending} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
