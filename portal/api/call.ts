import type * as z from 'zod'
import type { Api } from '../../shared/contract/api.ts'
import type { Endpoint, ResponseOf } from '../../shared/contract/endpoint.ts'
import type { ProblemBody } from '../../shared/contract/problem.ts'
import { setDeskTime } from '../format/now.ts'
import { renewQuietly, signInAgain, token } from '../session/session.ts'
import { online } from '../shell/online.ts'
import { language } from '../texts/texts.ts'
import { Refused, Unreachable } from './failure.ts'
import { type Called, ROUTES } from './routes.ts'

type Part<E extends Endpoint, Key extends keyof Endpoint> =
  E extends Readonly<Record<Key, () => infer Schema>> ? Schema : undefined

type Given<Key extends string, Schema> = Schema extends z.ZodType
  ? Record<never, never> extends z.input<Schema>
    ? { readonly [K in Key]?: z.input<Schema> }
    : { readonly [K in Key]: z.input<Schema> }
  : unknown

type PreconditionOf<E extends Endpoint> = E['precondition'] extends 'version'
  ? { readonly version: number }
  : E['precondition'] extends 'version-or-new'
    ? { readonly version: number | 'new' }
    : { readonly version?: number }

/** What a call of an operation takes: path parameters, query and body by the contract, the version it is based on. */
export type CallOf<Name extends Called> = Given<'params', Part<Api[Name], 'params'>> &
  Given<'query', Part<Api[Name], 'query'>> &
  Given<'body', Part<Api[Name], 'body'>> &
  PreconditionOf<Api[Name]> & {
    readonly signal?: AbortSignal
    /** Reading by itself, not because somebody asked: gives up at once and asks nobody to sign in. */
    readonly inBackground?: boolean
    /** Idempotency-Key to go on with an earlier attempt. */
    readonly key?: string
  }

export type AnswerOf<Name extends Called> = ResponseOf<Api[Name]>
type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : never
export type BodyFor<Name extends Called> = InputOf<Part<Api[Name], 'body'>>

type Loose = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly version?: number | 'new'
  readonly signal?: AbortSignal
  readonly inBackground?: boolean
  readonly key?: string
  readonly tag?: string | null
  readonly accept?: string
}

const PAUSES_MS = [300, 1_500] as const

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms))

const urlOf = (path: string, { params = {}, query = {} }: Loose): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return given.length === 0 ? filled : `${filled}?${search}`
}

/** The address of a call that only reads, for whoever reads it in another way. */
export const urlOfCall = <Name extends Called>(
  name: Name,
  given: Pick<CallOf<Name>, ('params' | 'query') & keyof CallOf<Name>>,
) => {
  const [, path = ''] = ROUTES[name].split(' ')
  return urlOf(path, given as Loose)
}

const headersOf = (
  method: string,
  { body, version, tag, accept = 'application/json' }: Loose,
  key: string,
): Record<string, string> => ({
  accept,
  'accept-language': language.value,
  ...(token.value !== null && { authorization: `Bearer ${token.value}` }),
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(typeof version === 'number' && { 'if-match': `"${version}"` }),
  ...(tag && { 'if-none-match': tag }),
  ...(version === 'new' && { 'if-none-match': '*' }),
  ...(method !== 'GET' && { 'idempotency-key': key }),
})

const problemOf = async (response: Response): Promise<ProblemBody> => {
  const text = await response.text()
  try {
    return JSON.parse(text) as ProblemBody
  } catch {
    const { status } = response
    return {
      type: 'about:blank',
      title: response.statusText,
      status,
      code: `http-${status}`,
      detail: text.slice(0, 500),
    }
  }
}

/** Whether the desk may not even have seen the request, so that the same one with the same key may be sent again. */
const mayTryAgain = ({ status }: Response): boolean => status === 502 || status === 503 || status === 504

/** Longer than the desk itself may take (30 s); whoever only looks again need not wait so long. */
const PATIENCE_MS = { asked: 35_000, background: 15_000 } as const

type Sending = { readonly inBackground: boolean; readonly signal: AbortSignal | undefined }

/** One attempt; null when there was no answer. @throws what the caller's own signal throws, Unreachable when it took too long */
const attempt = async (url: string, init: RequestInit, { inBackground, signal }: Sending): Promise<Response | null> => {
  const tooLong = AbortSignal.timeout(inBackground ? PATIENCE_MS.background : PATIENCE_MS.asked)
  try {
    const response = await fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong })
    // whoever asked is told of a failure; what goes on by itself says that it does not
    online.value = !inBackground || response.status < 500
    setDeskTime(Date.parse(response.headers.get('date') ?? ''))
    return response
  } catch (error) {
    if (signal?.aborted) throw error
    if (!tooLong.aborted) return null
    online.value = false
    throw new Unreachable(url, { cause: error })
  }
}

/** @throws Unreachable after three attempts, or after one in the background */
const send = async (url: string, init: RequestInit, sending: Sending): Promise<Response> => {
  for (const pauseMs of sending.inBackground ? [null] : [...PAUSES_MS, null]) {
    const response = await attempt(url, init, sending)
    if (response && (pauseMs === null || !mayTryAgain(response))) return response
    if (pauseMs !== null) await pause(pauseMs)
  }
  online.value = false
  throw new Unreachable(url)
}

/** An answer of the API as it came, sign-in and failures dealt with. */
export const request = async (url: string, method: string, given: Loose = {}): Promise<Response> => {
  const { body, signal, inBackground = false, key = crypto.randomUUID() } = given
  const once = () => {
    const init = { method, headers: headersOf(method, given, key), cache: 'no-store' as const }
    return send(url, body === undefined ? init : { ...init, body: JSON.stringify(body) }, { inBackground, signal })
  }
  const sentWith = token.value
  let response = await once()
  if (response.status === 401) {
    const isOutdated = token.value !== sentWith
    if (isOutdated || (inBackground ? await renewQuietly() : await signInAgain())) response = await once()
  }
  if (!response.ok && response.status !== 304) throw new Refused(await problemOf(response))
  return response
}

/**
 * Calls an operation of the API (API-1). Writes carry an Idempotency-Key, so what is sent again after a network failure
 * is done once; an expired sign-in is renewed in between.
 * @throws Refused with the API's problem, Unreachable, SignedOut
 */
export const call = async <Name extends Called>(name: Name, given: CallOf<Name>): Promise<AnswerOf<Name>> => {
  const [method = 'GET', path = ''] = ROUTES[name].split(' ')
  const response = await request(urlOf(path, given as Loose), method, given as Loose)
  return (await response.json()) as AnswerOf<Name>
}

/**
 * Reads what has been read before, unless it still says the same; `tag` is that of the last answer.
 * @returns null when nothing has happened since
 * @throws Refused, Unreachable, SignedOut
 */
export const callIfChanged = async <Name extends Called>(
  name: Name,
  given: CallOf<Name>,
  tag: string | null,
): Promise<{ readonly answer: AnswerOf<Name>; readonly tag: string | null } | null> => {
  const [method = 'GET', path = ''] = ROUTES[name].split(' ')
  const response = await request(urlOf(path, given as Loose), method, { ...(given as Loose), tag })
  if (response.status === 304) return null
  return { answer: (await response.json()) as AnswerOf<Name>, tag: response.headers.get('etag') }
}
