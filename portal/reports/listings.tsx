import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { ReportTicketView, ReportView } from '../../shared/contract/report-view.ts'
import { dayText, monthText } from '../format/day.ts'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { named } from '../texts/texts.ts'
import { behindHref } from './addresses.ts'
import { figureText } from './figure-text.ts'
import { reportTexts } from './texts.ts'

type Named = ReportView['majors']

const Listing = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => {
  const heading = useId()
  return (
    <section class="card stack tight report-list" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

type TicketsProps = {
  readonly title: string
  readonly tickets: Named
  readonly about: (ticket: ReportTicketView) => ComponentChildren
}

const Tickets = ({ title, tickets: { items, withheld }, about }: TicketsProps) => {
  const texts = reportTexts.value
  return (
    <Listing title={title}>
      {items.length + withheld === 0 && <p class="muted">{texts.none}</p>}
      <ul>
        {items.map((ticket) => (
          <li key={ticket.number}>
            <PriorityMark priority={ticket.priority} />
            <span class="what">
              <a href={`/tickets/${ticket.number}`} dir="auto">
                {ticket.title}
              </a>
              <span class="muted number">{ticket.number}</span>
              {about(ticket)}
            </span>
          </li>
        ))}
      </ul>
      {withheld > 0 && <p class="muted">{texts.withheld(withheld)}</p>}
    </Listing>
  )
}

const Rating = ({ ticket: { score, comment, ratingReview, finding } }: { readonly ticket: ReportTicketView }) => {
  const texts = reportTexts.value
  const review = ratingReview ?? 'none'
  return (
    <>
      {score !== null && <span>{texts.score(score)}</span>}
      {comment !== null && (
        <q dir="auto" class="said">
          {comment}
        </q>
      )}
      {review !== 'none' && (
        <span>
          <span class={`tag ${review === 'open' ? 'soon' : 'ok'}`}>{texts.review[review]}</span> {finding}
        </span>
      )}
    </>
  )
}

/** INT-12: it counts, but the reader is told that one person alone says so. */
const Unconfirmed = ({ ticket: { registrationConfirmed } }: { readonly ticket: ReportTicketView }) =>
  registrationConfirmed === false ? <span class="tag soon">{reportTexts.value.unconfirmed}</span> : null

const Faults = ({ report }: { readonly report: ReportView }) => {
  const texts = reportTexts.value
  const lines = report.cuts.find(({ by }) => by === 'fault')?.lines ?? []
  return (
    <Listing title={texts.lists.faults}>
      {lines.length === 0 && <p class="muted">{texts.none}</p>}
      <ul>
        {lines.map(({ of, name, tickets }) => (
          <li key={of}>
            <span class="what" dir="auto">
              {named(name)}
            </span>
            <a href={behindHref({ month: report.month, id: 'tickets', cut: { by: 'fault', of } })}>
              {texts.times(figureText('tickets', tickets.value))}
            </a>
          </li>
        ))}
      </ul>
    </Listing>
  )
}

const Measures = ({ report: { measures } }: { readonly report: ReportView }) => {
  const texts = reportTexts.value
  return (
    <Listing title={texts.lists.measures}>
      {measures.length === 0 && <p class="muted">{texts.none}</p>}
      <ul>
        {measures.map(({ number, title, owner, dueOn, overdue, review }) => (
          <li key={number}>
            <span class="what">
              <a href={`/improvement/${number}`} dir="auto">
                {title}
              </a>
              <span class="muted">
                {owner} · {dayText(dueOn)}
                {review !== null && ` · ${texts.fromReview(monthText(review))}`}
              </span>
            </span>
            {overdue && <span class="tag late">{texts.overdue}</span>}
          </li>
        ))}
      </ul>
    </Listing>
  )
}

/** REP-2: the tickets a report names one by one, and the faults that came back. */
export const Listings = ({ report }: { readonly report: ReportView }) => {
  const texts = reportTexts.value
  const inMonth = new Set(report.badRatings.items.map(({ number }) => number))
  const earlier = report.openReviews.items.filter(({ number }) => !inMonth.has(number))
  const registered = (ticket: ReportTicketView) => <Unconfirmed ticket={ticket} />
  const rating = (ticket: ReportTicketView) => <Rating ticket={ticket} />
  return (
    <div class="figure-tables">
      <Tickets title={texts.lists.badRatings} tickets={report.badRatings} about={rating} />
      {earlier.length > 0 && (
        <Tickets title={texts.lists.openReviews} tickets={{ items: earlier, withheld: 0 }} about={rating} />
      )}
      <Tickets
        title={texts.lists.majors}
        tickets={report.majors}
        about={(ticket) => (
          <>
            <span class="tag">{texts.major[ticket.major ?? 'none']}</span>
            <Unconfirmed ticket={ticket} />
          </>
        )}
      />
      {report.postRegistered.items.length + report.postRegistered.withheld > 0 && (
        <Tickets title={texts.lists.postRegistered} tickets={report.postRegistered} about={registered} />
      )}
      <Faults report={report} />
      <Measures report={report} />
    </div>
  )
}
