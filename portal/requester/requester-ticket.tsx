import type { TicketForRequester } from '../../shared/contract/ticket-view.ts'
import { Instant } from '../parts/instant.tsx'
import { Page } from '../parts/page.tsx'
import { serviceName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'
import { AttachmentList } from '../ticket/attachments.tsx'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { AnswerForm } from './answer-form.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { Conversation } from './conversation.tsx'
import { Returned } from './insist-form.tsx'
import { concernOf, plainState } from './plain-state.ts'
import { Progress } from './progress.tsx'
import { Promises } from './promises.tsx'
import { ProposalForm } from './proposal-form.tsx'
import { requesterTexts } from './texts.ts'

type Props = { readonly open: OpenTicket; readonly ticket: TicketForRequester }

const Standing = ({ ticket }: { readonly ticket: TicketForRequester }) => {
  const { now, next } = plainState(ticket)
  const concern = concernOf({ state: ticket.state, waitingFor: ticket.waiting?.code ?? null })
  return (
    <section class="card standing stack" data-concern={concern} aria-label={requesterTexts.value.state.label}>
      <div>
        <p class="now">{now}</p>
        <p>{next}</p>
      </div>
      <Progress ticket={ticket} />
      {concern !== 'finished' && <Promises ticket={ticket} />}
    </section>
  )
}

const Question = ({ open, question }: { readonly open: OpenTicket; readonly question: string }) => (
  <section class="card asks stack" aria-labelledby="asks">
    <h2 id="asks">{requesterTexts.value.ticket.question}</h2>
    <p class="said">{question}</p>
    <AnswerForm open={open} question={question} />
  </section>
)

const Details = ({ ticket }: { readonly ticket: TicketForRequester }) => {
  const { ticket: texts } = requesterTexts.value
  const { contact, service, relatedTo, attachments } = ticket
  const reach = [contact?.name, contact?.phone].filter(Boolean).join(', ')
  return (
    <section class="stack tight" aria-labelledby="details">
      <h2 id="details">{texts.details}</h2>
      <dl class="facts">
        <dt>{t.value.words.number}</dt>
        <dd class="number">{ticket.number}</dd>
        <dt>{texts.reported}</dt>
        <dd>
          <Instant at={ticket.recordedAt} />
        </dd>
        {service !== null && <dt>{texts.service}</dt>}
        {service !== null && <dd>{serviceName(service)}</dd>}
        {contact?.place && <dt>{texts.place}</dt>}
        {contact?.place && <dd dir="auto">{contact.place}</dd>}
        {reach !== '' && <dt>{texts.contact}</dt>}
        {reach !== '' && <dd dir="auto">{reach}</dd>}
        {relatedTo !== null && <dt>{texts.continues}</dt>}
        {relatedTo !== null && (
          <dd>
            <a href={`/tickets/${relatedTo}`}>{relatedTo}</a>
          </dd>
        )}
      </dl>
      {attachments.length > 0 && <h3>{texts.attachments}</h3>}
      <AttachmentList number={ticket.number} attachments={attachments} />
    </section>
  )
}

const Writing = ({ open, ticket }: Props) => {
  const texts = requesterTexts.value.ticket
  if (ticket.allowedActs.includes('comment')) return <AnswerForm open={open} question={null} />
  const hasEnded = concernOf({ state: ticket.state, waitingFor: null }) === 'finished'
  return (
    <p class="muted not-printed">
      {hasEnded ? texts.closedHint : texts.others} {hasEnded && <a href="/report">{texts.reportAgain}</a>}
    </p>
  )
}

/** A ticket as whoever asked for it reads it (ROL-3): where it stands, what we promised, what we need, what was said. */
export const RequesterTicket = ({ open, ticket }: Props) => {
  const mayWrite = ticket.allowedActs.includes('comment')
  const question = mayWrite ? (ticket.waiting?.question ?? null) : null
  return (
    <div class="requester ticket-read">
      <Page
        title={ticket.title}
        above={
          <p class="over muted number">
            <a href="/requests">{requesterTexts.value.list.title}</a> · {ticket.number}
          </p>
        }
      >
        <div class="stack reading">
          <Standing ticket={ticket} />
          {ticket.allowedActs.includes('confirm') && <ConfirmForm open={open} ticket={ticket} />}
          <Returned open={open} ticket={ticket} />
          {ticket.proposal && ticket.allowedActs.includes('answer-time') && (
            <ProposalForm open={open} proposal={ticket.proposal} />
          )}
          {question !== null && <Question open={open} question={question} />}
          <Conversation open={open} isOwn={ticket.requester.email !== null} />
          {question === null && <Writing open={open} ticket={ticket} />}
          <Details ticket={ticket} />
        </div>
      </Page>
    </div>
  )
}
