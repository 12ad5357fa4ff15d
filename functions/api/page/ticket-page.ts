import { LINK_PAGE_SCRIPT } from '../../../shared/contract/link-page.ts'
import type { TicketForRequester } from '../../../shared/contract/ticket-view.ts'
import type { PublicEntry } from '../../../shared/contract/timeline-view.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { instantText } from '../../../shared/domain/notice/rendering/instant-text.ts'
import { manyLines, oneLine } from '../../../shared/domain/notice/rendering/safe-text.ts'
import { TEXTS } from '../../../shared/domain/notice/texts/texts.ts'
import { formsFor, type Sending } from './forms.ts'
import { type Html, html } from './html.ts'
import { insistCard } from './insist-card.ts'
import { pageOf } from './layout.ts'
import { type LinkActName, PAGE_TEXTS, type PageTexts } from './page-texts.ts'
import { proposalCard } from './proposal-card.ts'

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

const timeOf =
  ({ language, timeZone }: TicketPage) =>
  (at: string): Html =>
    html`<time datetime="${at}">${instantText(at, language, timeZone)}</time>`

const factsOf = (page: TicketPage, texts: PageTexts): Html => {
  const { ticket } = page
  const when = timeOf(page)
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

/** SLA-5: an answer is one of two. */
const did = ({ type, agreed }: PublicEntry, { events, later }: PageTexts): string =>
  type === 'time-answered' ? later.did[agreed ? 'agreed' : 'objected'] : events[type]

const filesOf = ({ attachments = [] }: PublicEntry, { files }: PageTexts): Html | null =>
  attachments.length === 0
    ? null
    : html`<p class="muted" dir="auto">${files.attached} ${attachments.map(({ filename }) => oneLine(filename)).join(', ')}</p>`

const entryView = (entry: PublicEntry, page: TicketPage, texts: PageTexts): Html => {
  const when = timeOf(page)
  const own = entry.actor.kind === 'requester'
  const name = own ? texts.you : entry.actor.kind === 'desk' ? texts.desk : oneLine(entry.actor.name)
  const until = entry.until && entry.type.startsWith('time-') ? html`<p>${when(entry.until)}</p>` : null
  const words = entry.text ? html`<p class="words" dir="auto">${manyLines(entry.text)}</p>` : null
  return html`<li${own ? html` class="own"` : null}><strong>${did(entry, texts)}</strong>
<span class="muted">${name} · ${when(entry.at)}</span>${until}${words}${filesOf(entry, texts)}</li>`
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
${insistCard(ticket, texts, sending)}
${proposalCard(ticket, timeOf(page), texts, sending)}
${formsFor(ticket, texts, sending)}
${conversation(page, texts)}`,
    LINK_PAGE_SCRIPT,
  )
}
