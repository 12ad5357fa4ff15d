import type { PostedMessage } from '../chat-recorder.ts'
import type { MadeCall } from '../voice-calls.ts'
import { html } from './html.ts'
import { page, time } from './layout.ts'

/** What the desk has posted into chats, and the calls it has made, for people. */
export const chatPage = (posts: readonly PostedMessage[], calls: readonly MadeCall[]): string =>
  page(
    'Chats and calls',
    'chat',
    html`<h1>Chats</h1>
    ${
      posts.length === 0
        ? html`<p class="card">Nothing has been posted yet. Give somebody <code>chat:wecom</code> among their channels.</p>`
        : html`<table><tr><th>At (UTC)</th><th>Provider</th><th>Channel</th><th>Message</th></tr>
      ${posts.map(
        ({ at, provider, channel, message }) =>
          html`<tr><td>${time(at)}</td><td>${provider}</td><td>${channel}</td><td><pre>${JSON.stringify(message, null, 2)}</pre></td></tr>`,
      )}</table>`
    }
    <h1>Calls</h1>
    ${
      calls.length === 0
        ? html`<p class="card">Nobody has been called yet. Give somebody <code>voice</code> among their channels.</p>`
        : html`<table><tr><th>At (UTC)</th><th>To</th><th>Said</th></tr>
      ${calls.map(({ at, to, text }) => html`<tr><td>${time(at)}</td><td>${to}</td><td>${text}</td></tr>`)}</table>`
    }`,
  )
