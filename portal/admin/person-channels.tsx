import { call } from '../api/call.ts'
import { useLoaded } from '../parts/use-loaded.ts'
import { ChannelList } from '../ways/channel-list.tsx'
import { chatOption, plainOptions } from '../ways/channel-option.ts'
import { waysTexts } from '../ways/texts.ts'
import type { FieldProps } from './admin-form.ts'
import { at, type Json } from './document.ts'

const AS_SHIPPED = ['email', 'sms'] as const

const textAt = (document: Json, key: string): string | null => {
  const value = at(document, [key])
  return typeof value === 'string' && value !== '' ? value : null
}

/** NOT-2: the ways to a person, as they edit them themselves. */
export const PersonChannels = ({ field }: { readonly field: FieldProps }) => {
  const { form, path, label } = field
  const { adminHint, asShipped } = waysTexts.value
  const { value: chats } = useLoaded('chat-channels', (signal) =>
    call('listChatChannels', { query: { limit: 100 }, signal }),
  )
  const { document } = form
  const value = at(document, path)
  const who = {
    email: textAt(document, 'email') ?? '',
    mobile: textAt(document, 'mobile'),
    phone: textAt(document, 'phone'),
  }
  const options = [...plainOptions(who), ...(chats.value?.items ?? []).map(({ value: chat }) => chatOption(chat))]
  return (
    <ChannelList
      label={label}
      hint={Array.isArray(value) ? adminHint : `${asShipped} ${adminHint}`}
      channels={Array.isArray(value) ? value.map(String) : AS_SHIPPED}
      options={options}
      onChange={(channels) => form.set(path, [...channels])}
      errorAt={(index) => form.errorAt([...path, index])}
    />
  )
}
