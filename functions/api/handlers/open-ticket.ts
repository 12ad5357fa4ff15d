import { openTicket } from '../../../shared/application/tickets.ts'
import { takeUploads } from '../../../shared/application/uploads.ts'
import type { Api } from '../../../shared/contract/api.ts'
import type { BodyOf } from '../../../shared/contract/endpoint.ts'
import { languageWritten } from '../../../shared/domain/language.ts'
import { hasRole } from '../../../shared/domain/people/actor.ts'
import type { Person } from '../../../shared/domain/people/person.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Codes } from '../../../shared/domain/setting/catalogue.ts'
import type { Registration } from '../../../shared/domain/ticket/registering.ts'
import type { Requester } from '../../../shared/domain/ticket/ticket.ts'
import { preferredLanguage } from '../language.ts'
import type { Call, Handler } from '../route.ts'
import { ticketReply } from './ticket-reply.ts'

type OpenTicket = Api['openTicket']
type Body = BodyOf<OpenTicket>

const OF_PROGRAMS_AND_PEOPLE = ['portal', 'api']

/** A number they call from is worth keeping where the directory has none. */
const requesterFrom = (person: Person, callsFrom: string | null = null): Requester => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  phone: person.phone ?? person.mobile ?? callsFrom,
  vip: person.vip,
  department: person.department,
  language: person.language,
  verified: true,
})

/** Somebody the directory does not have; the sign-in or the desk vouches for them. */
const stranger = (known: Pick<Requester, 'personId' | 'name' | 'email' | 'phone' | 'language'>): Requester => ({
  ...known,
  vip: false,
  department: null,
  verified: true,
})

const self = ({ deps, caller: { actor, person }, event }: Call<OpenTicket>): Requester =>
  person
    ? requesterFrom(person)
    : stranger({
        personId: actor.id,
        name: actor.name,
        email: actor.email || null,
        phone: null,
        language: preferredLanguage(event, deps.identity),
      })

/** On whose behalf the desk records; whoever the directory knows is taken from there. */
const named = async (call: Call<OpenTicket>, given: NonNullable<Body['requester']>): Promise<Requester> => {
  const { settings, identity } = call.deps
  if ('personId' in given) {
    const person = await settings.person(given.personId)
    return person
      ? requesterFrom(person)
      : refuse('invalid', 'unknown-person', `There is no person "${given.personId}".`)
  }
  const { email, phone } = given
  const person = email ? await settings.personByEmail(email) : null
  if (person) return requesterFrom(person, phone)
  const name = 'name' in given ? given.name : given.email
  const language = languageWritten(`${name}${call.body.description}`, identity.languages)
  return stranger({ personId: null, name, email, phone, language })
}

const typedIn = ({ channels }: Codes): readonly string[] => channels.filter((c) => c.typedIn).map(({ code }) => code)

/** INT-1: what is typed in by the desk came over a channel the system does not see; everybody else uses this one. */
const channelOf = (given: string | undefined, isDesk: boolean, codes: Codes): string => {
  const byDesk = isDesk ? typedIn(codes) : []
  const channel = given ?? byDesk[0] ?? 'portal'
  const possible = [...byDesk, ...OF_PROGRAMS_AND_PEOPLE]
  if (possible.includes(channel)) return channel
  return refuse(
    'invalid',
    'unknown-channel',
    `"${channel}" is no channel to choose. Possible are: ${possible.join(', ')}.`,
  )
}

const checkForDesk = ({ requester, impact, urgency, afterTheFact }: Body): void => {
  if (requester ?? impact ?? urgency ?? afterTheFact) {
    refuse(
      'forbidden',
      'for-the-desk',
      'Only the desk names another requester, an impact or an urgency; leave them out.',
    )
  }
}

/** INT-12 */
const registrationOf = ({ afterTheFact }: Body): Registration | undefined => {
  if (!afterTheFact) return undefined
  const { outcome, solution, cause, ...registration } = afterTheFact
  return {
    ...registration,
    resolution: { outcome, solution, cause, environmentChanged: false, leftToFindOut: null },
  }
}

/** INT-1, INT-9: the desk records for somebody (PRI-2), everybody else submits for themselves. */
export const openTicketHandler: Handler<OpenTicket> = async (call) => {
  const { deps, caller, body, idempotency } = call
  const isDesk = hasRole(caller.actor, 'desk')
  if (!isDesk) checkForDesk(body)
  const { codes } = await deps.settings.desk()
  const opened = await openTicket(
    deps,
    {
      ...body,
      type: isDesk ? 'record' : 'submit',
      channel: channelOf(body.channel, isDesk, codes),
      requester: body.requester ? await named(call, body.requester) : self(call),
      attachments: await takeUploads(deps, caller.actor, body.attachments ?? [], 'public'),
      acknowledge: true,
      afterTheFact: registrationOf(body),
    },
    caller.actor,
    { idempotency },
  )
  return {
    ...(await ticketReply(deps, opened, caller.actor)),
    location: `/api/v1/tickets/${opened.ticket.number}`,
  }
}
