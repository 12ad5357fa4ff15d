import { named } from '../texts/texts.ts'
import { waysTexts } from './texts.ts'

/** A way to somebody as people read it. */
export type ChannelOption = {
  readonly channel: string
  readonly label: string
  /** Where it leads, as far as that tells more than the label. */
  readonly leadsTo: string | null
  /** Why it leads nowhere; null when it does lead somewhere. */
  readonly lack: string | null
}

export type Reachable = { readonly email: string; readonly mobile: string | null; readonly phone: string | null }

type Chat = { readonly id: string; readonly name: Readonly<Record<'zh-CN' | 'en', string>> }

/** As the desk reads numbers: digits behind a plus, whatever stands between them. */
export const isDialled = (number: string | null): boolean =>
  /^\+?\d{6,15}$/.test((number ?? '').replaceAll(/[\s().-]/g, ''))

const dialled = (...numbers: readonly (string | null)[]): string | null => numbers.find(isDialled) ?? null

const PLAIN = ['email', 'sms', 'voice'] as const

const addressOf = (channel: (typeof PLAIN)[number], { email, mobile, phone }: Reachable): string | null => {
  if (channel === 'email') return email || null
  return channel === 'sms' ? dialled(mobile) : dialled(mobile, phone)
}

export const plainOptions = (who: Reachable, only: readonly string[] = PLAIN): readonly ChannelOption[] =>
  PLAIN.filter((channel) => only.includes(channel)).map((channel) => {
    const { channels, lacks } = waysTexts.value
    const leadsTo = addressOf(channel, who)
    return { channel, label: channels[channel], leadsTo, lack: leadsTo === null ? lacks[channel] : null }
  })

export const chatOption = ({ id, name }: Chat): ChannelOption => ({
  channel: `chat:${id}`,
  label: waysTexts.value.chat(named(name)),
  leadsTo: null,
  lack: null,
})

/** One that stands in the list and is not there to choose from any more. */
export const goneOption = (channel: string): ChannelOption => {
  const { channels, chat, gone } = waysTexts.value
  const names: Readonly<Record<string, string>> = channels
  return { channel, label: names[channel] ?? chat(channel.replace(/^chat:/, '')), leadsTo: null, lack: gone }
}
