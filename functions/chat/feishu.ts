import { type Provider, verdictOfCode } from './provider.ts'
import { feishuSignature } from './signature.ts'

const TOO_FAST = [11232, 9499, 99991400]

const plain = (content: string) => ({ tag: 'plain_text', content })

/** Feishu (飞书) and Lark: signed in the body; a card of plain text with buttons. */
export const feishu: Provider = {
  hosts: ['open.feishu.cn', 'open.larksuite.com'],
  request: async ({ title, lines, buttons }, { url, secret }, nowMs) => {
    const timestamp = Math.floor(nowMs / 1_000)
    const actions = buttons.map((button, index) => ({
      tag: 'button',
      text: plain(button.label),
      type: index === 0 ? 'primary' : 'default',
      url: button.url,
    }))
    const elements = [...lines.map((line) => ({ tag: 'div', text: plain(line) })), { tag: 'action', actions }]
    const card = { header: { title: plain(title), template: 'orange' }, elements }
    const signed = secret ? { timestamp: String(timestamp), sign: feishuSignature(timestamp, secret) } : {}
    return { url, body: { ...signed, msg_type: 'interactive', card } }
  },
  verdict: verdictOfCode(['code', 'StatusCode'], TOO_FAST),
}
