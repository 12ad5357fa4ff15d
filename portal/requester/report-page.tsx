import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { AttachField } from '../form/attach-field.tsx'
import { attaching, useAttachments } from '../form/attachments.ts'
import { useFormState } from '../form/form-state.ts'
import { Page } from '../parts/page.tsx'
import { go, param, withParams } from '../place/location.ts'
import { say } from '../shell/toasts.tsx'
import { ReportFields } from './report-fields.tsx'
import { attemptOf, declarationOf, type ReportKind, type Sent } from './report-form.ts'
import { requesterTexts } from './texts.ts'

const KINDS: readonly ReportKind[] = ['incident', 'service-request']

const kindInAddress = (): ReportKind => KINDS.find((kind) => kind === param('kind')) ?? 'incident'

const KindTabs = ({ kind }: { readonly kind: ReportKind }) => {
  const { report } = requesterTexts.value
  return (
    <nav class="kinds" aria-label={report.kind}>
      {KINDS.map((each) => (
        <a
          key={each}
          href={withParams({ kind: each === 'incident' ? null : each })}
          aria-current={each === kind ? 'true' : undefined}
        >
          {report.kinds[each]}
        </a>
      ))}
    </nav>
  )
}

const Form = ({ kind }: { readonly kind: ReportKind }) => {
  const { report } = requesterTexts.value
  const form = useFormState({}, 'report')
  const files = useAttachments(form)
  const sent = useRef<Sent | null>(null)
  const isSending = useSignal(false)
  const error = useSignal<unknown>(null)
  const send = async (ids: readonly string[]): Promise<void> => {
    if (isSending.value) return
    const body = { ...declarationOf(kind, form.values), ...attaching(ids) }
    sent.current = attemptOf(sent.current, body)
    isSending.value = true
    error.value = null
    try {
      const { number } = await call('openTicket', { body, key: sent.current.key })
      form.clear()
      say(report.sent(number))
      go(`/tickets/${number}`)
    } catch (reason) {
      error.value = reason
    } finally {
      isSending.value = false
    }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void files.collect((ids) => void send(ids))
  }
  const clear = () => {
    const before = form.values
    form.clear()
    files.clear()
    say(report.cleared, () => form.set(before))
  }
  const isUnderWay = isSending.value || files.isCollecting.value
  return (
    <form class="card stack" onSubmit={submit}>
      <ReportFields form={form} kind={kind} />
      <AttachField attachments={files} />
      {error.value !== null && (
        <p class="notice wrong" role="alert">
          {explainFailure(error.value)}
        </p>
      )}
      <p class="muted">{report.afterwards}</p>
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled={isUnderWay}>
          {isUnderWay ? report.sending : report.send[kind]}
        </button>
        {Object.values(form.values).some((value) => value !== '') && (
          <button type="button" class="button plain" title={report.kept} onClick={clear}>
            {report.clear}
          </button>
        )}
      </div>
    </form>
  )
}

/** INT-1: report a fault or ask for a service in under a minute. What is typed survives leaving the page. */
export const ReportPage = () => {
  const kind = kindInAddress()
  return (
    <div class="requester">
      <Page title={requesterTexts.value.report.title[kind]}>
        <div class="stack reading">
          <KindTabs kind={kind} />
          <Form kind={kind} />
        </div>
      </Page>
    </div>
  )
}
