import { useSignal } from '@preact/signals'
import { type AnswerOf, call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { nowMs } from '../format/now.ts'
import { Dialog } from '../parts/dialog.tsx'
import { say, sayWrong } from '../shell/toasts.tsx'
import { onCallTexts } from './texts.ts'

type Report = AnswerOf<'importShifts'>

/** So far ahead shifts are taken over from a calendar. */
const AHEAD_MS = 366 * 86_400_000

const Told = ({ title, told }: { readonly title: string; readonly told: Report['unread'] }) =>
  told.length === 0 ? null : (
    <section class="notice soon">
      <strong>{title}</strong>
      <ul>
        {told.slice(0, 20).map(({ what, why }, index) => (
          <li key={index} dir="auto">
            {what} <span class="muted">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  )

type Props = { readonly rota: string; readonly onClose: () => void; readonly onDone: () => void }

/** ONC-1: what a calendar would change is shown before it is changed. */
export const ImportDialog = ({ rota, onClose, onDone }: Props) => {
  const texts = onCallTexts.value
  const calendar = useSignal<string | null>(null)
  const report = useSignal<Report | null>(null)
  const send = async (tryOut: boolean): Promise<void> => {
    const from = new Date(nowMs.value)
    const to = new Date(nowMs.value + AHEAD_MS)
    const body = { calendar: calendar.value ?? '', from: from.toISOString(), to: to.toISOString(), tryOut }
    try {
      const answer = await call('importShifts', { params: { id: rota }, body })
      if (tryOut) report.value = answer
      else {
        say(texts.imported(answer.overrides.length))
        onDone()
        onClose()
      }
    } catch (error) {
      sayWrong(explainFailure(error))
    }
  }
  const { value: found } = report
  return (
    <Dialog title={texts.bringTitle} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void send(found === null)
        }}
      >
        <p class="muted">{texts.bringHint}</p>
        <label class="field">
          <span class="label">{texts.file}</span>
          <input
            type="file"
            accept=".ics,text/calendar"
            required
            onChange={({ currentTarget }) => {
              report.value = null
              void currentTarget.files?.[0]?.text().then((text) => {
                calendar.value = text
              })
            }}
          />
        </label>
        {found && <p role="status">{texts.wouldChange(found.overrides.length)}</p>}
        {found && <Told title={texts.unmatched} told={found.unmatched} />}
        {found && <Told title={texts.unread} told={found.unread} />}
        <div class="row">
          <button
            type="submit"
            class="button primary"
            disabled={calendar.value === null || found?.overrides.length === 0}
          >
            {found === null ? texts.check : texts.doImport}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
