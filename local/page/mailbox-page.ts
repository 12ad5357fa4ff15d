import type { DeliveredMail } from '../mailbox.ts'
import { type Html, html } from './html.ts'
import { page, time } from './layout.ts'

export type MailboxView = {
  readonly mails: readonly DeliveredMail[]
  /** Only mails to this address; null = all. */
  readonly to: string | null
  readonly opened: DeliveredMail | null
}

const MOST_SHOWN = 200

const href = (to: string | null, id: string | null): string =>
  `/local/mailbox?${new URLSearchParams({ ...(to === null ? {} : { to }), ...(id === null ? {} : { mail: id }) })}`

const entry = ({ to, opened }: MailboxView, mail: DeliveredMail): Html => {
  const content = html`<small class="muted">${time(mail.at)} · ${mail.to}</small><strong>${mail.subject}</strong>
    <small class="muted">${mail.text.slice(0, 120)}</small>`
  return mail.id === opened?.id
    ? html`<a href="${href(to, mail.id)}" aria-current="true">${content}</a>`
    : html`<a href="${href(to, mail.id)}">${content}</a>`
}

/** The mail runs no script and reaches nothing; its links open beside the mailbox, as in a mail program. */
const frame = (mail: DeliveredMail): Html => html`
  <iframe title="Mail" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"
    srcdoc="${`<base target="_blank">${mail.html}`}"></iframe>`

const reader = (mail: DeliveredMail): Html => html`
  <article class="card">
    <h1>${mail.subject}</h1>
    <p class="muted">${mail.from} → <a href="${href(mail.to, null)}">${mail.to}</a> · ${time(mail.at)} UTC</p>
    ${frame(mail)}
    <details><summary>Plain text</summary><pre>${mail.text}</pre></details>
    <details><summary>Headers</summary><pre>${Object.entries(mail.headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}</pre></details>
  </article>`

const filterNote = ({ to }: MailboxView): Html =>
  to === null
    ? html`<p class="muted">Everything the desk has sent; nothing leaves this machine.</p>`
    : html`<p class="muted">Mail to ${to}. <a href="/local/mailbox">Show all</a></p>`

const nothingYet = html`<p class="card">Nothing has been sent yet. Write to the desk, and its answer appears here.</p>`

/** The mails the desk has sent, for people. */
export const mailboxPage = (view: MailboxView): string =>
  page(
    'Mailbox',
    'mailbox',
    html`<h1>Mailbox</h1>${filterNote(view)}
    ${
      view.mails.length === 0
        ? nothingYet
        : html`<div class="mails">
      <div class="card list">${view.mails.slice(0, MOST_SHOWN).map((mail) => entry(view, mail))}</div>
      ${view.opened && reader(view.opened)}
    </div>`
    }`,
  )
