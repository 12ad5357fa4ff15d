import type { TicketForRequester } from '../../../shared/contract/ticket-view.ts'
import type { PublicEntry } from '../../../shared/contract/timeline-view.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { instantText } from '../../../shared/domain/notice/rendering/instant-text.ts'
import { manyLines, oneLine } from '../../../shared/domain/notice/rendering/safe-text.ts'
import { TEXTS } from '../../../shared/domain/notice/texts/texts.ts'
import { formsFor, type Sending } from './forms.ts'
import { type Html, html } from './html.ts'
import { pageOf } from './layout.ts'
import { type LinkActName, PAGE_TEXTS, type PageTexts } from './page-texts.ts'

/** What the page of a link shows. */
export type TicketPage = {
  readonly ticket: TicketForRequester
  /** Newest first. */
  readonly timeline: readonly PublicEntry[]
  readonly hasEarlier: boolean
  readonly language: Language
  readonly timeZone: string
  readonly deskName: string
  readonly sending: Sending
  readonly done: LinkActName | undefined
}

type Clock = TicketForRequester['sla']['restore']

const row = (label: string, value: Html | string | null): Html | null =>
  value === null ? null : html`<dt>${label}</dt><dd>${value}</dd>`

const present = <T>(value: T | null): value is T => value !== null

const factsOf = ({ ticket, language, timeZone }: TicketPage, texts: PageTexts): Html => {
  const when = (at: string): Html => html`<time datetime="${at}">${instantText(at, language, timeZone)}</time>`
  const promised = (clock: Clock): Html | string | null => {
    if (!clock || clock.metAt !== null) return null
    return clock.dueAt === null ? texts.paused : when(clock.dueAt)
  }
  const rows = [
    row(texts.reportedAt, when(ticket.recordedAt)),
    row(texts.respondBy, promised(ticket.sla.respond)),
    row(texts.restoreBy, promised(ticket.sla.restore)),
  ]
  return html`<dl>${rows.filter(present)}</dl>`
}

const entryView = (entry: PublicEntry, { language, timeZone }: TicketPage, texts: PageTexts): Html => {
  const own = entry.actor.kind === 'requester'
  const name = own ? texts.you : entry.actor.kind === 'desk' ? texts.desk : oneLine(entry.actor.name)
  const words = entry.text ? html`<p class="words" dir="auto">${manyLines(entry.text)}</p>` : null
  return html`<li${own ? html` class="own"` : null}><strong>${texts.events[entry.type]}</strong>
<span class="muted">${name} · <time datetime="${entry.at}">${instantText(entry.at, language, timeZone)}</time></span>${words}</li>`
}

const conversation = (page: TicketPage, texts: PageTexts): Html =>
  html`<section class="card">
<h2>${texts.conversation}</h2>
${page.hasEarlier ? html`<p class="muted">${texts.earlier}</p>` : null}
<ol>
${page.timeline.toReversed().map((entry) => entryView(entry, page, texts))}
</ol>
</section>`

const question = ({ ticket }: TicketPage, texts: PageTexts): Html | null =>
  ticket.waiting?.question
    ? html`<section class="card"><h2>${texts.question}</h2><p class="words" dir="auto">${manyLines(ticket.waiting.question)}</p></section>`
    : null

/** INT-10, CLO-2: the requester's ticket without sign-in; opening it does nothing, only its forms act. */
export const ticketPage = (page: TicketPage): string => {
  const { ticket, language, deskName, done, sending } = page
  const texts = PAGE_TEXTS[language]
  const title = oneLine(ticket.title)
  return pageOf(
    language,
    `${ticket.number} ${title}`,
    deskName,
    html`${done ? html`<p class="card done" role="status">${texts.done[done]}</p>` : null}
<section class="card">
<p class="muted">${ticket.number}</p>
<h1 dir="auto">${title}</h1>
<span class="state">${TEXTS[language].words.states[ticket.state]}</span>
${factsOf(page, texts)}
</section>
${question(page, texts)}
${formsFor(ticket, texts, sending)}
${conversation(page, texts)}`,
  )
}
