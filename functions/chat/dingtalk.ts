import { type Provider, verdictOfCode } from './provider.ts'
import { dingtalkSignature } from './signature.ts'

const SYSTEM_BUSY = -1
const TOO_FAST = [130101, 130102, 90030]

/** What Markdown would make something of: shown as it is instead. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>]/g, (mark) => `\\${mark}`)

/** DingTalk (钉钉): signed in the query; a card with buttons. */
export const dingtalk: Provider = {
  hosts: ['oapi.dingtalk.com', 'api.dingtalk.com'],
  request: async ({ title, lines, buttons }, { url, secret }, nowMs) => {
    const signed = new URL(url)
    if (secret) {
      signed.searchParams.set('timestamp', String(nowMs))
      signed.searchParams.set('sign', dingtalkSignature(nowMs, secret))
    }
    const text = [`**${plain(title)}**`, ...lines.map(plain)].join('\n\n')
    const btns = buttons.map((button) => ({ title: button.label, actionURL: button.url }))
    const actionCard = { title, text, btnOrientation: '0', btns }
    return { url: signed.href, body: { msgtype: 'actionCard', actionCard } }
  },
  verdict: verdictOfCode(['errcode'], [SYSTEM_BUSY, ...TOO_FAST]),
}
