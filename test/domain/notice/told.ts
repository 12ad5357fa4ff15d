import type { PlannedNotice } from '../../../shared/domain/notice/notice.ts'
import { noticesFor } from '../../../shared/domain/notice/plan.ts'
import type { ActorRef } from '../../../shared/domain/people/actor.ts'
import type { AlarmChange } from '../../../shared/domain/ticket/alarm-watch.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { MONDAY_9, planningOf } from './desk-at-work.ts'

const inBrief = ({ medium, recipient, message }: PlannedNotice): string =>
  `${medium === 'call' ? 'call ' : ''}${recipient.personId ?? 'stranger'} ${message.template}`

/** Whom an event tells in which words, `call` before those who are phoned. */
export const told = (event: TicketEvent, actor: ActorRef, changes: Partial<Ticket> = {}): readonly string[] =>
  noticesFor(planningOf(event, actor, changes)).map(inBrief)

export const network = { group: 'network', line: 1, assignee: null } as const
export const resolution = {
  outcome: 'cure',
  solution: '已更换硒鼓',
  cause: null,
  environmentChanged: false,
  leftToFindOut: null,
} as const
export const escalated = {
  type: 'escalated',
  trigger: 'matrix',
  level: 'PM',
  reason: null,
  dueAt: MONDAY_9,
  told: ['zhao', 'sun'],
} as const
const words = { text: 'x', fullText: null, html: null, attachments: [], mail: null, told: [] } as const
export const spoken = { type: 'commented', visibility: 'public', from: 'staff', ...words } as const
export const change: AlarmChange = {
  eventId: 'e-1',
  arn: 'arn:aws:cloudwatch:eu-west-1:1:alarm:cpu',
  name: 'cpu',
  account: '1',
  region: 'eu-west-1',
  metric: null,
  dimensions: {},
  description: null,
  reason: 'above 90',
  state: 'ALARM',
  changedAt: MONDAY_9,
}
