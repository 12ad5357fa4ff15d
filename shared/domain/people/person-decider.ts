import type { Context, Decider } from '../record.ts'
import { refuse } from '../refusal.ts'
import { hasRole } from './actor.ts'
import type { Person } from './person.ts'

export type PersonRecord = Person & { readonly updatedAt: string }
export type PersonCommand = { readonly type: 'put'; readonly person: Person }
export type PersonEvent = { readonly type: 'person-put'; readonly person: Person }

/** People are kept by administrators (and by the desk itself when it is set up). */
export const personDecider: Decider<PersonRecord, PersonCommand, PersonEvent, Context> = {
  decide: (before, { person }, { actor }) => {
    if (actor.kind !== 'system' && !hasRole(actor, 'administrator')) {
      refuse('forbidden', 'not-your-act', 'People are kept by administrators.')
    }
    const same =
      before !== null && JSON.stringify({ ...before, updatedAt: '' }) === JSON.stringify({ ...person, updatedAt: '' })
    return same ? [] : [{ type: 'person-put', person }]
  },
  evolve: (_, { person }, { at }) => ({ ...person, updatedAt: at }),
  passTime: () => [],
  wakeAt: () => null,
}
