import type { Actor } from '../domain/people/actor.ts'
import { isStaff, type OwnWays, type Person } from '../domain/people/person.ts'
import type { PersonCommand, PersonEvent, PersonRecord } from '../domain/people/person-decider.ts'
import { personDecider } from '../domain/people/person-decider.ts'
import type { Context } from '../domain/record.ts'
import { refuse } from '../domain/refusal.ts'
import {
  type Setting,
  type SettingCommand,
  type SettingEvent,
  type SettingKind,
  type SettingValues,
  settingDecider,
} from '../domain/setting/setting.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import type { Alias } from './ports.ts'
import { type Execution, NameTaken, type RecordType } from './record-type.ts'

export const SETTINGS_LIST = 'SETTING'
export const STAFF_LIST = 'PERSON-STAFF'
export const REQUESTERS_LIST = 'PERSON-REQUESTER'

export const settingKey = (kind: SettingKind, id: string) => ({ kind: 'setting' as const, id: `${kind}/${id}` })
export const personKey = (id: string) => ({ kind: 'person' as const, id })

/** Leads to what a setting said in one version, for as long as there are tickets judged by it (ESC-9). */
export const settingVersionName = (kind: SettingKind, id: string, version: number): string =>
  `setting-version#${kind}/${id}#${version}`

export const emailName = (email: string): string => `person-email#${email.trim().toLowerCase()}`

const noContext = (base: Context): Promise<Context> => Promise.resolve(base)

/** What a version said is kept under its name for good. */
export const settingVersionAlias = ({ kind, id, value }: Setting, version: number): Alias => ({
  name: settingVersionName(kind, id, version),
  target: settingKey(kind, id),
  replaces: 'nothing',
  data: JSON.stringify(value),
})

/** All settings stand in one list, those of a kind together. */
export const settingPlace = (setting: Setting) => ({
  places: { kind: { key: SETTINGS_LIST, sort: `${setting.kind}/${setting.id}` } },
  summary: setting,
})

const settingRecord: RecordType<Setting, SettingCommand, SettingEvent, Context> = {
  kind: 'setting',
  decider: settingDecider,
  context: noContext,
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: settingPlace,
  aliases: (setting, version) => [settingVersionAlias(setting, version)],
}

const personRecord: RecordType<PersonRecord, PersonCommand, PersonEvent, Context> = {
  kind: 'person',
  decider: personDecider,
  context: noContext,
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: (person) => ({
    places: {
      kind: { key: isStaff(person) ? STAFF_LIST : REQUESTERS_LIST, sort: `${person.name.toLowerCase()}#${person.id}` },
    },
    summary: person,
  }),
}

/** Writes a setting and its version in one transaction. @throws DomainError forbidden, stale */
export const putSetting = async <Kind extends SettingKind>(
  deps: Deps,
  kind: Kind,
  id: string,
  value: SettingValues[Kind],
  actor: Actor,
  execution: Execution = {},
) => {
  const key = settingKey(kind, id)
  const version = execution.expectedVersion ?? (await deps.store.load(key))?.version ?? 0
  const put = { type: 'put' as const, kind, id, value }
  const executed = await executeOn(deps, settingRecord, key, put, actor, {
    ...execution,
    expectedVersion: version,
  }).catch((error: unknown) => {
    if (!(error instanceof NameTaken)) throw error
    return refuse('stale', 'stale-version', `Somebody else has just changed ${key.id}; look at it again.`)
  })
  deps.settings.forget()
  return executed
}

/** An address somebody gives up is free for others from that moment. */
const givenUp = (id: string, before: PersonRecord, email: string, now: string): readonly Alias[] => {
  const name = emailName(before.email)
  return name === emailName(email) ? [] : [{ name, target: personKey(id), replaces: { id }, expiresAt: now }]
}

/** Writes a person; nobody else may have the address. @throws DomainError forbidden, stale; NameTaken */
export const putPerson = async (deps: Deps, person: Person, actor: Actor, execution: Execution = {}) => {
  const { id, email } = person
  const key = personKey(id)
  const before = execution.expectedVersion === 0 ? null : await deps.store.load<PersonRecord>(key)
  const executed = await executeOn(deps, personRecord, key, { type: 'put', person }, actor, {
    ...execution,
    expectedVersion: execution.expectedVersion ?? before?.version ?? 0,
    aliases: [
      { name: emailName(email), target: key, replaces: { id } },
      ...(before ? givenUp(id, before.state, email, deps.clock.now()) : []),
    ],
  })
  deps.settings.forget()
  return executed
}

/** NOT-2: what everybody keeps of themselves. @throws DomainError forbidden, stale, not-found */
export const setOwnWays = async (deps: Deps, id: string, ways: OwnWays, actor: Actor, execution: Execution = {}) => {
  const executed = await executeOn(deps, personRecord, personKey(id), { type: 'set-ways', ways }, actor, execution)
  deps.settings.forget()
  return executed
}
