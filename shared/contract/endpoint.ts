import type * as z from 'zod'
import type { Role } from '../domain/people/person.ts'
import type { Schema, ValueOf } from './schema.ts'

/** What an answer looks like that is no JSON: the media type and what it contains. */
type OtherMedia = { readonly type: string; readonly description: string }

/**
 * One endpoint of the public API. This one description feeds the router, the validation, the authorisation, the OpenAPI
 * document, the routes in front of the Lambda and the portal's types (API-1).
 */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** The one outside of a version is as short as a text message needs it, and lies in people’s telephones. */
  readonly path: `/api/v1/${string}` | '/api/a/{token}'
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly auth: 'public' | 'signed-in'
  /** Any one of them suffices; absent: everybody, or decided per ticket by the domain (ROL-2). */
  readonly roles?: readonly Role[]
  readonly params?: Schema<z.ZodObject>
  readonly query?: Schema<z.ZodObject>
  readonly body?: Schema
  /** The page without JavaScript posts forms; everything else is JSON only. */
  readonly acceptsForms?: true
  readonly status: 200 | 201
  /** Absent: the answer is no JSON, see `media`. Only the OpenAPI document and tests build it. */
  readonly response?: Schema
  readonly media?: OtherMedia
  /** A list that is there as CSV too, by Accept: text/csv (REP-7). */
  readonly asCsv?: true
  /** It may lead elsewhere instead. */
  readonly redirect?: { readonly status: 302 | 303; readonly description: string }
  /** The answer carries the record's version as ETag. */
  readonly versioned?: true
  /** With If-None-Match it is not sent again to whoever has it: 304. */
  readonly conditional?: true
  /** Takes Idempotency-Key. */
  readonly idempotent?: true
  /** `version`: 428 without If-Match. `version-or-new`: If-None-Match: * creates. Absent: If-Match is not looked at. */
  readonly precondition?: 'version' | 'version-or-new' | 'version-if-given'
  /** Problems beyond those that follow from the rest of the description: code → when. */
  readonly problems?: Readonly<Partial<Record<ProblemStatus, string>>>
}

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429

/** Keeps the schemas' exact types, so that handlers and the portal's client are typed by them. */
export const endpoint = <const E extends Endpoint>(description: E): E => description

/** Answers are made of the domain's values, which nobody changes. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

type Parsed<Given> = Given extends Schema ? ValueOf<Given> : Record<never, never>

export type ParamsOf<E extends Endpoint> = Parsed<E['params']>
export type QueryOf<E extends Endpoint> = Parsed<E['query']>
export type BodyOf<E extends Endpoint> = E['body'] extends Schema ? ValueOf<E['body']> : null
export type ResponseOf<E extends Endpoint> = E['response'] extends Schema ? Frozen<ValueOf<E['response']>> : never
