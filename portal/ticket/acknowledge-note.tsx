import { useSignal } from '@preact/signals'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { type AnswerOf, call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { nowMs } from '../format/now.ts'
import { shortTime } from '../format/time.ts'
import { useLoaded } from '../parts/use-loaded.ts'
import { say, sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import type { OpenTicket } from './open-ticket.ts'

type Props = { readonly open: OpenTicket; readonly ticket: TicketForStaff }
type Notices = AnswerOf<'listNotices'>['items']

const MOST = 100

const read = async (number: string, signal: AbortSignal): Promise<Notices> => {
  const { items } = await call('listNotices', { query: { view: 'mine', limit: MOST }, signal, inBackground: true })
  return items.filter(({ ticket }) => ticket === number)
}

/** NOT-3: one has been told of this ticket and not said so yet; the one button here ends the repeating. */
export const AcknowledgeNote = ({ open, ticket: { number, version } }: Props) => {
  const { acknowledging } = t.value.ticket
  const { value, again } = useLoaded(`${number}#${version}`, (signal) => read(number, signal))
  const isSaving = useSignal(false)
  const waiting = value.value ?? []
  const [first] = waiting
  if (!first) return null
  const acknowledge = async () => {
    isSaving.value = true
    try {
      for (const { id } of waiting) await call('acknowledgeNotice', { params: { id } })
      say(acknowledging.done)
      await open.load()
    } catch (error) {
      sayWrong(explainFailure(error))
    } finally {
      isSaving.value = false
      again()
    }
  }
  return (
    <div class="notice soon not-printed">
      <p class="row">
        <strong>{acknowledging.asked}</strong>
        <span class="muted">{acknowledging.since(shortTime(first.plannedAt, nowMs.value))}</span>
        {waiting.length > 1 && <span class="tag soon">{waiting.length}</span>}
        <button type="button" class="button" disabled={isSaving.value} onClick={() => void acknowledge()}>
          {acknowledging.act}
        </button>
      </p>
    </div>
  )
}
