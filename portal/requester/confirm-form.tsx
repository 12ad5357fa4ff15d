import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { TicketForRequester } from '../../shared/contract/ticket-view.ts'
import { ProseField } from '../form/fields.tsx'
import { useFormState, type Values } from '../form/form-state.ts'
import { say } from '../shell/toasts.tsx'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { RatingField } from './rating-field.tsx'
import { useSending } from './sending.tsx'
import { requesterTexts } from './texts.ts'

type Props = { readonly open: OpenTicket; readonly ticket: TicketForRequester }

const confirmation = ({ score, comment = '' }: Values): Readonly<Record<string, unknown>> =>
  score ? { satisfaction: { score: Number(score), comment: comment.trim() || null } } : {}

const RejectForm = ({ open, onBack }: { readonly open: OpenTicket; readonly onBack: () => void }) => {
  const { ticket } = requesterTexts.value
  const form = useFormState({}, `${open.number}.reject`)
  const sending = useSending(open, 'reject')
  const around = useRef<HTMLFormElement>(null)
  useEffect(() => around.current?.querySelector('textarea')?.focus(), [])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    sending.send({ reason: form.of('reason') }, () => {
      form.clear()
      say(ticket.rejected)
    })
  }
  return (
    <form class="stack" ref={around} onSubmit={submit}>
      {sending.failure}
      <ProseField form={form} name="reason" label={ticket.rejectWhy} hint={ticket.rejectHint} required />
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled={sending.isUnderWay}>
          {sending.isUnderWay ? ticket.sending : ticket.reject}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {ticket.back}
        </button>
      </div>
    </form>
  )
}

type WorksProps = Props & { readonly onReject: (() => void) | null }

const WorksForm = ({ open, ticket: { confirmedAt }, onReject }: WorksProps) => {
  const { ticket } = requesterTexts.value
  const form = useFormState({}, `${open.number}.confirm`)
  const sending = useSending(open, 'confirm')
  const isOnlyRating = confirmedAt !== null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    sending.send(confirmation(form.values), () => {
      form.clear()
      say(isOnlyRating ? ticket.thanksRating : ticket.thanks)
    })
  }
  return (
    <form class="stack" onSubmit={submit}>
      {sending.failure}
      <RatingField form={form} required={isOnlyRating} />
      {form.of('score') !== '' && <ProseField form={form} name="comment" label={ticket.ratingComment} max={5_000} />}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled={sending.isUnderWay}>
          {isOnlyRating ? ticket.rate : ticket.works}
        </button>
        {onReject && (
          <button type="button" class="button" onClick={onReject}>
            {ticket.worksNot}
          </button>
        )}
      </div>
    </form>
  )
}

/** CLO-2, CLO-6: does it work, and how was it; or what is still wrong. */
export const ConfirmForm = ({ open, ticket }: Props) => {
  const texts = requesterTexts.value.ticket
  const isRejecting = useSignal(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const mayReject = ticket.allowedActs.includes('reject') && ticket.confirmedAt === null
  return (
    <section class="card asks stack not-printed" aria-labelledby="asks">
      <h2 id="asks" ref={heading} tabIndex={-1}>
        {ticket.confirmedAt === null ? texts.worksTitle : texts.rateTitle}
      </h2>
      {ticket.resolution && ticket.confirmedAt === null && (
        <div>
          <h3>{texts.solution}</h3>
          <p class="said">{ticket.resolution.solution}</p>
        </div>
      )}
      {isRejecting.value && mayReject ? (
        <RejectForm
          open={open}
          onBack={() => {
            isRejecting.value = false
            heading.current?.focus()
          }}
        />
      ) : (
        <WorksForm
          open={open}
          ticket={ticket}
          onReject={
            mayReject
              ? () => {
                  isRejecting.value = true
                }
              : null
          }
        />
      )}
    </section>
  )
}
