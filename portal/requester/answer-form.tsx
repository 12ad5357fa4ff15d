import { AttachField } from '../form/attach-field.tsx'
import { attaching, useAttachments } from '../form/attachments.ts'
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
  const files = useAttachments(form)
  const sending = useSending(open, 'comment')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void files.collect((ids) =>
      sending.send({ text: form.of('text'), ...attaching(ids) }, () => {
        form.clear()
        files.clear()
        say(ticket.sent)
      }),
    )
  }
  const isUnderWay = sending.isUnderWay || files.isCollecting.value
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
      <AttachField attachments={files} />
      <div class="buttons">
        <button type="submit" class={`button ${question === null ? '' : 'primary'}`} aria-disabled={isUnderWay}>
          {isUnderWay ? ticket.sending : ticket.send}
        </button>
      </div>
    </form>
  )
}
