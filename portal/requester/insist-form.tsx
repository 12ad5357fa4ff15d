import type { TicketForRequester } from '../../shared/contract/ticket-view.ts'
import { ProseField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { say } from '../shell/toasts.tsx'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { useSending } from './sending.tsx'
import { requesterTexts } from './texts.ts'

type Props = { readonly open: OpenTicket; readonly ticket: TicketForRequester }

const Form = ({ open }: Pick<Props, 'open'>) => {
  const { returned, ticket } = requesterTexts.value
  const form = useFormState({}, `${open.number}.insist`)
  const sending = useSending(open, 'insist')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const text = form.of('text').trim()
    sending.send(text === '' ? {} : { text }, () => {
      form.clear()
      say(returned.asked)
    })
  }
  return (
    <form class="stack not-printed" onSubmit={submit}>
      {sending.failure}
      <p>{returned.mayInsist}</p>
      <ProseField form={form} name="text" label={returned.why} />
      <div class="buttons">
        <button type="submit" class="button" aria-disabled={sending.isUnderWay}>
          {sending.isUnderWay ? ticket.sending : returned.insist}
        </button>
      </div>
    </form>
  )
}

/** INT-11: why it was returned; whoever needs it all the same says so in one click, and the project manager decides. */
export const Returned = ({ open, ticket }: Props) => {
  const { returned } = requesterTexts.value
  const { screening, insistence, state } = ticket
  if (state !== 'returned' || !screening || screening.outcome === 'accepted') return null
  const decision = insistence?.decision
  return (
    <section class="card stack" aria-labelledby="returned">
      <h2 id="returned">{returned.title}</h2>
      {screening.reason && <p class="said">{screening.reason}</p>}
      {insistence && !decision && <p>{returned.asked}</p>}
      {decision && (
        <div>
          <p>{returned.declined}</p>
          <p class="said">{decision.reason}</p>
        </div>
      )}
      {ticket.allowedActs.includes('insist') && <Form open={open} />}
    </section>
  )
}
