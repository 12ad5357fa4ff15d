import {
  defaultCalendars,
  defaultCategories,
  defaultServices,
} from '../../shared/application/defaults/default-catalogue.ts'
import { defaultCodes } from '../../shared/application/defaults/default-codes.ts'
import { defaultPolicy } from '../../shared/application/defaults/default-policy.ts'
import { defaultReport } from '../../shared/application/defaults/default-report.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Actor } from '../../shared/domain/people/actor.ts'
import type { Person, Role } from '../../shared/domain/people/person.ts'
import type { Impact, Priority, Urgency } from '../../shared/domain/priority/grade.ts'
import type { Category, Group, Service } from '../../shared/domain/setting/catalogue.ts'
import type { Desk } from '../../shared/domain/setting/desk.ts'
import type { Policy } from '../../shared/domain/setting/policy.ts'
import type { Calendar } from '../../shared/domain/sla/calendar.ts'
import type { AlarmChange } from '../../shared/domain/ticket/alarm-watch.ts'
import type { Declaration, TicketCommand } from '../../shared/domain/ticket/command.ts'
import type { Requester } from '../../shared/domain/ticket/ticket.ts'

/** A small desk with the settings a new desk is set up with, a catalogue, and somebody in every part. */

/** '2026-03-02 09:00' on the wall in Shanghai, where the default office keeps 09:00–12:00 and 13:30–18:00. */
export const inShanghai = (wallTime: string): Instant => new Date(`${wallTime.replace(' ', 'T')}+08:00`).toISOString()

/** Monday, 2 March 2026: the office has just opened. */
export const MONDAY_9 = inShanghai('2026-03-02 09:00')

const person = (id: string, roles: readonly Role[], more: Partial<Person> = {}): Person => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  email: `${id}@example.com`,
  phone: null,
  mobile: null,
  department: null,
  language: 'en',
  vip: false,
  roles: ['requester', ...roles],
  groups: [],
  businessGroups: [],
  active: true,
  ...more,
})

export const anna = person('anna', [], { department: 'finance' })
export const victor = person('victor', [], { vip: true })

export const staff: readonly Person[] = [
  person('grace', ['desk'], { groups: ['desk'] }),
  person('wei', ['desk'], { groups: ['desk'] }),
  person('diana', ['desk-manager']),
  person('noor', ['engineer'], { groups: ['network'] }),
  person('hao', ['engineer'], { groups: ['network'] }),
  person('olga', ['engineer'], { groups: ['network'], active: false }),
  person('petra', ['engineer'], { groups: ['platform'] }),
  person('ivan', ['incident-manager']),
  person('paula', ['project-manager']),
  person('peng', ['project-manager']),
  person('martin', ['management']),
  person('sofia', ['service-owner']),
  person('priya', ['problem-manager']),
  person('ada', ['administrator']),
]

const texts = (name: string) => ({ en: name, 'zh-CN': name })

const groups: readonly Group[] = [
  { id: 'desk', name: texts('Service desk'), line: 'desk', lead: 'grace' },
  { id: 'network', name: texts('Network'), line: 1, lead: 'noor' },
  { id: 'platform', name: texts('Platform'), line: 2, lead: 'petra' },
  { id: 'acme', name: texts('Acme Ltd.'), line: 'vendor', lead: null },
]

const categories: readonly Category[] = [
  ...defaultCategories,
  { id: 'vpn', name: texts('VPN'), group: 'network', secondLineGroup: 'platform' },
  { id: 'printing', name: texts('Printing'), group: 'network', secondLineGroup: null },
]

const service = (id: string, more: Partial<Service>): Service => ({
  id,
  name: texts(id),
  criticality: 'normal',
  owner: 'sofia',
  projectManager: 'paula',
  calendar: 'cn-office',
  businessGroup: null,
  ...more,
})

const services: readonly Service[] = [
  ...defaultServices,
  service('mail', {}),
  service('erp', { criticality: 'vital', calendar: '24x7', businessGroup: 'operations' }),
  service('shop', { criticality: 'important', calendar: 'berlin', projectManager: null }),
]

const office = [['09:00', '17:00']] as const
const berlin: Calendar = {
  id: 'berlin',
  name: 'Berlin',
  timeZone: 'Europe/Berlin',
  weekly: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: [],
  makeUpDays: [],
}

const byId = <Value extends { readonly id: string }>(values: readonly Value[]): ReadonlyMap<string, Value> =>
  new Map(values.map((value) => [value.id, value]))

export const smallDesk: Desk = {
  policy: { version: 1, value: defaultPolicy },
  codes: defaultCodes,
  report: defaultReport,
  calendars: new Map([...defaultCalendars, berlin].map((value) => [value.id, { version: 1, value }])),
  categories: byId(categories),
  services: byId(services),
  groups: byId(groups),
  items: new Map(),
  departments: new Map([['finance', { id: 'finance', name: texts('Finance'), head: 'fiona', sharesTickets: false }]]),
  rotas: new Map(),
  chatChannels: new Map(),
  staff: byId(staff),
}

/** The same desk judging new tickets by another policy. */
export const deskWithPolicy = (changes: Partial<Policy>, version = 1): Desk => ({
  ...smallDesk,
  policy: { version, value: { ...defaultPolicy, ...changes } },
})

export const deskWithStaff = (...people: readonly Person[]): Desk => ({ ...smallDesk, staff: byId(people) })

export const asActor = ({ id, name, email, roles, groups: worksIn, department }: Person): Actor => ({
  kind: 'person',
  id,
  name,
  email,
  roles,
  groups: worksIn,
  department,
})

export const personNamed = (id: string): Person => {
  const found = [...staff, anna, victor].find((one) => one.id === id)
  if (!found) throw new Error(`nobody is called ${id}`)
  return found
}

export const requesterOf = ({ id, name, email, vip, department, language }: Person): Requester => ({
  personId: id,
  name,
  email,
  phone: null,
  vip,
  department,
  language,
  verified: true,
})

export const NUMBER = 'INC-2026-000001'

/** What a requester says who says no more than needed. */
export const declaration: Declaration = {
  number: NUMBER,
  title: 'VPN drops every hour',
  description: 'Since this morning.',
  channel: 'portal',
  requester: requesterOf(anna),
  acknowledge: true,
}

export const submitted = (more: Partial<Declaration> = {}): TicketCommand => ({
  type: 'submit',
  ...declaration,
  ...more,
})

export const recorded = (more: Partial<Declaration> = {}): TicketCommand => ({
  type: 'record',
  ...declaration,
  channel: 'hotline',
  category: 'vpn',
  ...more,
})

/** A grade of each priority by the default matrix. */
export const GRADES: Readonly<Record<Priority, { readonly impact: Impact; readonly urgency: Urgency }>> = {
  1: { impact: 'extensive', urgency: 'critical' },
  2: { impact: 'significant', urgency: 'high' },
  3: { impact: 'moderate', urgency: 'medium' },
  4: { impact: 'minor', urgency: 'low' },
}

export const mailFrom = (
  email: string,
  more: { readonly verified?: boolean; readonly staff?: boolean } = {},
): Actor => ({
  kind: 'mail',
  name: email,
  email,
  verified: more.verified ?? true,
  staff: more.staff ?? false,
})

export const linkTo = (ticket: string): Actor => ({ kind: 'link', name: 'Anna', email: 'anna@example.com', ticket })

export const alarmChange = (more: Partial<AlarmChange> = {}): AlarmChange => ({
  eventId: 'event-1',
  arn: 'arn:aws:cloudwatch:eu-central-1:123456789012:alarm:mail-cpu',
  name: 'mail-cpu',
  account: '123456789012',
  region: 'eu-central-1',
  metric: 'AWS/EC2 CPUUtilization',
  dimensions: {},
  description: null,
  reason: 'Threshold crossed',
  state: 'ALARM',
  changedAt: MONDAY_9,
  ...more,
})
