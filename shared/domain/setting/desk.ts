import type { Rota } from '../on-call/rota.ts'
import type { Person } from '../people/person.ts'
import type { Calendar } from '../sla/calendar.ts'
import type { Category, ChatChannel, Codes, Department, Group, Item, Service } from './catalogue.ts'
import type { Policy } from './policy.ts'
import type { ReportSetting } from './report-setting.ts'

export type Versioned<T> = { readonly version: number; readonly value: T }

/** The desk as an administrator has set it up: what decisions are made by. Read through a cache of bounded age. */
export type Desk = {
  readonly policy: Versioned<Policy>
  readonly codes: Codes
  readonly report: ReportSetting
  readonly calendars: ReadonlyMap<string, Versioned<Calendar>>
  readonly categories: ReadonlyMap<string, Category>
  readonly services: ReadonlyMap<string, Service>
  readonly groups: ReadonlyMap<string, Group>
  readonly items: ReadonlyMap<string, Item>
  readonly departments: ReadonlyMap<string, Department>
  /** ONC-1 */
  readonly rotas: ReadonlyMap<string, Rota>
  /** NOT-1 */
  readonly chatChannels: ReadonlyMap<string, ChatChannel>
  /** Everybody with more than the requester's role, by id. */
  readonly staff: ReadonlyMap<string, Person>
}

/** Where the desk's own days and years begin: the zone of its default calendar. */
export const zoneOf = ({ calendars, policy }: Desk): string =>
  calendars.get(policy.value.intake.defaultCalendar)?.value.timeZone ?? 'UTC'
