import { type AnswerOf, call } from '../api/call.ts'
import type { Values } from '../form/form-state.ts'
import { type ChannelOption, chatOption, isDialled, plainOptions } from './channel-option.ts'

export type OwnWays = AnswerOf<'getOwnChannels'>

/** Forms hold texts; no channel has a space in it. */
export const valuesOf = ({ language, mobile, phone, channels }: OwnWays): Values => ({
  language,
  mobile: mobile ?? '',
  phone: phone ?? '',
  channels: channels.join(' '),
})

export const channelsIn = ({ channels = '' }: Values): readonly string[] => channels.split(' ').filter(Boolean)

const numberIn = (text = ''): string | null => text.trim() || null

/** Where the ways lead with what stands in the form, also before it is saved. */
export const optionsFor = ({ email, open }: OwnWays, values: Values): readonly ChannelOption[] => {
  const who = { email, mobile: numberIn(values['mobile']), phone: numberIn(values['phone']) }
  const names = open.map(({ channel }) => channel as string)
  const chats = open.flatMap(({ channel, name }) =>
    name ? [chatOption({ id: channel.replace(/^chat:/, ''), name })] : [],
  )
  return [...plainOptions(who, names), ...chats]
}

/** A number may be left out; what stands there has to be one. */
export const isNumber = (text: string): boolean => text.trim() === '' || isDialled(text)

/** Whether the desk would take it: at least one way, and each leads somewhere. */
export const isComplete = (own: OwnWays, values: Values): boolean => {
  const options = optionsFor(own, values)
  const chosen = channelsIn(values)
  const leads = (channel: string) => options.some((each) => each.channel === channel && each.lack === null)
  return chosen.length > 0 && chosen.every(leads) && isNumber(values['mobile'] ?? '') && isNumber(values['phone'] ?? '')
}

/** @throws Refused, Unreachable, SignedOut */
export const saveWays = (own: OwnWays, values: Values): Promise<OwnWays> =>
  call('setOwnChannels', {
    body: {
      language: values['language'] === 'en' ? 'en' : 'zh-CN',
      mobile: numberIn(values['mobile']),
      phone: numberIn(values['phone']),
      channels: channelsIn(values) as OwnWays['channels'][number][],
    },
    version: own.version,
  })
