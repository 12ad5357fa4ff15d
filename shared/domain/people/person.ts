import type { Language } from '../language.ts'

export const ROLES = [
  'requester',
  'desk',
  'desk-manager',
  'engineer',
  'incident-manager',
  'project-manager',
  'management',
  'service-owner',
  'problem-manager',
  'administrator',
] as const

/** ROL-1: roles are additive; everybody is a requester. */
export type Role = (typeof ROLES)[number]

/** Everything more than the requester's role. */
export const STAFF_ROLES = ROLES.filter((role) => role !== 'requester')

/** NOT-2: a way to somebody; `chat:` is followed by the id of a chat channel. */
export type PersonChannel = 'email' | 'sms' | 'voice' | `chat:${string}`

/** ROL-5. `groups` are the support groups somebody works in; an incident manager may be limited to business groups. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly mobile: string | null
  readonly department: string | null
  readonly language: Language
  readonly vip: boolean
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
  readonly businessGroups: readonly string[]
  readonly active: boolean
  /** NOT-2: in the order in which they are tried; absent: e-mail, then SMS. */
  readonly channels?: readonly PersonChannel[]
}

/** NOT-2: what everybody keeps of themselves, since nobody knows better how they are reached. */
export type OwnWays = Pick<Person, 'language' | 'phone' | 'mobile'> & { readonly channels: readonly PersonChannel[] }

/** NOT-2: of whoever has said nothing about it. */
export const DEFAULT_CHANNELS: readonly PersonChannel[] = ['email', 'sms']

/** Whoever has more than the requester's role works on tickets and may see them (ROL-3). */
export const isStaff = (person: { readonly roles: readonly Role[] }): boolean =>
  person.roles.some((role) => role !== 'requester')
