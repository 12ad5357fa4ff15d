import { addressId, isMailable } from '../address/address.ts'
import { DEFAULT_CHANNELS, type Person, type PersonChannel } from '../people/person.ts'
import type { Desk } from '../setting/desk.ts'
import type { Route } from './notice.ts'

/** INT-5: a notice to the desk itself would come back as a mail to answer. */
const isDesk = (address: string, deskAddress: string): boolean => {
  const [local = '', domain] = addressId(address).split('@')
  const [deskLocal, deskDomain] = addressId(deskAddress).split('@')
  return domain === deskDomain && local.split('+')[0] === deskLocal
}

/** E.164 as far as it can be seen: digits behind a plus, whatever stands between them; null for anything else. */
const dialled = (number: string | null | undefined): string | null => {
  const digits = (number ?? '').replaceAll(/[\s().-]/g, '')
  return /^\+?\d{6,15}$/.test(digits) ? digits : null
}

export type Reachable = { readonly email: string | null; readonly mobile: string | null } & Pick<
  Partial<Person>,
  'phone' | 'channels'
>

export type Around = { readonly deskAddress: string; readonly desk: Pick<Desk, 'chatChannels'> }

/** Where a channel leads; null where it leads nowhere: no such address, number or chat. */
export const routeBy = (channel: PersonChannel, { email, mobile, phone }: Reachable, around: Around): Route | null => {
  switch (channel) {
    case 'email':
      return email && isMailable(email) && !isDesk(email, around.deskAddress) ? { channel, address: email } : null
    case 'sms': {
      const address = dialled(mobile)
      return address ? { channel, address } : null
    }
    case 'voice': {
      const address = dialled(mobile) ?? dialled(phone)
      return address ? { channel, address } : null
    }
    default: {
      const address = channel.slice('chat:'.length)
      return around.desk.chatChannels.has(address) ? { channel: 'chat', address } : null
    }
  }
}

const routesBy = (channels: readonly PersonChannel[], to: Reachable, around: Around): readonly Route[] =>
  [...new Set(channels)].flatMap((channel) => routeBy(channel, to, around) ?? [])

/**
 * The ways to somebody, in the order in which they are tried, which is their own [NOT-1, NOT-2, NOT-4]; where none of
 * theirs leads anywhere, by mail or text message. Null when there is none.
 */
export const routesTo = (to: Reachable, around: Around): readonly [Route, ...Route[]] | null => {
  const own = routesBy(to.channels ?? DEFAULT_CHANNELS, to, around)
  const [first, ...rest] = own.length > 0 ? own : routesBy(DEFAULT_CHANNELS, to, around)
  return first ? [first, ...rest] : null
}
