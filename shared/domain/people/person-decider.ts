import type { Context, Decider } from '../record.ts'
import { refuse } from '../refusal.ts'
import { hasRole } from './actor.ts'
import type { OwnWays, Person } from './person.ts'

export type PersonRecord = Person & { readonly updatedAt: string }
export type PersonCommand =
  | { readonly type: 'put'; readonly person: Person }
  /** NOT-2: by whoever they are. */
  | { readonly type: 'set-ways'; readonly ways: OwnWays }
export type PersonEvent =
  | { readonly type: 'person-put'; readonly person: Person }
  | { readonly type: 'ways-set'; readonly ways: OwnWays }

const isSame = (before: PersonRecord, after: Person): boolean =>
  JSON.stringify({ ...before, updatedAt: '' }) === JSON.stringify({ ...after, updatedAt: '' })

const setWays = (before: PersonRecord | null, ways: OwnWays, { actor }: Context): readonly PersonEvent[] => {
  if (before === null || actor.kind !== 'person' || actor.id !== before.id) {
    return refuse('forbidden', 'not-your-act', 'Everybody sets the ways to themselves; for others administrators do.')
  }
  return isSame(before, { ...before, ...ways }) ? [] : [{ type: 'ways-set', ways }]
}

/** People are kept by administrators (and by the desk itself when it is set up), and the ways to them by themselves. */
export const personDecider: Decider<PersonRecord, PersonCommand, PersonEvent, Context> = {
  decide: (before, command, context) => {
    if (command.type === 'set-ways') return setWays(before, command.ways, context)
    const { person } = command
    const { actor } = context
    if (actor.kind !== 'system' && !hasRole(actor, 'administrator')) {
      refuse('forbidden', 'not-your-act', 'People are kept by administrators.')
    }
    return before !== null && isSame(before, person) ? [] : [{ type: 'person-put', person }]
  },
  evolve: (before, event, { at }) =>
    event.type === 'person-put'
      ? { ...event.person, updatedAt: at }
      : { ...(before as PersonRecord), ...event.ways, updatedAt: at },
  passTime: () => [],
  wakeAt: () => null,
}
