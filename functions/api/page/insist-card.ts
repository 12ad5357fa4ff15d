import type { TicketForRequester } from '../../../shared/contract/ticket-view.ts'
import { manyLines } from '../../../shared/domain/notice/rendering/safe-text.ts'
import { formFor, type Sending } from './forms.ts'
import { type Html, html } from './html.ts'
import type { PageTexts } from './page-texts.ts'

const insistForm = ({ returned }: PageTexts, sending: Sending): Html =>
  formFor(
    'insist',
    sending,
    html`<label for="why">${returned.why}</label>
<textarea id="why" name="text" maxlength="2000"></textarea>
<button class="quiet">${returned.insist}</button>`,
  )

const standing = ({ insistence }: TicketForRequester, { returned }: PageTexts): Html | null =>
  insistence && html`<p class="muted">${insistence.decision ? returned.declined : returned.asked}</p>`

/** INT-11: why it was returned, and one click for whoever needs it all the same. */
export const insistCard = (ticket: TicketForRequester, texts: PageTexts, sending: Sending): Html | null => {
  const { state, screening, allowedActs } = ticket
  if (state !== 'returned' || !screening || screening.outcome === 'accepted') return null
  return html`<section class="card" id="insist">
<h2>${texts.returned.as[screening.outcome]}</h2>
${screening.reason && html`<p class="words" dir="auto">${manyLines(screening.reason)}</p>`}
${standing(ticket, texts)}
${allowedActs.includes('insist') ? insistForm(texts, sending) : null}
</section>`
}
