import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { type FormState, useFormState } from '../form/form-state.ts'
import { go, withParams } from '../place/location.ts'
import { say, sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { actOn } from './do-major.ts'
import { MajorFailure } from './major-dialog.tsx'
import { Markdown } from './markdown.tsx'
import { reportTexts } from './report-texts.ts'

const LONGEST_REPORT = 20_000

const leave = (): void => go(withParams({ edit: null }), 'replace')

const draftAnew = async (number: string, form: FormState): Promise<void> => {
  const before = form.of('text')
  try {
    const { text } = await call('draftReport', { params: { number } })
    form.set({ text })
    say(reportTexts.value.drafted, () => form.set({ text: before }))
  } catch (error) {
    sayWrong(explainFailure(error))
  }
}

type TheirsProps = {
  readonly report: NonNullable<ProcedureView['report']>
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
}

/** LIF-9: somebody has saved a version since this one was begun. */
const Theirs = ({ report: { version, writtenBy }, isShown, onShow }: TheirsProps) => {
  const texts = reportTexts.value
  return (
    <p class="notice soon row spread" role="status">
      <span>{texts.newer(version, writtenBy)}</span>
      <button type="button" class="button" aria-pressed={isShown} onClick={() => onShow(!isShown)}>
        {isShown ? texts.showMine : texts.showTheirs}
      </button>
    </p>
  )
}

const Writing = ({ form }: { readonly form: FormState }) => {
  const texts = reportTexts.value
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{texts.text}</label>
      <textarea
        id={id}
        name="text"
        dir="auto"
        required
        maxLength={LONGEST_REPORT}
        aria-describedby={`${id}-hint`}
        value={form.of('text')}
        onInput={({ currentTarget }) => form.set({ text: currentTarget.value })}
      />
      <span id={`${id}-hint`} class="hint">
        {texts.hint}
      </span>
    </div>
  )
}

type Props = { readonly procedure: ProcedureView; readonly again: () => void }

/** What is typed, and beside it how it will be read; kept on this machine until the desk has it. */
export const ReportEditor = ({ procedure, again }: Props) => {
  const texts = reportTexts.value
  const { number, report } = procedure
  const form = useFormState({ text: report?.text ?? '' }, `${number}.report`)
  const begunAt = useSignal(report?.version ?? 0)
  const showsTheirs = useSignal(false)
  const isBusy = useSignal(false)
  const error = useSignal<unknown>(null)
  const isNewer = report !== null && report.version > begunAt.value
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy.value) return
    isBusy.value = true
    actOn(procedure, 'write-report', form.values)
      .then(
        () => {
          form.clear()
          leave()
        },
        (reason: unknown) => {
          error.value = reason
          isBusy.value = false
        },
      )
      .finally(again)
  }
  return (
    <form
      class="analysis-editor stack"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      <MajorFailure error={error.value} />
      {report?.approved && <p class="notice">{texts.approvedAnew}</p>}
      {isNewer && (
        <Theirs
          report={report}
          isShown={showsTheirs.value}
          onShow={(isShown) => {
            showsTheirs.value = isShown
          }}
        />
      )}
      <div class="side-by-side">
        <Writing form={form} />
        <section class="field" aria-label={texts.preview}>
          <span class="label">{texts.preview}</span>
          <div class="card analysis">
            <Markdown text={showsTheirs.value ? (report?.text ?? '') : form.of('text')} />
          </div>
        </section>
      </div>
      <footer class="row">
        <button type="submit" class="button primary" title={t.value.ticket.sendHint} disabled={isBusy.value}>
          {texts.save}
        </button>
        <button type="button" class="button" onClick={leave}>
          {t.value.shell.cancel}
        </button>
        <button type="button" class="button" onClick={() => void draftAnew(number, form)}>
          {texts.draftAnew}
        </button>
      </footer>
    </form>
  )
}
