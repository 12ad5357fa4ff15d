import { useSignal } from '@preact/signals'
import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { param, withParams } from '../place/location.ts'
import type { Params } from '../place/places.ts'
import { sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { actOn } from './do-major.ts'
import { Markdown } from './markdown.tsx'
import { ReportEditor } from './report-editor.tsx'
import { ReportMark } from './report-part.tsx'
import { reportTexts } from './report-texts.ts'

type Read = { readonly procedure: ProcedureView; readonly requester: string; readonly again: () => void }

const Send = ({ procedure, requester, again }: Read) => {
  const texts = reportTexts.value
  const isAsked = useSignal(false)
  const close = () => {
    isAsked.value = false
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    close()
    actOn(procedure, 'send-report', {})
      .catch((error: unknown) => sayWrong(explainFailure(error)))
      .finally(again)
  }
  return (
    <>
      <button
        type="button"
        class="button primary"
        onClick={() => {
          isAsked.value = true
        }}
      >
        {texts.send}
      </button>
      {isAsked.value && (
        <Dialog title={texts.send} onClose={close}>
          <form onSubmit={send}>
            <p>{texts.sendTo(requester)}</p>
            <footer>
              <button type="button" class="button" onClick={close}>
                {t.value.shell.cancel}
              </button>
              <button type="submit" class="button primary">
                {texts.send}
              </button>
            </footer>
          </form>
        </Dialog>
      )}
    </>
  )
}

const Buttons = (read: Read) => {
  const texts = reportTexts.value
  const { procedure, again } = read
  const { report, allowedActs } = procedure
  const approve = () =>
    void actOn(procedure, 'approve-report', {})
      .catch((error: unknown) => sayWrong(explainFailure(error)))
      .finally(again)
  return (
    <div class="row not-printed">
      {report && allowedActs.includes('approve-report') && (
        <button type="button" class="button primary" onClick={approve}>
          {texts.approve(report.version)}
        </button>
      )}
      {allowedActs.includes('send-report') && <Send {...read} />}
      {allowedActs.includes('write-report') && (
        <a class="button" href={withParams({ edit: 'yes' })}>
          {report ? texts.edit : texts.write}
        </a>
      )}
      {report && (
        <button type="button" class="button" onClick={() => print()}>
          {texts.print}
        </button>
      )}
    </div>
  )
}

const Signed = ({ report }: { readonly report: NonNullable<ProcedureView['report']> }) => {
  const texts = reportTexts.value
  const { writtenBy, writtenAt, approved, sentAt } = report
  return (
    <p class="row muted not-printed">
      <span>
        {texts.written(writtenBy)} <Instant at={writtenAt} />
      </span>
      {approved && (
        <span>
          · {texts.approved(approved.by)} <Instant at={approved.at} />
        </span>
      )}
      {sentAt && (
        <span>
          · {texts.sent} <Instant at={sentAt} />
        </span>
      )}
    </p>
  )
}

const Shown = ({ procedure: { report } }: Read) => {
  const texts = reportTexts.value
  if (report === null) {
    return (
      <Empty title={texts.nothingYet}>
        <p>{texts.nothingYetHint}</p>
      </Empty>
    )
  }
  return (
    <div class="stack">
      <Signed report={report} />
      <article class="card analysis" aria-label={t.value.major.report}>
        <Markdown text={report.text} />
      </article>
    </div>
  )
}

const Back = ({ number, report }: ProcedureView) => (
  <p class="row marks">
    <a href={`/tickets/${encodeURIComponent(number)}`}>‹ {reportTexts.value.back(number)}</a>
    <ReportMark report={report} />
  </p>
)

/** MAJ-6: the analysis report of a major incident, as it is read, edited, approved, sent and printed. */
export const ReportPage = ({ params: { number = '' } }: { readonly params: Params }) => {
  const { value, error, again } = useLoaded(`report ${number}`, async (signal) => {
    const [procedure, { requester }] = await Promise.all([
      call('getProcedure', { params: { number }, signal }),
      call('getTicket', { params: { number }, signal }),
    ])
    return { procedure, requester: requester.name }
  })
  const read = value.value && { ...value.value, again }
  const isEdited = param('edit') !== null && read?.procedure.allowedActs.includes('write-report') === true
  return (
    <div class="analysis-page">
      <Page
        title={t.value.major.report}
        above={read && <Back {...read.procedure} />}
        beside={read && !isEdited && <Buttons {...read} />}
      >
        {!read && error.value !== null && <FailureNote error={error.value} onAgain={again} />}
        {!read && error.value === null && (
          <p class="muted" aria-busy="true">
            {t.value.shell.loading}
          </p>
        )}
        {read && (isEdited ? <ReportEditor procedure={read.procedure} again={again} /> : <Shown {...read} />)}
      </Page>
    </div>
  )
}
