import type { TicketForRequester } from '../../../shared/contract/ticket-view.ts'
import { manyLines, oneLine } from '../../../shared/domain/notice/rendering/safe-text.ts'
import { formFor, type Sending } from './forms.ts'
import { type Html, html } from './html.ts'
import type { PageTexts } from './page-texts.ts'

type Proposal = NonNullable<TicketForRequester['proposal']>

const whyOf = ({ cause, by, reason }: Proposal, { later }: PageTexts): Html => {
  const why = cause === 'person' ? later.because(oneLine(by ?? '')) : later.causes[cause]
  return html`<p>${why}</p>${reason === null ? null : html`<p class="words" dir="auto">${manyLines(reason)}</p>`}`
}

const agreeForm = ({ round }: Proposal, { later }: PageTexts, sending: Sending): Html =>
  html`<div id="agree">${formFor(
    'agree',
    sending,
    html`<input type="hidden" name="proposal" value="${round}"><button>${later.agree}</button>`,
  )}</div>`

const objectForm = ({ round }: Proposal, { later }: PageTexts, sending: Sending): Html =>
  html`<div id="object">${formFor(
    'object',
    sending,
    html`<input type="hidden" name="proposal" value="${round}">
<label for="objection">${later.objection}</label>
<textarea id="objection" name="text" maxlength="2000"></textarea>
<button class="quiet">${later.object}</button>`,
  )}</div>`

/** SLA-5: the later time proposed, why, and one click for either answer; whoever has answered may think again. */
export const proposalCard = (
  { proposal, allowedActs }: TicketForRequester,
  when: (at: string) => Html,
  texts: PageTexts,
  sending: Sending,
): Html | null => {
  if (!proposal || !allowedActs.includes('answer-time')) return null
  const { outcome, restoreBy } = proposal
  const answered = outcome === 'agreed' || outcome === 'objected' ? texts.later.answered[outcome] : null
  return html`<section class="card">
<h2>${texts.later.title}</h2>
<p><strong>${when(restoreBy)}</strong></p>
${whyOf(proposal, texts)}
${answered && html`<p class="muted">${answered}</p>`}
${outcome === 'agreed' ? null : agreeForm(proposal, texts, sending)}
${outcome === 'objected' ? null : objectForm(proposal, texts, sending)}
</section>`
}
