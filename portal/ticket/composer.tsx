import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { AttachField } from '../form/attach-field.tsx'
import { attaching, useAttachments } from '../form/attachments.ts'
import { useFormState } from '../form/form-state.ts'
import { useShortcuts } from '../shell/shortcuts.ts'
import { sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import type { OpenTicket } from './open-ticket.ts'

type Visibility = 'public' | 'internal'

const VISIBILITIES: readonly Visibility[] = ['public', 'internal']

/** Answer or internal note; which one it is can be seen before it is sent, by words and colour. */
export const Composer = ({ open }: { readonly open: OpenTicket }) => {
  const { ticket: texts } = t.value
  const form = useFormState({ text: '', visibility: 'internal' }, `${open.number}.comment`)
  const files = useAttachments(form)
  const field = useRef<HTMLTextAreaElement>(null)
  // one text is one comment, however often it has to be sent
  const key = useRef(crypto.randomUUID())
  const isUnderWay = useSignal(false)
  const visibility: Visibility = form.of('visibility') === 'public' ? 'public' : 'internal'
  useShortcuts({ r: () => field.current?.focus() })
  const sendWith = (ids: readonly string[]) => {
    const text = form.of('text').trim()
    if (text === '' || isUnderWay.value) return
    isUnderWay.value = true
    open
      .does('comment', { text, visibility, ...attaching(ids) }, key.current)
      .then(
        () => {
          key.current = crypto.randomUUID()
          form.clear()
          files.clear()
        },
        (error: unknown) => {
          if (error instanceof Refused) key.current = crypto.randomUUID()
          sayWrong(`${texts.notSent} ${explainFailure(error)}`)
        },
      )
      .finally(() => {
        isUnderWay.value = false
      })
  }
  const send = () => void files.collect(sendWith)
  const isSending = isUnderWay.value || files.isCollecting.value
  const hint = visibility === 'public' ? texts.publicHint : texts.internalHint
  return (
    <form
      class="composer not-printed"
      data-visibility={visibility}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <fieldset class="row">
        <legend class="only-read-aloud">{texts.write}</legend>
        {VISIBILITIES.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="visibility"
              checked={visibility === each}
              onChange={() => form.set({ visibility: each })}
            />
            {each === 'public' ? texts.toRequester : texts.internally}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={field}
        aria-label={visibility === 'public' ? texts.toRequester : texts.internally}
        aria-describedby="composer-hint"
        value={form.of('text')}
        maxLength={20_000}
        dir="auto"
        readOnly={isSending}
        onInput={({ currentTarget }) => form.set({ text: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
        }}
      />
      <AttachField attachments={files} isDense />
      <p class="row spread">
        <span id="composer-hint" class="muted">
          {hint}
        </span>
        <button
          type="submit"
          class="button primary"
          title={texts.sendHint}
          disabled={form.of('text').trim() === '' || isSending}
        >
          {visibility === 'public' ? texts.send : texts.note}
        </button>
      </p>
    </form>
  )
}
