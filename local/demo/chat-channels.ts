import { CHAT_PROVIDERS, type ChatChannel } from '../../shared/domain/setting/catalogue.ts'

/** One of each provider; a page under /local shows what is posted. */
export const demoChatChannels: readonly ChatChannel[] = CHAT_PROVIDERS.map((provider) => ({
  id: provider,
  name: { 'zh-CN': `值班群（${provider}）`, en: `On call (${provider})` },
  provider,
  parameter: provider,
}))
