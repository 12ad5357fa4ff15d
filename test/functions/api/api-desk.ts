import type { ApiEvent } from '../../../functions/api/api-event.ts'
import { apiHandler } from '../../../functions/api.ts'
import { demoAlarmTags } from '../../../local/alarm-tags.ts'
import { demoPeople } from '../../../local/demo/people.ts'
import { demoSettings } from '../../../local/demo/settings.ts'
import { putMissingSettings } from '../../../shared/application/defaults/put-missing-settings.ts'
import type { Deps } from '../../../shared/application/deps.ts'
import type { Store } from '../../../shared/application/ports.ts'
import { putPerson } from '../../../shared/application/setting-record.ts'
import { createSettings } from '../../../shared/application/settings-cache.ts'
import { plus } from '../../../shared/domain/instant.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { type Answer, conforming } from './conforming.ts'
import { MemoryStore } from './memory-store.ts'

type Request = {
  readonly as?: string | null
  readonly body?: unknown
  readonly raw?: { readonly text: string; readonly type?: string }
  /** The text is base64, as the gateway writes what it does not know to be text. */
  readonly base64?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** In place of the claims of the person named by `as`. */
  readonly claims?: Readonly<Record<string, unknown>>
}

/** What the desk would have sent or logged, for tests to look at. */
type Noted = { readonly errors: unknown[]; readonly files: Map<string, Uint8Array> }

export type ApiDesk = {
  readonly deps: Deps
  readonly noted: Noted
  /** Sends a request as the gateway would, and checks the answer against the contract. */
  send(method: string, path: string, request?: Request): Promise<Answer>
  get(path: string, as: string | null, query?: Request['query']): Promise<Answer>
  post(path: string, as: string | null, body: unknown, version?: number): Promise<Answer>
  advance(minutes: number): void
}

/** A Monday morning in office hours, in Shanghai. */
const START = '2026-03-02T02:00:00.000Z'

const depsOn = (store: Store): { readonly deps: Deps; readonly noted: Noted; readonly advance: ApiDesk['advance'] } => {
  let now = START
  let ids = 0
  const noted: Noted = { errors: [], files: new Map() }
  const clock = { now: () => now }
  const never = () => Promise.reject(new Error('the API sends nothing itself'))
  const deps: Deps = {
    store,
    settings: createSettings({ store, clock }),
    clock,
    newId: () => `id-${++ids}`,
    wakeUps: { schedule: never },
    procedures: { follow: never },
    machine: { start: never, answer: never },
    mailer: { send: never },
    textMessages: { send: never },
    chat: { post: never },
    voiceCalls: { call: never },
    files: {
      put: async (key, content) => void noted.files.set(key, content),
      get: async (key) => noted.files.get(key) ?? null,
      uploadUrl: async (key, { mimeType }) => ({
        url: `http://storage.example/${key}`,
        headers: { 'content-type': mimeType },
      }),
      uploadsAt: async () => 'http://storage.example/',
      release: never,
    },
    alarmTags: demoAlarmTags,
    bus: { publish: never },
    log: { info: () => undefined, error: (_, error) => void noted.errors.push(error) },
    metrics: { note: () => undefined },
    identity: {
      name: 'Harbour IT desk',
      address: 'desk@firstline.example',
      publicUrl: 'http://127.0.0.1:3000',
      trustedAuthservId: null,
      languages: ['en', 'zh-CN'],
    },
    secret: async () => new TextEncoder().encode('a secret of thirty-two bytes, at least'),
  }
  const advance = (minutes: number): void => {
    now = plus(now, minutes * 60_000)
  }
  return { deps, noted, advance }
}

/** All claims are strings by the time they reach the function, lists as `[a b]`. */
const claimsOf = (id: string): Readonly<Record<string, unknown>> => {
  const person = demoPeople.find((one) => one.id === id)
  return person
    ? { sub: id, email: person.email, name: person.name, 'cognito:groups': `[${person.roles.join(' ')}]` }
    : { sub: id, name: id }
}

const eventOf = (method: string, path: string, request: Request): ApiEvent => {
  const { as = null, body, raw, headers = {}, query, claims = as === null ? undefined : claimsOf(as) } = request
  const text = raw?.text ?? (body === undefined ? undefined : JSON.stringify(body))
  const type = raw ? raw.type : body === undefined ? undefined : 'application/json'
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...(type && { 'content-type': type }), ...headers },
    ...(query && { queryStringParameters: query }),
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
    },
    ...(text !== undefined && { body: text }),
    isBase64Encoded: request.base64 ?? false,
  }
  return event as unknown as ApiEvent
}

/** The API on a desk of its own, with the demo customer's settings and people. */
export const openApiDesk = async (store: Store = new MemoryStore()): Promise<ApiDesk> => {
  const { deps, noted, advance } = depsOn(store)
  await putMissingSettings(deps, demoSettings)
  for (const person of demoPeople) await putPerson(deps, person, DESK)
  const handle = apiHandler(deps)
  const send: ApiDesk['send'] = async (method, path, request = {}) =>
    conforming(method, path, await handle(eventOf(method, path, request)))
  return {
    deps,
    noted,
    send,
    advance,
    get: (path, as, query) => send('GET', path, { as, ...(query && { query }) }),
    post: (path, as, body, version) =>
      send('POST', path, { as, body, ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }) }),
  }
}
