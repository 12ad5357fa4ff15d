import type { Person } from '../../shared/domain/people/person.ts'
import type { Category, Group } from '../../shared/domain/setting/catalogue.ts'
import type { Desk } from '../../shared/domain/setting/desk.ts'
import { INTAKE_GROUP } from '../../shared/domain/ticket/recording.ts'
import type { PolicyWith } from '../history/log-policy.ts'
import type { PastCase } from '../history/past-case.ts'
import type { LogWords } from '../history/words.ts'

/** Something with a name: what is it alone, and what others may be called as well. */
type Named = { readonly id: string; readonly own: readonly string[]; readonly names: readonly string[] }

/** What a log has names and words for. */
export const NAMED = ['group', 'category', 'channel', 'kind', 'impact', 'urgency', 'person'] as const

/** What names of the log were not known here, by what they are names of. */
export type UnknownName = { readonly of: (typeof NAMED)[number]; readonly name: string }

const folded = (text: string): string => text.trim().toLowerCase()

/** Ids by what they are called; a name that two have is nobody's, and that of one who has it alone is never another's. */
const idsByName = (all: readonly Named[]): ReadonlyMap<string, string> => {
  const called = all.flatMap(({ id, names }) => [...new Set(names.map(folded))].map((name) => [name, id] as const))
  const bearers = Map.groupBy(called, ([name]) => name)
  const own = all.flatMap(({ id, own: names }) => names.map((name) => [folded(name), id] as const))
  return new Map([...[...bearers.values()].flatMap((those) => (those.length === 1 ? those : [])), ...own])
}

const catalogueNames = (values: Iterable<Group | Category>) =>
  idsByName([...values].map(({ id, name }) => ({ id, own: [id], names: Object.values(name) })))

const peopleNames = (people: Iterable<Person>) =>
  idsByName([...people].map(({ id, email, name }) => ({ id, own: [id, email], names: [name] })))

/** A case in this desk's own names, and what was not known here of its own. */
export type Translated = { readonly past: PastCase; readonly unknown: readonly UnknownName[] }

/** Every name that could not be found, once. */
const unknownNames = () => {
  const found = new Map<string, UnknownName>()
  return {
    add: (of: UnknownName['of'], name: string): void => void found.set(`${of} ${name}`, { of, name }),
    all: (): readonly UnknownName[] => [...found.values()],
  }
}

type NotKnown = ReturnType<typeof unknownNames>

/** Words that the policy file says nothing of; an empty one says nothing itself. */
const noteWords = (past: PastCase, policy: LogWords, unknown: NotKnown): void => {
  const note = (of: UnknownName['of'], word: string | null | undefined, known: Readonly<Record<string, unknown>>) => {
    if (word && known[word] === undefined) unknown.add(of, word)
  }
  note('channel', past.contactType, policy.channels)
  note('kind', past.kind, policy.kinds)
  for (const { impact, urgency } of past.events) {
    note('impact', impact, policy.impacts)
    note('urgency', urgency, policy.urgencies)
  }
}

/** API-3: cases in this desk's own names. */
export const translating = (desk: Desk, policy: PolicyWith<'import'>): ((past: PastCase) => Translated) => {
  const { names, otherwise } = policy.import
  const groups = catalogueNames(desk.groups.values())
  const categories = catalogueNames(desk.categories.values())
  const people = peopleNames(desk.staff.values())
  const group = (name: string | null, unknown: NotKnown): string | null => {
    if (name === null) return null
    const known = names.groups[name] ?? groups.get(folded(name))
    if (known === undefined) unknown.add('group', name)
    const id = known ?? otherwise.group
    return id === INTAKE_GROUP ? null : id
  }
  const category = (name: string | null | undefined, unknown: NotKnown): string => {
    if (!name) return otherwise.category
    const known = names.categories[name] ?? categories.get(folded(name))
    if (known === undefined) unknown.add('category', name)
    return known ?? otherwise.category
  }
  const person = (name: string | null, unknown: NotKnown): string | null => {
    if (name === null) return null
    const known = names.people[name] ?? people.get(folded(name))
    if (known === undefined) unknown.add('person', name)
    return known ?? name
  }
  return (past) => {
    const unknown = unknownNames()
    noteWords(past, policy, unknown)
    const events = past.events.map((entry) => ({
      ...entry,
      group: group(entry.group, unknown),
      assignee: person(entry.assignee, unknown),
      by: person(entry.by, unknown),
    }))
    return { past: { ...past, category: category(past.category, unknown), events }, unknown: unknown.all() }
  }
}

const lacking = (what: string, wanted: Iterable<string>, known: ReadonlySet<string>): readonly string[] => {
  const missing = [...new Set(wanted)].filter((id) => !known.has(id))
  return missing.length === 0 ? [] : [`${what} ${missing.join(', ')} (there are: ${[...known].join(', ')})`]
}

/** @throws Error naming everything the policy file speaks of that this desk does not have, and what it has */
export const checkNames = (desk: Desk, policy: PolicyWith<'import'>): void => {
  const { names, otherwise, closing } = policy.import
  const waits = Object.values(policy.states).flatMap((meaning) => (typeof meaning === 'object' ? [meaning.wait] : []))
  // until when it waited stands in no log
  const endless = desk.codes.waitCodes.filter(({ endedBy }) => endedBy !== 'date')
  const codes = (all: readonly { readonly code: string; readonly bySystem?: boolean }[]): ReadonlySet<string> =>
    new Set(all.filter(({ bySystem }) => !bySystem).map(({ code }) => code))
  const faults = [
    ...lacking('groups', [...Object.values(names.groups), otherwise.group], new Set(desk.groups.keys())),
    ...lacking('categories', [...Object.values(names.categories), otherwise.category], new Set(desk.categories.keys())),
    ...lacking('people', Object.values(names.people), new Set(desk.staff.keys())),
    ...lacking('reasons for waiting without a date', waits, codes(endless)),
    ...lacking('channels', [...Object.values(policy.channels), 'other'], codes(desk.codes.channels)),
    ...lacking('close codes', [closing.code], codes(desk.codes.closeCodes)),
    ...lacking('reasons for a missing rating', [closing.notObtained], codes(desk.codes.notObtainedCodes)),
  ]
  if (faults.length > 0) throw new Error(`This desk does not have:\n${faults.join('\n')}`)
}
