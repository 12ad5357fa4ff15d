import { type Provider, verdictOfCode } from './provider.ts'

/** A card's title and text hold this much; buttons are lines that lead somewhere. */
const LONGEST = { title: 60, text: 500, link: 26 } as const

const SYSTEM_BUSY = -1
const TOO_MANY = 45009

/** WeCom (企业微信): the key is in the address; a card of plain text, so that nothing in it becomes markup. */
export const wecom: Provider = {
  hosts: ['qyapi.weixin.qq.com'],
  request: async ({ title, lines, buttons }, { url }) => {
    const links = buttons.map((button) => ({ type: 1, title: button.label.slice(0, LONGEST.link), url: button.url }))
    const card = {
      card_type: 'text_notice',
      main_title: { title: title.slice(0, LONGEST.title) },
      sub_title_text: lines.join('\n').slice(0, LONGEST.text),
      jump_list: links.slice(0, 3),
      card_action: { type: 1, url: buttons[0]?.url ?? '' },
    }
    return { url, body: { msgtype: 'template_card', template_card: card } }
  },
  verdict: verdictOfCode(['errcode'], [SYSTEM_BUSY, TOO_MANY]),
}
