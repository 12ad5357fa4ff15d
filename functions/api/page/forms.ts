import type { TicketForRequester } from '../../../shared/contract/ticket-view.ts'
import { manyLines } from '../../../shared/domain/notice/rendering/safe-text.ts'
import { type Html, html } from './html.ts'
import type { LinkActName, PageTexts } from './page-texts.ts'

/** Where a form goes, and the key by which sending it twice is recognised. */
export type Sending = { readonly action: string; readonly key: string }

/** A form of the page; it says which act of the link it is. */
export const formFor = (act: LinkActName, { action, key }: Sending, fields: Html): Html =>
  html`<form method="post" action="${action}">
<input type="hidden" name="act" value="${act}">
<input type="hidden" name="key" value="${act}-${key}">
${fields}
</form>`

const SCORES = [1, 2, 3, 4, 5] as const

const solutionOf = ({ resolution }: TicketForRequester): Html | null =>
  resolution && html`<p class="words" dir="auto">${manyLines(resolution.solution)}</p>`

/** CLO-3, MAJ-7: a major incident never closes by silence. */
const confirmForm = (texts: PageTexts, sending: Sending, ticket: TicketForRequester): Html =>
  html`<section class="card" id="confirm">
<h2>${texts.confirmTitle}</h2>
${solutionOf(ticket)}
${ticket.flags.major ? null : html`<p class="muted">${texts.confirmHint}</p>`}
${formFor(
  'confirm',
  sending,
  html`<fieldset><legend>${texts.rating}</legend><div class="scores">
${SCORES.map((score) => html`<label><input type="radio" name="score" value="${score}"> ${texts.scores[score]}</label>`)}
</div></fieldset>
<label for="rating-comment">${texts.ratingComment}</label>
<textarea id="rating-comment" name="comment" maxlength="5000"></textarea>
<button>${texts.confirm}</button>`,
)}
</section>`

const rejectForm = (texts: PageTexts, sending: Sending): Html =>
  html`<section class="card" id="reject">
<h2>${texts.rejectTitle}</h2>
${formFor(
  'reject',
  sending,
  html`<label for="reason">${texts.rejectReason}</label>
<textarea id="reason" name="reason" maxlength="2000" required></textarea>
<button class="quiet">${texts.reject}</button>`,
)}
</section>`

/** INT-15: hidden until portal/link takes it over; without a script, files go by mail. */
const fileField = ({ files }: PageTexts): Html =>
  html`<div class="attach" hidden>
<label for="files">${files.choose}</label>
<input type="file" id="files" multiple aria-describedby="files-hint">
<p class="muted" id="files-hint">${files.hint}</p>
<ul></ul>
<p role="status"></p>
</div>
<p class="muted by-mail">${files.byMail}</p>`

const commentForm = (texts: PageTexts, sending: Sending): Html =>
  html`<section class="card" id="comment">
${formFor(
  'comment',
  sending,
  html`<label for="text">${texts.write}</label>
<textarea id="text" name="text" maxlength="20000" required></textarea>
${fileField(texts)}
<button class="quiet">${texts.send}</button>`,
)}
</section>`

const FORMS = {
  confirm: confirmForm,
  reject: rejectForm,
  comment: commentForm,
} as const

/** The forms for what the requester may do now, the most asked for first. */
export const formsFor = (ticket: TicketForRequester, texts: PageTexts, sending: Sending): readonly Html[] =>
  (['confirm', 'reject', 'comment'] as const)
    .filter((act) => ticket.allowedActs.includes(act))
    .map((act) => FORMS[act](texts, sending, ticket))
