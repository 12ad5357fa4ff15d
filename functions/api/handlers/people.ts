import type { Deps } from '../../../shared/application/deps.ts'
import type { HistoryLine, ListedRecord, Stored } from '../../../shared/application/ports.ts'
import { NameTaken } from '../../../shared/application/record-type.ts'
import { personKey, putPerson, REQUESTERS_LIST } from '../../../shared/application/setting-record.ts'
import type { peopleEndpoints } from '../../../shared/contract/people-endpoints.ts'
import { dutiesOf } from '../../../shared/domain/on-call/own-duties.ts'
import type { Person } from '../../../shared/domain/people/person.ts'
import type { PersonRecord } from '../../../shared/domain/people/person-decider.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { type FieldProblem, HttpProblem } from '../http-problem.ts'
import { preferredLanguage } from '../language.ts'
import { REFUSALS, type Refused } from '../refusal-log.ts'
import type { Handler } from '../route.ts'
import { changeOf } from '../views/change-view.ts'
import { tellingChanges } from './telling-changes.ts'

type People = typeof peopleEndpoints

const unknown = (id: string): never => refuse('not-found', 'unknown-person', `There is no person "${id}".`)

/** The record says when it changed as well; the document does not. */
const documentOf = ({ updatedAt: _, ...person }: PersonRecord): Person => person

const versionedReply = ({ state, version }: Stored<PersonRecord>) => ({
  body: { id: state.id, version, value: documentOf(state) },
  version,
})

const me: Handler<People['me']> = async ({ deps, caller: { actor, person }, event }) => {
  const duties = dutiesOf(await deps.settings.desk(), actor.id, deps.clock.now())
  return {
    body: {
      id: actor.id,
      name: actor.name,
      email: actor.email,
      roles: actor.roles,
      groups: actor.groups,
      department: actor.department,
      language: person?.language ?? preferredLanguage(event, deps.identity),
      vip: person?.vip ?? false,
      known: person !== null,
      onCall: duties.map(({ rota: { id, name }, until }) => ({ rota: id, name, until })),
    },
  }
}

/** Requesters looked through for one answer: one request to the table. */
const AT_A_TIME = 1_000

const contains = ({ name, email, phone, mobile }: Person, query: string): boolean =>
  [name, email, phone, mobile].some((text) => text?.toLowerCase().includes(query))

/** Staff are at hand and come first; requesters are looked through page by page. */
const listPeople: Handler<People['listPeople']> = async ({ deps, query: { query = '', cursor, limit } }) => {
  const wanted = query.toLowerCase()
  const page = await deps.store.list<PersonRecord>('kind', REQUESTERS_LIST, { cursor, limit: AT_A_TIME })
  const staff = cursor === undefined ? [...(await deps.settings.desk()).staff.values()] : []
  const requesters = page.items.map(({ summary }: ListedRecord<PersonRecord>) => documentOf(summary))
  const found = [...staff.map((person) => documentOf({ updatedAt: '', ...person })), ...requesters].filter((person) =>
    contains(person, wanted),
  )
  return { body: { items: found.slice(0, limit), cursor: page.cursor } }
}

const getPerson: Handler<People['getPerson']> = async ({ deps, params: { id } }) =>
  versionedReply((await deps.store.load<PersonRecord>(personKey(id))) ?? unknown(id))

const saved = async (deps: Deps, person: Person, call: Parameters<typeof putPersonHandler>[0]) => {
  const { caller, expectedVersion, idempotency } = call
  try {
    return await tellingChanges(
      call,
      personKey(person.id),
      (lines) => lines.map(changeOf),
      () => putPerson(deps, person, caller.actor, { expectedVersion, idempotency }),
    )
  } catch (error) {
    if (!(error instanceof NameTaken)) throw error
    return refuse('conflict', 'email-taken', `Somebody else has the address ${person.email}.`)
  }
}

/** NOT-2: as for what somebody sets themselves; a number may still be missing. @throws HttpProblem 422 */
const checkChannels = ({ channels = [] }: Person, { chatChannels }: Desk): void => {
  const errors = channels.flatMap((channel, index): readonly FieldProblem[] => {
    const chat = channel.startsWith('chat:') ? channel.slice('chat:'.length) : null
    const isGone = chat !== null && !chatChannels.has(chat)
    const message = isGone ? `there is no "${chat}"` : 'stands there already'
    const isWrong = isGone || channels.indexOf(channel) < index
    return isWrong ? [{ in: 'body', field: `channels.${index}`, message }] : []
  })
  if (errors.length === 0) return
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ')
  throw new HttpProblem(422, 'validation-failed', detail, errors)
}

const putPersonHandler: Handler<People['putPerson']> = async (call) => {
  const { deps, params, body, expectedVersion } = call
  if (body.id !== params.id) {
    const message = `must be "${body.id}", as in the document`
    throw new HttpProblem(422, 'validation-failed', `id: ${message}`, [{ in: 'path', field: 'id', message }])
  }
  checkChannels(body, await deps.settings.desk())
  if (expectedVersion !== 0 && !(await deps.store.load(personKey(params.id)))) unknown(params.id)
  return versionedReply(await saved(deps, body, call))
}

/** LIF-3: names for handing over, and nothing else of anybody. */
const listMembers: Handler<People['listMembers']> = async ({ deps, params: { id } }) => {
  const { groups, staff } = await deps.settings.desk()
  if (!groups.has(id)) refuse('not-found', 'unknown-group', `There is no group "${id}".`)
  const members = [...staff.values()].filter((person) => person.active && person.groups.includes(id))
  return { body: { items: members.map(({ id, name, groups }) => ({ id, name, groups })) } }
}

const refusalOf = ({ id, at, actor, event }: HistoryLine) => {
  const { method, path, code, detail } = event as Refused
  return { id, at, actor, method, path, code, detail }
}

/** ROL-2: newest first. */
const listRefusals: Handler<People['listRefusals']> = async ({ deps, query: { cursor, limit } }) => {
  const page = await deps.store.listEntries(REFUSALS, { cursor, limit, order: 'descending' })
  return { body: { items: page.items.map(refusalOf), cursor: page.cursor } }
}

export const peopleHandlers: { readonly [Operation in keyof People]: Handler<People[Operation]> } = {
  me,
  listPeople,
  getPerson,
  putPerson: putPersonHandler,
  listMembers,
  listRefusals,
}
