import type { Person } from '../../shared/domain/people/person.ts'
import type { Desk } from '../../shared/domain/setting/desk.ts'
import { INTAKE_GROUP } from '../../shared/domain/ticket/recording.ts'
import type { PolicyWith } from '../history/log-policy.ts'
import type { PastCase } from '../history/past-case.ts'
import type { LogWords } from '../history/words.ts'

type Named = { readonly id: string; readonly name: Readonly<Record<string, string>> }

/** What a log has names and words for. */
export const NAMED = ['group', 'category', 'channel', 'kind', 'impact', 'urgency', 'person'] as const

/** What names of the log were not known here, by what they are names of. */
export type UnknownName = { readonly of: (typeof NAMED)[number]; readonly name: string }

const folded = (text: string): string => text.trim().toLowerCase()

/** By its id and by its name in any language. */
const byNames = (values: Iterable<Named>): ReadonlyMap<string, string> =>
  new Map(
    [...values].flatMap(({ id, name }) => [id, ...Object.values(name)].map((each) => [folded(each), id] as const)),
  )

/** By id, address and name; a name that two people have is nobody's. */
const peopleByNames = (people: Iterable<Person>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const { id, name, email } of people) {
    for (const each of [id, email, name].map(folded)) {
      if (found.has(each) && found.get(each) !== id) twice.add(each)
      found.set(each, id)
    }
  }
  for (const name of twice) found.delete(name)
  return found
}

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
  const groups = byNames(desk.groups.values())
  const categories = byNames(desk.categories.values())
  const people = peopleByNames(desk.staff.values())
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
