import type { PostedMessage } from '../chat-recorder.ts'
import type { MadeCall } from '../voice-calls.ts'
import { readMessage } from './chat-message.ts'
import { type Html, html } from './html.ts'
import { page, time } from './layout.ts'

const NAMES = { wecom: 'WeCom', dingtalk: 'DingTalk', feishu: 'Feishu', slack: 'Slack', teams: 'Teams' } as const

const MOST_SHOWN = 100

/** Links open beside the page, as in a chat program. */
const buttonLink = ({ label, url }: { readonly label: string; readonly url: string }): Html =>
  html`<a class="button" href="${url}" target="_blank" rel="noreferrer">${label}</a>`

const post = ({ at, provider, channel, message }: PostedMessage): Html => {
  const { title, lines, buttons } = readMessage(provider, message)
  return html`<article class="card post">
    <p class="muted"><span class="tag">${NAMES[provider]}</span> ${channel} · ${time(at)} UTC</p>
    <h2>${title}</h2>
    ${lines.map((line) => html`<p>${line}</p>`)}
    <p class="row">${buttons.map(buttonLink)}</p>
    <details><summary>As the provider got it</summary><pre>${JSON.stringify(message, null, 2)}</pre></details>
  </article>`
}

const call = ({ at, to, text, language }: MadeCall): Html => html`<article class="card post">
    <p class="muted"><span class="tag">Call</span> ${to} · ${time(at)} UTC · ${language}</p>
    <p>${text}</p>
  </article>`

const listOf = <Item>(items: readonly Item[], none: Html, draw: (item: Item) => Html): Html =>
  items.length === 0 ? none : html`<div class="posts">${items.slice(0, MOST_SHOWN).map(draw)}</div>`

/** What the desk has posted into chats, and the calls it has made, for people. */
export const chatPage = (posts: readonly PostedMessage[], calls: readonly MadeCall[]): string =>
  page(
    'Chats and calls',
    'chat',
    html`<h1>Chats</h1>
    <p class="muted">What the desk has posted into group chats, as those in the chat see it; nothing leaves this machine.</p>
    ${listOf(posts, html`<p class="card">Nothing has been posted yet. Sign in, open “My notices” and add a group chat.</p>`, post)}
    <section><h1>Automatic calls</h1>
    ${listOf(calls, html`<p class="card">Nobody has been called yet. Sign in, open “My notices” and add the automatic call.</p>`, call)}
    </section>`,
  )
