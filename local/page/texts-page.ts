import type { DeliveredText } from '../text-messages.ts'
import { html } from './html.ts'
import { page, time } from './layout.ts'

/** The text messages the desk has sent, for people. */
export const textsPage = (texts: readonly DeliveredText[]): string =>
  page(
    'Text messages',
    'texts',
    html`<h1>Text messages</h1>
    ${
      texts.length === 0
        ? html`<p class="card">None has been sent yet.</p>`
        : html`<table><tr><th>At (UTC)</th><th>To</th><th>Text</th></tr>
      ${texts.map(({ at, to, text }) => html`<tr><td>${time(at)}</td><td>${to}</td><td>${text}</td></tr>`)}</table>`
    }`,
  )
