import type { Rota } from '../../../shared/domain/on-call/rota.ts'
import type { Category, Item, Service } from '../../../shared/domain/setting/catalogue.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { Policy } from '../../../shared/domain/setting/policy.ts'
import type { ReportSetting } from '../../../shared/domain/setting/report-setting.ts'
import type { SettingKind, SettingValues } from '../../../shared/domain/setting/setting.ts'
import { type FieldProblem, HttpProblem } from '../http-problem.ts'

type Known = 'groups' | 'categories' | 'services' | 'calendars' | 'staff'
type Reference = {
  readonly field: string
  readonly id: string | null
  readonly exists: (desk: Desk, id: string) => boolean
}

const to =
  (list: Known) =>
  (field: string, id: string | null): Reference => ({ field, id, exists: (desk, wanted) => desk[list].has(wanted) })

const toCode =
  (list: 'closeCodes' | 'notObtainedCodes') =>
  (field: string, id: string): Reference => ({
    field,
    id,
    exists: ({ codes }, wanted) => codes[list].some(({ code, bySystem }) => bySystem && code === wanted),
  })

const group = to('groups')
const category = to('categories')
const service = to('services')
const calendar = to('calendars')
const colleague = to('staff')
const closeCode = toCode('closeCodes')

const ofPolicy = ({ alarm, intake, closing }: Policy): readonly Reference[] => [
  category('alarm.category', alarm.category),
  service('alarm.service', alarm.service),
  closeCode('alarm.systemCloseCode', alarm.systemCloseCode),
  category('intake.defaultCategory', intake.defaultCategory),
  calendar('intake.defaultCalendar', intake.defaultCalendar),
  closeCode('closing.systemCloseCode', closing.systemCloseCode),
]

/** Overrides that are over may name somebody who is no longer there. */
const ofRota = ({ subject, neededDuring, layers }: Rota): readonly Reference[] => [
  group('subject.group', subject.kind === 'group' ? subject.group : null),
  calendar('neededDuring', neededDuring),
  ...layers.flatMap((layer, index) => [
    calendar(`layers.${index}.calendar`, layer.calendar),
    ...layer.participants.map((id, place) => colleague(`layers.${index}.participants.${place}`, id)),
  ]),
]

const referencesOf = (kind: SettingKind, value: SettingValues[SettingKind]): readonly Reference[] => {
  switch (kind) {
    case 'policy':
      return ofPolicy(value as Policy)
    case 'category': {
      const { group: first, secondLineGroup } = value as Category
      return [group('group', first), group('secondLineGroup', secondLineGroup)]
    }
    case 'service':
      return [calendar('calendar', (value as Service).calendar)]
    case 'rota':
      return ofRota(value as Rota)
    case 'report':
      return (value as ReportSetting).recipients.people.map((id, at) => colleague(`recipients.people.${at}`, id))
    case 'item':
      return [service('service', (value as Item).service)]
    default:
      return []
  }
}

/** Tickets cannot be judged by what is not there. @throws HttpProblem 422 naming each field that leads nowhere */
export const checkReferences = (kind: SettingKind, value: SettingValues[SettingKind], desk: Desk): void => {
  const errors = referencesOf(kind, value).flatMap(({ field, id, exists }): readonly FieldProblem[] =>
    id === null || exists(desk, id) ? [] : [{ in: 'body', field, message: `there is no "${id}"` }],
  )
  if (errors.length === 0) return
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ')
  throw new HttpProblem(422, 'validation-failed', detail, errors)
}
