import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { call, urlOfCall } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { ProseField, RadioField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { CsvButton } from '../parts/csv-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { download } from '../parts/download.ts'
import { me } from '../session/session.ts'
import { say, sayWrong } from '../shell/toasts.tsx'
import { language, t } from '../texts/texts.ts'
import { editionInAddress } from './addresses.ts'
import { monthText } from './figure-text.ts'
import { reportTexts } from './texts.ts'

type FormProps = {
  readonly title: string
  readonly hint: string
  readonly children: ComponentChildren
  readonly onClose: () => void
  readonly onSend: () => Promise<void>
}

const ActForm = ({ title, hint, children, onClose, onSend }: FormProps) => {
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
        <p class="muted">{hint}</p>
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

type Props = { readonly month: string; readonly onAsked: () => void }

const Resend = ({ month, onAsked, onClose }: Props & { readonly onClose: () => void }) => {
  const texts = reportTexts.value
  const form = useFormState({ to: 'all' }, null)
  const send = async () => {
    const to = form.of('to') === 'me' && me.value ? [me.value.id] : null
    await call('resendReport', { params: { month }, body: { to } })
    say(texts.resent)
    onAsked()
  }
  return (
    <ActForm title={texts.resend} hint={texts.resendHint} onClose={onClose} onSend={send}>
      <RadioField
        form={form}
        name="to"
        label={texts.to}
        required
        options={[
          { value: 'all', label: texts.toAll },
          { value: 'me', label: texts.toMe },
        ]}
      />
    </ActForm>
  )
}

const Correct = ({ month, onAsked, onClose }: Props & { readonly onClose: () => void }) => {
  const texts = reportTexts.value
  const form = useFormState({ why: '' }, `report.${month}.correct`)
  const send = async () => {
    await call('correctReport', { params: { month }, body: { why: form.of('why') } })
    form.clear()
    say(texts.correcting)
    onAsked()
  }
  return (
    <ActForm title={texts.correct} hint={texts.correctHint} onClose={onClose} onSend={send}>
      <ProseField form={form} name="why" label={texts.why} required max={500} />
    </ActForm>
  )
}

const FORMS = { resend: Resend, correct: Correct } as const

/** REP-3, REP-7: taking the report with one, having it sent again, and having the month counted anew. */
export const ReportActs = ({ month, onAsked, isFrozen }: Props & { readonly isFrozen: boolean }) => {
  const texts = reportTexts.value
  const open = useSignal<keyof typeof FORMS | null>(null)
  const edition = editionInAddress()
  const query = edition === null ? {} : { edition }
  const Form = open.value && FORMS[open.value]
  return (
    <p class="buttons not-printed">
      {isFrozen && (
        <button
          type="button"
          class="button"
          onClick={() =>
            void download(
              urlOfCall('getReportSpreadsheet', { params: { month }, query: { ...query, language: language.value } }),
              `${month}.xlsx`,
            )
          }
        >
          <span aria-hidden="true">↓</span> {texts.spreadsheet}
        </button>
      )}
      <CsvButton
        url={urlOfCall('listReportRows', { params: { month }, query })}
        title={`${texts.rowsCsv} ${monthText(month)}`}
      />
      <button type="button" class="button plain" onClick={() => print()}>
        {texts.print}
      </button>
      {isFrozen &&
        (['resend', 'correct'] as const).map((name) => (
          <button
            key={name}
            type="button"
            class="button plain"
            onClick={() => {
              open.value = name
            }}
          >
            {texts[name]} …
          </button>
        ))}
      {Form && (
        <Form
          month={month}
          onAsked={onAsked}
          onClose={() => {
            open.value = null
          }}
        />
      )}
    </p>
  )
}
