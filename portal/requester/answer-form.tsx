import { ProseField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { say } from '../shell/toasts.tsx'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { useSending } from './sending.tsx'
import { requesterTexts } from './texts.ts'

const LONGEST = 20_000

type AnswerProps = {
  readonly open: OpenTicket
  /** What the desk has asked; null when nothing was asked. */
  readonly question: string | null
}

export const AnswerForm = ({ open, question }: AnswerProps) => {
  const { ticket } = requesterTexts.value
  const form = useFormState({}, `${open.number}.comment`)
  const sending = useSending(open, 'comment')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    sending.send({ text: form.of('text') }, () => {
      form.clear()
      say(ticket.sent)
    })
  }
  return (
    <form class="stack tight not-printed" onSubmit={submit}>
      {sending.failure}
      <ProseField
        form={form}
        name="text"
        label={question === null ? ticket.write : ticket.answer}
        hint={question === null ? ticket.writeHint : undefined}
        max={LONGEST}
        required
      />
      <div class="buttons">
        <button type="submit" class={`button ${question === null ? '' : 'primary'}`} aria-disabled={sending.isUnderWay}>
          {sending.isUnderWay ? ticket.sending : ticket.send}
        </button>
      </div>
    </form>
  )
}
