import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { HttpProblem } from '../functions/api/http-problem.ts'
import type { DeskIdentity } from '../shared/application/deps.ts'
import type { Watched } from '../shared/application/self-watch.ts'
import type { Person } from '../shared/domain/people/person.ts'
import type { Group } from '../shared/domain/setting/catalogue.ts'
import { alarmStateChange, demoAlarms } from './alarm-tags.ts'
import type { Authorizer } from './authorizer.ts'
import { chatRecorder, type PostedMessage, providerAt } from './chat-recorder.ts'
import type { DemoClock } from './clock.ts'
import type { DueWakeUps } from './due-wake-ups.ts'
import type { LocalRequest } from './http-server.ts'
import type { DeliveredMail } from './mailbox.ts'
import type { Outbox } from './outbox.ts'
import { alarmsPage } from './page/alarms-page.ts'
import { chatPage } from './page/chat-page.ts'
import { homePage } from './page/home-page.ts'
import { mailboxPage } from './page/mailbox-page.ts'
import { personPage } from './page/person-page.ts'
import { textsPage } from './page/texts-page.ts'
import { json, type LocalReply, seeOther, webPage } from './reply.ts'
import { bodyAs, isForm, parsedBody, wantsPage } from './request-body.ts'
import type { DeliveredText } from './text-messages.ts'
import type { Uploads } from './uploads.ts'
import type { MadeCall } from './voice-calls.ts'

export type LocalParts = {
  readonly identity: DeskIdentity
  readonly smtpPort: number
  readonly people: () => Promise<readonly Person[]>
  readonly groups: () => Promise<ReadonlyMap<string, Group>>
  readonly authorizer: Authorizer
  readonly clock: DemoClock
  readonly wakeUps: DueWakeUps
  readonly mails: Outbox<DeliveredMail>
  readonly texts: Outbox<DeliveredText>
  readonly posts: Outbox<PostedMessage>
  readonly calls: Outbox<MadeCall>
  readonly uploads: Uploads
  readonly deliver: (event: unknown) => Promise<string>
  readonly watch: () => Promise<Watched>
  /** Returns when nothing is outstanding. */
  readonly settled: () => Promise<void>
}

type Endpoint = (parts: LocalParts, request: LocalRequest) => Promise<LocalReply>

const LONGEST_ADVANCE_SECONDS = 366 * 86_400

const who = z.object({ person: z.string().min(1) })
const advance = z.object({ advanceSeconds: z.coerce.number().min(0).max(LONGEST_ADVANCE_SECONDS) })
const ring = z.object({ alarm: z.string(), state: z.enum(['ALARM', 'OK']) })

const personNamed = async ({ people }: LocalParts, named: string): Promise<Person> => {
  const wanted = named.toLowerCase()
  const found = (await people()).find(({ id, name, email }) => [id, name.toLowerCase(), email].includes(wanted))
  if (found) return found
  throw new HttpProblem(404, 'unknown-person', `Nobody is called ${named}; GET /local/people lists who there is.`)
}

const home: Endpoint = async ({ identity, smtpPort, clock, people, groups }) =>
  webPage(
    homePage({
      identity,
      smtpPort,
      now: clock.now(),
      offsetSeconds: clock.offsetSeconds(),
      people: await people(),
      groups: await groups(),
    }),
  )

const token: Endpoint = async (parts, request) => {
  const person = await personNamed(parts, bodyAs(who, request).person)
  return json(200, { access_token: await parts.authorizer.issue(person), token_type: 'Bearer', expires_in: 43_200 })
}

const signIn: Endpoint = async (parts, request) => {
  const person = await personNamed(parts, bodyAs(who, request).person)
  return webPage(personPage(person, await parts.authorizer.issue(person), parts.identity.publicUrl))
}

const peopleList: Endpoint = async ({ people, groups: known }) => {
  const groupsById = await known()
  const listed = (await people()).map(({ id, name, email, roles, groups: [group = null], vip, language }) => {
    const groupName = group === null ? null : (groupsById.get(group)?.name ?? null)
    return { id, name, email, roles, group, groupName, vip, language }
  })
  return json(200, listed)
}

const clockFace = ({ clock }: LocalParts): LocalReply =>
  json(200, { now: clock.now(), offsetSeconds: clock.offsetSeconds() })

const moveClock: Endpoint = async (parts, request) => {
  await parts.wakeUps.advance(bodyAs(advance, request).advanceSeconds)
  return isForm(request) ? seeOther('/local') : clockFace(parts)
}

const mailbox: Endpoint = async ({ mails }, request) => {
  const to = request.url.searchParams.get('to')
  const found = mails.newestFirst().filter((mail) => to === null || mail.to.toLowerCase() === to.toLowerCase())
  if (!wantsPage(request)) return json(200, found)
  const wanted = request.url.searchParams.get('mail')
  return webPage(mailboxPage({ mails: found, to, opened: found.find(({ id }) => id === wanted) ?? found[0] ?? null }))
}

const texts: Endpoint = async (parts, request) =>
  wantsPage(request) ? webPage(textsPage(parts.texts.newestFirst())) : json(200, parts.texts.newestFirst())

const chat: Endpoint = async ({ posts, calls }, request) =>
  wantsPage(request) ? webPage(chatPage(posts.newestFirst(), calls.newestFirst())) : json(200, posts.newestFirst())

const voiceCalls: Endpoint = async ({ calls }) => json(200, calls.newestFirst())

/** One recorder for the life of the desk, so that it can count what comes in a minute. */
const recorders = new WeakMap<LocalParts, ReturnType<typeof chatRecorder>>()

const recorderOf = (parts: LocalParts): ReturnType<typeof chatRecorder> => {
  const recorder = recorders.get(parts) ?? chatRecorder(parts.posts, parts.clock)
  recorders.set(parts, recorder)
  return recorder
}

const events: Endpoint = async ({ deliver, settled }, request) => {
  const handled = await deliver(parsedBody(request))
  await settled()
  return json(202, { handled })
}

const alarms: Endpoint = async ({ identity }, { url }) =>
  webPage(alarmsPage(demoAlarms, identity.publicUrl, url.searchParams.get('sent')))

const ringAlarm: Endpoint = async ({ deliver, settled, clock }, request) => {
  const wanted = bodyAs(ring, request)
  const alarm = demoAlarms.find(({ name }) => name === wanted.alarm)
  if (!alarm) throw new HttpProblem(404, 'unknown-alarm', `There is no sample alarm ${wanted.alarm}.`)
  await deliver(alarmStateChange(alarm, wanted.state, clock.now(), randomUUID()))
  await settled()
  return seeOther(`/local/alarms?${new URLSearchParams({ sent: `${alarm.name} → ${wanted.state}` })}`)
}

const upload: Endpoint = async ({ uploads }, request) => {
  await uploads.receive(request)
  return json(200, {})
}

/** Says what became of those of ten minutes ago, and sends the next. */
const canaries: Endpoint = async ({ watch, settled }) => {
  const watched = await watch()
  await settled()
  return json(200, watched)
}

const idle: Endpoint = async ({ settled }) => {
  await settled()
  return json(200, { idle: true })
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET /': async () => seeOther('/local'),
  'GET /local': home,
  'GET /local/people': peopleList,
  'POST /local/token': token,
  'POST /local/sign-in': signIn,
  'GET /local/clock': async (parts) => clockFace(parts),
  'POST /local/clock': moveClock,
  'GET /local/mailbox': mailbox,
  'GET /local/sms': texts,
  'GET /local/chat': chat,
  'GET /local/calls': voiceCalls,
  'GET /local/alarms': alarms,
  'POST /local/alarms': ringAlarm,
  'POST /local/events': events,
  'PUT /local/uploads': upload,
  'POST /local/canaries': canaries,
  'POST /local/idle': idle,
}

/** What the desk answers on this machine only (DESIGN §5). @throws HttpProblem 404 */
export const localEndpoint = (parts: LocalParts, request: LocalRequest): Promise<LocalReply> => {
  const endpoint = ENDPOINTS[`${request.method} ${request.url.pathname}`]
  if (endpoint) return endpoint(parts, request)
  const provider = request.method === 'POST' ? providerAt(request.url.pathname) : null
  if (provider) return recorderOf(parts)(provider, request)
  throw new HttpProblem(404, 'no-such-endpoint', `There is no ${request.method} ${request.url.pathname} here.`)
}
