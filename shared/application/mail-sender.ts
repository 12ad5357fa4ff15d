import type { Instant } from '../domain/instant.ts'
import { plus } from '../domain/instant.ts'
import { languageWritten } from '../domain/language.ts'
import { authenticationOf } from '../domain/mail/authentication.ts'
import type { Mail, MailAddress } from '../domain/mail/mail.ts'
import type { Actor } from '../domain/people/actor.ts'
import { isStaff, type Person } from '../domain/people/person.ts'
import type { Requester, Ticket } from '../domain/ticket/ticket.ts'
import type { Deps } from './deps.ts'
import { cut } from './mail-content.ts'

/** Who a mail comes from, as far as that is proved (INT-6). */
export type Sender = {
  readonly address: MailAddress
  readonly person: Person | null
  readonly verified: boolean
  /** Neither spam nor caught pretending: may get an automatic answer. */
  readonly answerable: boolean
  readonly virus: boolean
}

const NOBODY: MailAddress = { address: '', name: '' }

const MOST_ADDRESS = 320
const MOST_NAME = 200

/** Whoever writes an address longer than mail can reach is nobody; the name tells the desk what it was. */
export const reachable = ({ address, name }: MailAddress): MailAddress => ({
  address: address.length <= MOST_ADDRESS ? address : '',
  name: cut(address.length <= MOST_ADDRESS ? name : name || address, MOST_NAME),
})

/** INT-6: only a mail that proves its sender is taken for the person it names. */
export const senderOf = async (deps: Deps, mail: Mail, envelopeFrom: string | null): Promise<Sender> => {
  const { trustedAuthservId } = deps.identity
  const { dmarc, spam, virus } = authenticationOf(mail.headers, trustedAuthservId)
  const address = reachable(mail.from ?? (envelopeFrom ? { address: envelopeFrom, name: '' } : NOBODY))
  const verified = address.address !== '' && (trustedAuthservId === null ? dmarc !== 'fail' : dmarc === 'pass')
  const person = verified ? await deps.settings.personByEmail(address.address) : null
  return { address, person, verified, answerable: !spam && dmarc !== 'fail' && address.address !== '', virus }
}

/** @param text what they wrote, and by that in which language */
export const requesterOf = (deps: Deps, { person, address, verified }: Sender, text: string): Requester =>
  person
    ? {
        personId: person.id,
        name: person.name,
        email: person.email,
        phone: person.phone ?? person.mobile,
        vip: person.vip,
        department: person.department,
        language: person.language,
        verified: true,
      }
    : {
        personId: null,
        name: address.name || address.address || '?',
        email: address.address || null,
        phone: null,
        vip: false,
        department: null,
        language: languageWritten(text, deps.identity.languages),
        verified,
      }

/** The same person or, for strangers and unproved senders, the same address. */
export const isRequester = ({ person, address }: Sender, { requester }: Ticket): boolean =>
  (person !== null && requester.personId === person.id) ||
  requester.email?.toLowerCase() === address.address.toLowerCase()

export const mailActor = ({ person, address, verified }: Sender): Actor => ({
  kind: 'mail',
  name: person?.name ?? (address.name || address.address || '?'),
  email: address.address,
  verified,
  staff: person !== null && isStaff(person),
})

const HOUR = 13

/**
 * INT-5: how many tickets this address has opened by mail in this hour, this one included. Whoever only pretends to be
 * somebody uses up nothing of theirs (INT-6).
 */
export const countTicket = (deps: Deps, { address, verified }: Sender, now: Instant): Promise<number> => {
  const who = `${verified ? 'proved' : 'claimed'}#${address.address.toLowerCase()}`
  return deps.store.count(`mail-tickets#${who}#${now.slice(0, HOUR)}`, plus(now, 2 * 3_600_000))
}
