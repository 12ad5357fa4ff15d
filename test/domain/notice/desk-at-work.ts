import { defaultCodes } from '../../../shared/application/defaults/default-codes.ts'
import { defaultPolicy } from '../../../shared/application/defaults/default-policy.ts'
import { defaultReport } from '../../../shared/application/defaults/default-report.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { Planning } from '../../../shared/domain/notice/planning.ts'
import type { ActorRef } from '../../../shared/domain/people/actor.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import type { Person, Role } from '../../../shared/domain/people/person.ts'
import type { RecordedEvent } from '../../../shared/domain/record.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { aroundTheClock } from '../../../shared/domain/sla/calendar-24x7.ts'
import { chinaOfficeHours } from '../../../shared/domain/sla/calendar-cn.ts'
import type { TicketContext } from '../../../shared/domain/ticket/context.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import { evolve } from '../../../shared/domain/ticket/evolve.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'

/** Monday, 2 March 2026, 09:00 in Shanghai: the office has just opened. */
export const MONDAY_9 = '2026-03-02T01:00:00.000Z'

const person = (id: string, name: string, language: Language, roles: readonly Role[], groups: string[]): Person => ({
  id,
  name,
  email: `${id}@example.com`,
  phone: null,
  mobile: `+86 138 0000 000${name.length}`,
  department: null,
  language,
  vip: false,
  roles: ['requester', ...roles],
  groups,
  businessGroups: [],
  active: true,
})

export const staff = {
  li: person('li', '李娜', 'zh-CN', ['desk'], ['desk']),
  wang: person('wang', 'Wang Wei', 'en', ['engineer'], ['network']),
  chen: person('chen', 'Chen Jie', 'en', ['engineer'], ['network']),
  zhao: person('zhao', '赵敏', 'zh-CN', ['project-manager'], []),
  qian: person('qian', 'Qian Feng', 'en', ['management'], []),
  sun: person('sun', 'Sun Li', 'en', ['incident-manager'], []),
} as const

export const zhang: Person = person('zhang', '张伟', 'zh-CN', [], [])

export const desk: Desk = {
  policy: { version: 1, value: defaultPolicy },
  codes: defaultCodes,
  report: defaultReport,
  calendars: new Map([aroundTheClock, chinaOfficeHours].map((value) => [value.id, { version: 1, value }])),
  categories: new Map([
    ['vpn', { id: 'vpn', name: { en: 'VPN', 'zh-CN': '虚拟专网' }, group: 'network', secondLineGroup: null }],
  ]),
  services: new Map([
    [
      'mail',
      {
        id: 'mail',
        name: { en: 'Mail', 'zh-CN': '邮件' },
        criticality: 'normal',
        owner: null,
        projectManager: 'zhao',
        calendar: chinaOfficeHours.id,
        businessGroup: null,
      },
    ],
  ]),
  groups: new Map([
    ['desk', { id: 'desk', name: { en: 'Service desk', 'zh-CN': '服务台' }, line: 'desk', lead: null }],
    ['network', { id: 'network', name: { en: 'Network', 'zh-CN': '网络组' }, line: 1, lead: 'wang' }],
  ]),
  items: new Map(),
  departments: new Map(),
  rotas: new Map(),
  chatChannels: new Map(),
  staff: new Map(Object.values(staff).map((member) => [member.id, member])),
}

const contextAt = (now = MONDAY_9, of: Desk = desk): TicketContext => ({
  now,
  actor: DESK,
  newId: () => 'id',
  desk: of,
  policyOf: () => of.policy.value,
  calendarOf: ({ id }) => of.calendars.get(id)?.value ?? chinaOfficeHours,
})

export const REQUESTER: ActorRef = { kind: 'person', id: 'zhang', name: '张伟' }
export const AGENT: ActorRef = { kind: 'person', id: 'li', name: '李娜' }
export const ENGINEER: ActorRef = { kind: 'person', id: 'wang', name: 'Wang Wei' }
export const BY_CLOCK: ActorRef = { kind: 'system', id: 'clock', name: 'clock' }

export const recorded: Extract<TicketEvent, { readonly type: 'recorded' }> = {
  type: 'recorded',
  number: 'INC-2026-000123',
  kind: 'incident',
  class: 'fault',
  title: '打印机卡纸',
  description: '三楼打印机卡纸',
  category: 'vpn',
  service: 'mail',
  item: null,
  system: null,
  security: false,
  impact: 'minor',
  urgency: 'medium',
  priority: 3,
  html: null,
  channel: 'email',
  requester: {
    personId: 'zhang',
    name: '张伟',
    email: 'zhang@example.com',
    phone: null,
    vip: false,
    department: null,
    language: 'zh-CN',
    verified: true,
  },
  contact: null,
  attachments: [],
  mail: { id: 'inbox/1', messageId: '<first@example.com>' },
  alarm: null,
  relatedTo: null,
  group: 'desk',
  policyVersion: 1,
  calendar: { id: chinaOfficeHours.id, version: 1 },
  acknowledge: true,
}

const ticketWith = (changes: Partial<Ticket> = {}): Ticket => ({
  ...evolve(null, recorded, { at: MONDAY_9, actor: REQUESTER }),
  ...changes,
})

const lineOf = (event: TicketEvent, actor: ActorRef, version = 3, index = 0): RecordedEvent<TicketEvent> => ({
  id: `ticket:INC-2026-000123:${version}:${index}`,
  record: { kind: 'ticket', id: 'INC-2026-000123' },
  version,
  index,
  at: MONDAY_9,
  actor,
  event,
  changes: {},
})

export const planningOf = (
  event: TicketEvent,
  actor: ActorRef,
  changes: Partial<Ticket> = {},
  of = desk,
): Planning => ({
  line: lineOf(event, actor),
  ticket: ticketWith(changes),
  context: contextAt(MONDAY_9, of),
  requester: zhang,
  deskAddress: 'desk@desk.example.com',
})
