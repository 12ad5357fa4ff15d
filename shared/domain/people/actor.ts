import type { Role } from './person.ts'

/** Who acts, with the rights checked in code at every act (ROL-2). */
export type Actor =
  | {
      readonly kind: 'person'
      readonly id: string
      readonly name: string
      readonly email: string
      readonly roles: readonly Role[]
      readonly groups: readonly string[]
      readonly department: string | null
    }
  /** Somebody holding a mail's link: may act as the requester of that one ticket. */
  | { readonly kind: 'link'; readonly name: string; readonly email: string; readonly ticket: string }
  /** INT-6: a mail's sender may comment, nothing else; `verified` says whether DMARC passed. */
  | {
      readonly kind: 'mail'
      readonly name: string
      readonly email: string
      readonly verified: boolean
      /** Works on tickets; only ever true for a verified sender. */
      readonly staff: boolean
    }
  | { readonly kind: 'system'; readonly name: 'clock' | 'monitoring' | 'desk' }

/** What a history entry keeps of the actor. */
export type ActorRef = { readonly kind: Actor['kind']; readonly id: string; readonly name: string }

export const CLOCK: Actor = { kind: 'system', name: 'clock' }
export const MONITORING: Actor = { kind: 'system', name: 'monitoring' }
export const DESK: Actor = { kind: 'system', name: 'desk' }

export const actorRef = (actor: Actor): ActorRef => {
  switch (actor.kind) {
    case 'person':
      return { kind: actor.kind, id: actor.id, name: actor.name }
    case 'system':
      return { kind: actor.kind, id: actor.name, name: actor.name }
    case 'link':
    case 'mail':
      return { kind: actor.kind, id: actor.email, name: actor.name }
  }
}

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.kind === 'person' && actor.roles.some((role) => roles.includes(role))
