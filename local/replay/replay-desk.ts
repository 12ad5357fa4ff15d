import { defaultCodes } from '../../shared/application/defaults/default-codes.ts'
import { defaultPolicy } from '../../shared/application/defaults/default-policy.ts'
import { defaultReport } from '../../shared/application/defaults/default-report.ts'
import type { Deps } from '../../shared/application/deps.ts'
import type { Settings } from '../../shared/application/settings.ts'
import type { Person, Role } from '../../shared/domain/people/person.ts'
import type { Category, Group } from '../../shared/domain/setting/catalogue.ts'
import type { Desk } from '../../shared/domain/setting/desk.ts'
import { INTAKE_GROUP } from '../../shared/domain/ticket/recording.ts'
import type { Declared } from '../history/live-through.ts'
import type { PolicyWith } from '../history/log-policy.ts'
import { memoryDeps } from '../history/memory-deps.ts'
import type { MemoryStore } from '../history/memory-store.ts'
import type { PastCase } from '../history/past-case.ts'

const NO_CATEGORY = 'none'

export type ReplayPolicy = PolicyWith<'replay'>

/** The people, groups and categories a log speaks of. */
export type Census = {
  readonly groupsOf: Map<string, Set<string>>
  readonly groups: Set<string>
  readonly categories: Set<string>
}

export const emptyCensus = (): Census => ({ groupsOf: new Map(), groups: new Set(), categories: new Set() })

export const addToCensus = ({ groupsOf, groups, categories }: Census, { category, events }: PastCase): void => {
  if (category) categories.add(category)
  for (const { group, assignee } of events) {
    groups.add(group ?? INTAKE_GROUP)
    if (assignee) groupsOf.set(assignee, (groupsOf.get(assignee) ?? new Set()).add(group ?? INTAKE_GROUP))
  }
}

const REQUESTER: Declared['requester'] = {
  ...{ personId: null, name: 'Caller', email: null, phone: null, vip: false, department: null },
  ...{ language: 'en', verified: false },
}

/** A case is called by its name in the log, whatever its title was. */
export const declaredAs = async ({ id, category }: PastCase): Promise<Declared> => ({
  ...{ title: id, description: id, requester: REQUESTER, category: category ?? NO_CATEGORY, acknowledge: false },
})

const personOf = (id: string, roles: readonly Role[], groups: readonly string[]): Person => ({
  ...{ id, name: id, roles, groups, businessGroups: [], active: true },
  ...{ email: `${encodeURIComponent(id)}@replay.invalid`, phone: null, mobile: null, department: null },
  ...{ language: 'en', vip: false },
})

const byId = <Value extends { readonly id: string }>(values: readonly Value[]): ReadonlyMap<string, Value> =>
  new Map(values.map((value) => [value.id, value]))

const groupsIn = (
  { groups }: Census,
  {
    replay: {
      groups: { lines, otherwise },
    },
  }: ReplayPolicy,
): readonly Group[] =>
  [...new Set([INTAKE_GROUP, ...groups])].map((id) => ({
    id,
    name: { 'zh-CN': id, en: id },
    line: id === INTAKE_GROUP ? 'desk' : (lines[id] ?? otherwise),
    lead: null,
  }))

const categoriesIn = ({ categories }: Census, { replay: { secondLineGroup } }: ReplayPolicy): readonly Category[] =>
  [NO_CATEGORY, ...categories].map((id) => ({
    ...{ id, name: { 'zh-CN': id, en: id } },
    ...{ group: INTAKE_GROUP, secondLineGroup },
  }))

/** The desk as the policy file and the log's own names make it. */
export const deskOf = (census: Census, policy: ReplayPolicy): Desk => {
  const given = policy.replay
  const own = given.policy as Partial<Desk['policy']['value']>
  const intake = { ...defaultPolicy.intake, defaultCategory: NO_CATEGORY, defaultCalendar: given.calendar.id }
  const tried = { ...defaultPolicy, ...own, intake: { ...intake, ...own.intake } }
  const engineers = [...census.groupsOf].map(([id, groups]) => personOf(id, ['engineer'], [...groups]))
  return {
    policy: { version: 1, value: tried },
    codes: defaultCodes,
    report: defaultReport,
    calendars: new Map([[given.calendar.id, { version: 1, value: given.calendar }]]),
    categories: byId(categoriesIn(census, policy)),
    groups: byId(groupsIn(census, policy)),
    staff: byId([...engineers, ...given.people.map(({ id, roles }) => personOf(id, roles, []))]),
    ...{ services: new Map(), items: new Map(), departments: new Map(), rotas: new Map(), chatChannels: new Map() },
  }
}

const settingsOf = (desk: Desk): Settings => ({
  desk: async () => desk,
  policyAt: async () => desk.policy.value,
  calendarAt: async (id) => {
    const calendar = desk.calendars.get(id)
    if (!calendar) throw new Error(`There is no calendar ${id}.`)
    return calendar
  },
  person: async (id) => desk.staff.get(id) ?? null,
  personByEmail: async () => null,
  forget: () => undefined,
})

/** The same in every replay of the same log. */
const nextId = (): (() => string) => {
  let last = 0
  return () => {
    last += 1
    return `id-${last}`
  }
}

/** What the use cases work with: memory, the log's time, and nothing that leads outside. */
export const replayDeps = (desk: Desk, store: MemoryStore, now: () => string): Deps =>
  memoryDeps({ store, settings: settingsOf(desk), clock: { now }, newId: nextId() })
