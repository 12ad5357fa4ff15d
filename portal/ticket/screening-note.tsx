import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { t } from '../texts/texts.ts'

/** INT-11: why it was returned, that the customer insists, and what came of it. */
export const ScreeningNote = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { screening, insistence, state } = ticket
  const { screening: texts } = t.value.ticket
  if (state !== 'returned' && !insistence) return null
  const returnedAs =
    screening && screening.outcome !== 'accepted' ? t.value.acts.fields.returnedAs[screening.outcome] : null
  const decision = insistence?.decision
  return (
    <div class={insistence && !decision ? 'notice soon' : 'notice'}>
      {returnedAs && (
        <p>
          <strong>{returnedAs}</strong> {screening?.reason}
        </p>
      )}
      {insistence && (
        <p>
          <strong>{texts.insists}</strong> {insistence.text}
        </p>
      )}
      {decision && (
        <p>
          <strong>{(decision.serve ? texts.served : texts.declined)(decision.by)}</strong> {decision.reason}
        </p>
      )}
    </div>
  )
}
