import type { Deps } from '../../shared/application/deps.ts'
import { emailName } from '../../shared/application/setting-record.ts'
import { rolesAt } from '../../shared/domain/on-call/desk-now.ts'
import type { Actor } from '../../shared/domain/people/actor.ts'
import { type Person, ROLES, type Role } from '../../shared/domain/people/person.ts'
import type { ApiEvent } from './api-event.ts'
import { HttpProblem } from './http-problem.ts'

export type PersonActor = Extract<Actor, { readonly kind: 'person' }>

/** Who asks: what they may do, and their record where the directory has one. */
export type Caller = { readonly actor: PersonActor; readonly person: Person | null }

type Claims = Readonly<Record<string, unknown>>

const textOf = (claims: Claims, name: string): string => {
  const claim = claims[name]
  return typeof claim === 'string' || typeof claim === 'boolean' ? String(claim) : ''
}

/** The gateway writes a list of groups as `[desk engineer]`; other authorizers as JSON or as a real list. */
export const rolesOf = (claim: unknown): readonly Role[] => {
  const words = new Set(
    Array.isArray(claim) ? claim.map(String) : typeof claim === 'string' ? claim.split(/[[\]",\s]+/) : [],
  )
  return ROLES.filter((role) => role === 'requester' || words.has(role))
}

/** An address only counts as theirs when the user pool has checked it. */
const verifiedEmailOf = (claims: Claims): string =>
  textOf(claims, 'email_verified') === 'false' ? '' : textOf(claims, 'email')

/** Also whoever has left: by address the settings only know those who are there. */
const personFor = async ({ settings, store }: Deps, sub: string, email: string): Promise<Person | null> => {
  const person = (await settings.person(sub)) ?? (email ? await settings.personByEmail(email) : null)
  if (person || !email) return person
  const left = await store.alias(emailName(email))
  return left && settings.person(left.target.id)
}

/**
 * The signed-in caller (API-4): the token's groups are their roles, the directory adds support groups and department; a
 * stranger to the directory is a requester with what the token says. Whoever is at the desk by its rota has its role (ROL-6).
 * @throws HttpProblem 401 without a verified token
 */
export const callerOf = async (event: ApiEvent, deps: Deps): Promise<Caller> => {
  const claims = event.requestContext.authorizer?.jwt?.claims
  const sub = claims ? textOf(claims, 'sub') : ''
  if (!claims || !sub) throw new HttpProblem(401, 'not-signed-in', 'Sign in and send the token as a Bearer.')
  const email = verifiedEmailOf(claims)
  const person = await personFor(deps, sub, email)
  const id = person?.id ?? sub
  const roles = rolesOf(claims['cognito:groups'])
  const actor: PersonActor = {
    kind: 'person',
    id,
    name: person?.name ?? (textOf(claims, 'name') || email || sub),
    email: person?.email ?? email,
    roles: person ? rolesAt(await deps.settings.desk(), id, roles, deps.clock.now()) : roles,
    groups: person?.groups ?? [],
    department: person?.department ?? null,
  }
  return { actor, person }
}
