import type { Deps } from '../../shared/application/deps.ts'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '../../shared/contract/endpoint.ts'
import { hasRole } from '../../shared/domain/people/actor.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { type ApiEvent, wantsCsv } from './api-event.ts'
import { bodyOf } from './body.ts'
import { type Caller, callerOf } from './caller.ts'
import { csvExport, type ListPage, type ReadPage } from './csv-export.ts'
import { expectedVersionOf, type Idempotency, idempotencyOf } from './preconditions.ts'
import { isKnown, isRaw, jsonResult, notModified, type RawReply, type Reply, rawResult } from './reply.ts'
import type { Route } from './router.ts'
import { validated } from './validated.ts'

/** A request that has passed everything the contract says about it. */
export type Call<E extends Endpoint> = {
  readonly deps: Deps
  readonly caller: E['auth'] extends 'signed-in' ? Caller : null
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly expectedVersion: number | undefined
  readonly idempotency: Idempotency | undefined
  readonly event: ApiEvent
}

type JsonReply<E extends Endpoint> = E['response'] extends object ? Reply<ResponseOf<E>> : never
type OtherReply<E extends Endpoint> = E extends { readonly media: object } | { readonly redirect: object }
  ? RawReply
  : never

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<JsonReply<E> | OtherReply<E>>

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const pathParametersOf = ({ pathParameters }: ApiEvent): Record<string, string> =>
  Object.fromEntries(Object.entries(pathParameters ?? {}).map(([name, value]) => [name, decoded(value ?? '')]))

const checkCaller = ({ actor, person }: Caller, endpoint: Endpoint): void => {
  if (person && !person.active) refuse('forbidden', 'account-inactive', 'This account has been deactivated.')
  if (!endpoint.roles || hasRole(actor, ...endpoint.roles)) return
  refuse('forbidden', 'not-your-act', `This is for: ${endpoint.roles.join(', ')}.`)
}

const callOf = async (endpoint: Endpoint, deps: Deps, event: ApiEvent): Promise<Call<Endpoint>> => {
  const caller = endpoint.auth === 'signed-in' ? await callerOf(event, deps) : null
  if (caller) checkCaller(caller, endpoint)
  const params = validated(endpoint.params?.(), pathParametersOf(event), 'path')
  const query = validated(endpoint.query?.(), event.queryStringParameters ?? {}, 'query')
  const body = endpoint.body ? validated(endpoint.body(), bodyOf(event, endpoint.acceptsForms ?? false), 'body') : null
  return {
    deps,
    event,
    caller: caller as Call<Endpoint>['caller'],
    params,
    query,
    body: body as BodyOf<Endpoint>,
    expectedVersion: expectedVersionOf(event, endpoint),
    idempotency: endpoint.idempotent ? idempotencyOf(event, caller?.actor.id ?? 'link', body) : undefined,
  }
}

/** A list’s own handler, asked for one page after the other. */
const pagesOf =
  <E extends Endpoint>(handler: Handler<E>, call: Call<E>): ReadPage =>
  async (page) =>
    ((await handler({ ...call, query: { ...call.query, ...page } })) as { readonly body: ListPage }).body

/** One endpoint of the contract with what answers it: sign-in, role, path, query, body, preconditions, in this order. */
const routeOf = <E extends Endpoint>(endpoint: E, handler: Handler<E>, deps: Deps): Route => ({
  method: endpoint.method,
  path: endpoint.path,
  answer: async (event) => {
    const call = (await callOf(endpoint, deps, event)) as Call<E>
    if (endpoint.asCsv && wantsCsv(event)) return rawResult(await csvExport(endpoint, event, pagesOf(handler, call)))
    const reply = await handler(call)
    if (isRaw(reply)) return rawResult(reply)
    return endpoint.conditional && isKnown(event, reply) ? notModified(reply) : jsonResult(endpoint.status, reply)
  },
})

export type Handlers<Group> = {
  readonly [Name in keyof Group]: Group[Name] extends Endpoint ? Handler<Group[Name]> : never
}

/** A group of the contract with what answers each of it. */
export const routesOf = <Group extends Readonly<Record<string, Endpoint>>>(
  endpoints: Group,
  handlers: Handlers<Group>,
  deps: Deps,
): readonly Route[] =>
  Object.entries(endpoints).map(([name, endpoint]) =>
    routeOf(endpoint, handlers[name] as unknown as Handler<Endpoint>, deps),
  )
