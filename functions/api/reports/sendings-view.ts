import { dueAt } from '../../../shared/application/report-due.ts'
import { recipientsOf } from '../../../shared/application/report-recipients.ts'
import type { SendingsView } from '../../../shared/contract/report-view.ts'
import type { Month } from '../../../shared/domain/report/month.ts'
import type { Report, Sending } from '../../../shared/domain/report/report.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'

/** Whoever has left keeps the id. */
const nameIn = ({ staff }: Desk, id: string): string => staff.get(id)?.name ?? id

const sendingView = (sending: Sending, desk: Desk): SendingsView['items'][number] => {
  const { edition, askedAt, askedBy, doneAt, sentTo, refusedBy } = sending
  const had = new Set([...sentTo, ...refusedBy])
  const waiting = doneAt === null ? recipientsOf(desk, sending).filter(({ id }) => !had.has(id)) : []
  return {
    ...{ edition, askedAt, doneAt },
    askedBy: askedBy?.name ?? null,
    sentTo: sentTo.map((id) => nameIn(desk, id)),
    refusedBy: refusedBy.map((id) => nameIn(desk, id)),
    waiting: waiting.map(({ name }) => name),
  }
}

/** REP-3: to whom it went, and to whom it will go. */
export const sendingsView = (month: Month, report: Report | null, desk: Desk): SendingsView => ({
  dueAt: report ? null : dueAt(desk, month),
  recipients: recipientsOf(desk, { to: null }).map(({ name }) => name),
  items: (report?.sendings ?? []).toReversed().map((sending) => sendingView(sending, desk)),
})
