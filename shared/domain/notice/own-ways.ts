import { isStaff, type OwnWays, type Person, type PersonChannel } from '../people/person.ts'
import { type Around, routeBy } from './routes.ts'

/** A way to somebody they may choose; the address is null where it leads nowhere yet. */
export type OpenChannel = { readonly channel: PersonChannel; readonly address: string | null }

export type WayProblem = { readonly field: string; readonly message: string }

/** NOT-1, NOT-2: everybody may be written to; chats and calls are for those who work on tickets. */
export const openChannels = (person: Person, around: Around): readonly OpenChannel[] => {
  const chats = [...around.desk.chatChannels.keys()].map((id): PersonChannel => `chat:${id}`)
  const channels: readonly PersonChannel[] = isStaff(person) ? ['email', 'sms', 'voice', ...chats] : ['email', 'sms']
  return channels.map((channel) => ({ channel, address: routeBy(channel, person, around)?.address ?? null }))
}

const LEADS_NOWHERE = {
  email: 'mail to this address does not reach you; ask an administrator to correct it',
  sms: 'needs a mobile number with digits only, such as +49 152 28817386',
  voice: 'needs a mobile or telephone number with digits only, such as +49 30 23125000',
} as const

const problemOf = (channel: PersonChannel, open: readonly OpenChannel[]): string | null => {
  const found = open.find((each) => each.channel === channel)
  if (!found)
    return channel.startsWith('chat:') ? `there is no "${channel.slice('chat:'.length)}" for you` : 'not for you'
  return found.address === null ? LEADS_NOWHERE[channel as keyof typeof LEADS_NOWHERE] : null
}

/** NOT-2: what is wrong with the ways somebody wants to be told by, field by field; a way that leads nowhere tells nobody. */
export const wayProblems = (person: Person, ways: OwnWays, around: Around): readonly WayProblem[] => {
  const open = openChannels({ ...person, ...ways }, around)
  return ways.channels.flatMap((channel, index): readonly WayProblem[] => {
    const isTwice = ways.channels.indexOf(channel) < index
    const message = isTwice ? 'stands there already' : problemOf(channel, open)
    return message === null ? [] : [{ field: `channels.${index}`, message }]
  })
}
