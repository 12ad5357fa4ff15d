import { plus } from '../domain/instant.ts'
import { readReplyToken, replyToken } from '../domain/link/reply-token.ts'
import type { Mail } from '../domain/mail/mail.ts'
import { replyAddressFor, replyTokenIn } from '../domain/mail/thread.ts'
import { DESK } from '../domain/people/actor.ts'
import type { Context, RecordKey } from '../domain/record.ts'
import { DomainError } from '../domain/refusal.ts'
import {
  type Canary,
  type CanaryCommand,
  type CanaryEvent,
  canaryDecider,
  isCanaryNumber,
  type Road,
} from '../domain/watch/canary.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import type { OutgoingMail } from './ports.ts'
import type { RecordType } from './record-type.ts'

/** Long enough to look into what became of them, then DynamoDB removes them: nobody counts canaries. */
const KEPT_MS = 3 * 86_400_000

const canaryRecord: RecordType<Canary, CanaryCommand, CanaryEvent, Context> = {
  kind: 'canary',
  decider: canaryDecider,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: () => ({ places: {}, summary: null }),
  keptUntil: ({ releasedAt }) => plus(releasedAt, KEPT_MS),
}

const canaryKey = (road: Road, number: string): RecordKey => ({ kind: 'canary', id: `${road}.${number}` })

export const loadCanary = async ({ store }: Deps, road: Road, number: string): Promise<Canary | null> =>
  (await store.load<Canary>(canaryKey(road, number)))?.state ?? null

/** False when it has been released before: it is not sent twice. */
export const releaseCanary = async (deps: Deps, road: Road, number: string): Promise<boolean> => {
  const { events } = await executeOn(
    deps,
    canaryRecord,
    canaryKey(road, number),
    { type: 'release', road, number },
    DESK,
  )
  return events.some(({ event }) => event.type === 'canary-released')
}

const isNoCanary = (error: unknown): boolean => error instanceof DomainError && error.problem === 'not-found'

/** One that was never released, or is long gone, is nothing. */
const note = async (
  deps: Deps,
  key: RecordKey,
  type: 'note-arrival' | 'wake',
  refreshWakeUp = false,
): Promise<void> => {
  try {
    await executeOn(deps, canaryRecord, key, { type }, DESK, { refreshWakeUp })
  } catch (error) {
    if (!isNoCanary(error)) throw error
  }
}

export const noteArrival = (deps: Deps, road: Road, number: string): Promise<void> =>
  note(deps, canaryKey(road, number), 'note-arrival')

export const wakeCanary = (deps: Deps, key: RecordKey, refresh: boolean): Promise<void> =>
  note(deps, key, 'wake', refresh)

/** From the desk to the desk; its address is signed, so that nobody else's mail passes for one. */
export const canaryMail = async ({ identity, secret }: Deps, number: string): Promise<OutgoingMail> => {
  const token = await replyToken(await secret(), number, identity.address)
  const text = 'This mail looks whether mail reaches the desk. Nobody needs to read it.'
  return {
    id: `canary.${number}`,
    from: { name: identity.name, address: identity.address },
    to: { name: identity.name, address: replyAddressFor(identity.address, token) },
    replyTo: null,
    subject: `Canary ${number}`,
    text,
    html: `<p>${text}</p>`,
    inReplyTo: null,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Loop': identity.address },
  }
}

/** Null for every other mail; one without a reply address of ours costs nothing to tell. */
export const canaryInMail = async (deps: Deps, { to, cc }: Mail): Promise<string | null> => {
  const addresses = [...to, ...cc].map(({ address }) => address)
  const token = replyTokenIn(addresses, deps.identity.address)
  const read = token ? await readReplyToken(await deps.secret(), token) : null
  return read && isCanaryNumber(read.number) ? read.number : null
}
