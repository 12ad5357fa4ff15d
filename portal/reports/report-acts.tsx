import { useSignal } from '@preact/signals'
import { call, urlOfCall } from '../api/call.ts'
import { ProseField, RadioField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { monthText } from '../format/day.ts'
import { CsvButton } from '../parts/csv-button.tsx'
import { download } from '../parts/download.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { me } from '../session/session.ts'
import { say } from '../shell/toasts.tsx'
import { language } from '../texts/texts.ts'
import { editionInAddress } from './addresses.ts'
import { reportTexts } from './texts.ts'

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
    <FormDialog title={texts.resend} hint={texts.resendHint} onClose={onClose} onSend={send}>
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
    </FormDialog>
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
    <FormDialog title={texts.correct} hint={texts.correctHint} onClose={onClose} onSend={send}>
      <ProseField form={form} name="why" label={texts.why} required max={500} />
    </FormDialog>
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
