import type { Deps } from '../../../shared/application/deps.ts'
import {
  putSetting,
  SETTINGS_LIST,
  settingKey,
  settingVersionName,
} from '../../../shared/application/setting-record.ts'
import type { settingEndpoints } from '../../../shared/contract/setting-endpoints.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Setting, SettingKind, SettingValues } from '../../../shared/domain/setting/setting.ts'
import { HttpProblem } from '../http-problem.ts'
import type { Call, Handler } from '../route.ts'
import { changeOf } from '../views/change-view.ts'
import { checkReferences } from './setting-references.ts'
import { tellingChanges } from './telling-changes.ts'

type Settings = typeof settingEndpoints

type ListCall = Pick<Call<Settings['listPolicies']>, 'deps' | 'query'>
type GetCall = Pick<Call<Settings['getPolicy']>, 'deps' | 'params' | 'query'>
type PutCall<Kind extends SettingKind> = Omit<Call<Settings['putPolicy']>, 'body'> & {
  readonly body: SettingValues[Kind]
}

const unknown = (kind: SettingKind, id: string): never =>
  refuse('not-found', `unknown-${kind}`, `There is no ${kind} "${id}", or not in this version.`)

/** Settings of one kind stand together in the list of settings. */
const list =
  <Kind extends SettingKind>(kind: Kind) =>
  async ({ deps, query: { cursor, limit } }: ListCall) => {
    const between = [`${kind}/`, `${kind}/\uffff`] as const
    const page = await deps.store.list<Setting<Kind>>('kind', SETTINGS_LIST, { cursor, limit, between })
    const items = page.items.map(({ version, summary }) => ({ id: summary.id, version, value: summary.value }))
    return { body: { items, cursor: page.cursor } }
  }

const pastValue = async <Kind extends SettingKind>(deps: Deps, kind: Kind, id: string, version: number) => {
  const found = await deps.store.alias(settingVersionName(kind, id, version))
  return found?.data ? (JSON.parse(found.data) as SettingValues[Kind]) : unknown(kind, id)
}

const get =
  <Kind extends SettingKind>(kind: Kind) =>
  async ({ deps, params: { id }, query }: GetCall) => {
    if (query.version !== undefined) {
      const value = await pastValue(deps, kind, id, query.version)
      return { body: { id, version: query.version, value }, version: query.version }
    }
    const stored = (await deps.store.load<Setting<Kind>>(settingKey(kind, id))) ?? unknown(kind, id)
    return { body: { id, version: stored.version, value: stored.state.value }, version: stored.version }
  }

/** A document under a name that is not its own would be found by nobody; the single ones have the name default. */
const checkId = (id: string, value: object): void => {
  const own = 'id' in value ? value.id : 'default'
  if (own === id) return
  const message = `must be "${String(own)}", as in the document`
  throw new HttpProblem(422, 'validation-failed', `id: ${message}`, [{ in: 'path', field: 'id', message }])
}

const put =
  <Kind extends SettingKind>(kind: Kind) =>
  async ({ deps, params: { id }, body, caller, expectedVersion, idempotency }: PutCall<Kind>) => {
    checkId(id, body)
    deps.settings.forget()
    checkReferences(kind, body, await deps.settings.desk())
    const isNew = expectedVersion === 0
    if (!isNew && !(await deps.store.load(settingKey(kind, id)))) unknown(kind, id)
    const { version, state } = await tellingChanges(
      { deps, expectedVersion },
      settingKey(kind, id),
      (lines) => lines.map(changeOf),
      () => putSetting(deps, kind, id, body, caller.actor, { expectedVersion, idempotency }),
    )
    return { body: { id, version, value: state.value as SettingValues[Kind] }, version }
  }

export const settingHandlers: { readonly [Operation in keyof Settings]: Handler<Settings[Operation]> } = {
  listPolicies: list('policy'),
  getPolicy: get('policy'),
  putPolicy: put('policy'),
  listCodes: list('codes'),
  getCodes: get('codes'),
  putCodes: put('codes'),
  listReportSettings: list('report'),
  getReportSettings: get('report'),
  putReportSettings: put('report'),
  listCalendars: list('calendar'),
  getCalendar: get('calendar'),
  putCalendar: put('calendar'),
  listCategories: list('category'),
  getCategory: get('category'),
  putCategory: put('category'),
  listServices: list('service'),
  getService: get('service'),
  putService: put('service'),
  listGroups: list('group'),
  getGroup: get('group'),
  putGroup: put('group'),
  listItems: list('item'),
  getItem: get('item'),
  putItem: put('item'),
  listDepartments: list('department'),
  getDepartment: get('department'),
  putDepartment: put('department'),
  listChatChannels: list('chat-channel'),
  getChatChannel: get('chat-channel'),
  putChatChannel: put('chat-channel'),
  listRotas: list('rota'),
  getRota: get('rota'),
  putRota: put('rota'),
}
