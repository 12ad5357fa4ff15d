import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { LongText } from '../parts/long-text.tsx'
import { codeName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'

const ratingText = (satisfaction: NonNullable<TicketForStaff['satisfaction']>): string =>
  'score' in satisfaction
    ? [t.value.timeline.rated(satisfaction.score), satisfaction.comment].filter(Boolean).join(' – ')
    : codeName('notObtainedCodes', satisfaction.notObtained)

/** LIF-4, LIF-11: cause, workaround and solution as fields, once there are any. */
export const Findings = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { acts, ticket: texts, words } = t.value
  const { resolution, satisfaction } = ticket
  const found: readonly (readonly [string, string | null | undefined])[] = [
    [acts.fields.outcome, resolution && words.outcomes[resolution.outcome]],
    [acts.fields.solution, resolution?.solution ?? ticket.solution],
    [acts.fields.workaround, ticket.workaround],
    [acts.fields.cause, resolution?.cause ?? ticket.cause],
    [acts.fields.leftToFindOut, resolution?.leftToFindOut],
    [acts.fields.closeCode, ticket.closeCode && codeName('closeCodes', ticket.closeCode)],
    [texts.satisfaction, satisfaction && ratingText(satisfaction)],
  ]
  const shown = found.filter(([, text]) => text)
  if (shown.length === 0) return null
  return (
    <section class="card stack tight">
      <h2>{resolution ? texts.resolution : texts.findings}</h2>
      <dl class="facts">
        {shown.map(([label, text]) => (
          <>
            <dt>{label}</dt>
            <dd>{text && <LongText text={text} />}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}
