import { useSignal } from '@preact/signals'
import type { TicketForRequester } from '../../shared/contract/ticket-view.ts'
import { ProseField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { Instant } from '../parts/instant.tsx'
import { say } from '../shell/toasts.tsx'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { useSending } from './sending.tsx'
import { requesterTexts } from './texts.ts'

type Proposal = NonNullable<TicketForRequester['proposal']>
type Props = { readonly open: OpenTicket; readonly proposal: Proposal }

const Why = ({ proposal: { cause, by, reason } }: { readonly proposal: Proposal }) => {
  const { later } = requesterTexts.value
  return (
    <div>
      <p>{cause === 'person' ? later.because(by ?? '') : later.causes[cause]}</p>
      {reason !== null && <p class="said">{reason}</p>}
    </div>
  )
}

/** SLA-5: one click agrees or objects; the words to go with an objection are up to them, and a mind may be changed. */
export const ProposalForm = ({ open, proposal }: Props) => {
  const { later, ticket } = requesterTexts.value
  const form = useFormState({}, `${open.number}.answer-time.${proposal.round}`)
  const sending = useSending(open, 'answer-time')
  const isObjecting = useSignal(false)
  const answer = (agreed: boolean) => {
    const text = agreed ? '' : form.of('text').trim()
    sending.send({ proposal: proposal.round, agreed, ...(text !== '' && { text }) }, () => {
      form.clear()
      isObjecting.value = false
      say(agreed ? later.thanks : later.told)
    })
  }
  const { outcome } = proposal
  const answered = outcome === 'agreed' || outcome === 'objected' ? later.answered[outcome] : null
  return (
    <section class={`card stack not-printed ${answered === null ? 'asks' : ''}`} aria-labelledby="later">
      <h2 id="later" tabIndex={-1}>
        {later.title}
      </h2>
      <p>
        {later.newTime}{' '}
        <strong>
          <Instant at={proposal.restoreBy} />
        </strong>
      </p>
      <Why proposal={proposal} />
      {answered !== null && <p class="muted">{answered}</p>}
      {sending.failure}
      {outcome !== 'objected' && (
        <details
          open={isObjecting.value}
          onToggle={({ currentTarget }) => {
            isObjecting.value = currentTarget.open
          }}
        >
          <summary>{later.sayWhy}</summary>
          <ProseField form={form} name="text" label={later.objection} />
        </details>
      )}
      <div class="buttons">
        {outcome !== 'agreed' && (
          <button type="button" class="button primary" aria-disabled={sending.isUnderWay} onClick={() => answer(true)}>
            {sending.isUnderWay ? ticket.sending : later.agree}
          </button>
        )}
        {outcome !== 'objected' && (
          <button type="button" class="button" aria-disabled={sending.isUnderWay} onClick={() => answer(false)}>
            {later.object}
          </button>
        )}
      </div>
    </section>
  )
}
