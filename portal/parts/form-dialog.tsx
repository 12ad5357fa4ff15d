import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { explainFailure } from '../api/explain-failure.ts'
import { sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { Dialog } from './dialog.tsx'

type Props = {
  readonly title: string
  readonly hint?: string
  readonly children: ComponentChildren
  readonly onClose: () => void
  /** What is refused is said, and the form stays. */
  readonly onSend: () => Promise<void>
}

/** A small form in a dialog that closes when the desk has taken it. */
export const FormDialog = ({ title, hint, children, onClose, onSend }: Props) => {
  const isSending = useSignal(false)
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isSending.value) return
    isSending.value = true
    try {
      await onSend()
      onClose()
    } catch (error) {
      sayWrong(explainFailure(error))
    } finally {
      isSending.value = false
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void send(event)}>
        {hint !== undefined && <p class="muted">{hint}</p>}
        {children}
        <footer>
          <button type="button" class="button" onClick={onClose}>
            {t.value.shell.cancel}
          </button>
          <button type="submit" class="button primary" disabled={isSending.value}>
            {title}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
