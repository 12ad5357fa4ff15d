import { busyWith, type Provider, refusedWith, TAKEN, verdictOfStatus } from './provider.ts'

/** Slack's own marks; everything else stands for itself in plain text. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const text = (content: string) => ({ type: 'plain_text', text: content, emoji: false })

/** Slack: the key is in the address; a success says `ok` and nothing else. */
export const slack: Provider = {
  hosts: ['hooks.slack.com', 'hooks.slack-gov.com'],
  request: async ({ title, lines, buttons }, { url }) => {
    const elements = buttons.map((button) => ({ type: 'button', text: text(button.label), url: button.url }))
    const blocks = [
      ...[title, ...lines].map((line) => ({ type: 'section', text: text(line) })),
      { type: 'actions', elements },
    ]
    return { url, body: { text: plain(title), blocks } }
  },
  verdict: (status, body) => {
    if (status === 200) return body.trim() === 'ok' ? TAKEN : refusedWith(body)
    return verdictOfStatus(status, body) ?? busyWith(`${status} ${body}`)
  },
}
