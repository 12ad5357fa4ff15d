import { busyWith, type Provider, TAKEN, verdictOfStatus } from './provider.ts'

/** What an Adaptive Card's Markdown would make something of. */
const plain = (text: string): string => text.replaceAll(/[\\*_[\]()#~`>-]/g, (mark) => `\\${mark}`)

const block = (text: string, isTitle: boolean) => ({
  type: 'TextBlock',
  text: plain(text),
  wrap: true,
  ...(isTitle && { weight: 'Bolder', size: 'Medium' }),
})

/** Microsoft Teams: a webhook of the Workflows app; its address holds the key, the message is an Adaptive Card. */
export const teams: Provider = {
  hosts: ['.logic.azure.com', '.api.powerplatform.com', '.webhook.office.com'],
  request: async ({ title, lines, buttons }, { url }) => {
    const content = {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.4',
      body: [block(title, true), ...lines.map((line) => block(line, false))],
      actions: buttons.map((button) => ({ type: 'Action.OpenUrl', title: button.label, url: button.url })),
    }
    const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }
    return { url, body: { type: 'message', attachments: [attachment] } }
  },
  verdict: (status, body) => {
    const byStatus = verdictOfStatus(status, body)
    // the older connectors answer 200 and tell of the failure in words
    return byStatus ?? (/HTTP error \d{3}/.test(body) ? busyWith(body) : TAKEN)
  },
}
