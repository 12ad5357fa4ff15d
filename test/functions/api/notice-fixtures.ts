import type { PlannedCall, PlannedMessage } from '../../../shared/domain/notice/notice.ts'

const facts = (number: string) => ({
  number,
  title: 'No mail',
  state: 'recorded' as const,
  priority: 2 as const,
  requester: 'Anna Berg',
  service: null,
  group: 'Workplace',
  assignee: null,
  respondBy: null,
  restoreBy: null,
  timeZone: 'Asia/Shanghai',
})

const paula = { part: 'staff' as const, personId: 'paula', name: 'Paula Reyes', language: 'en' as const }

/** A phone call the desk has to make. */
export const plannedCall = (number: string): PlannedCall => ({
  id: `${number}.call`,
  medium: 'call',
  recipient: paula,
  message: { template: 'rejected', reason: 'Still none' },
  ticket: facts(number),
  phone: '+49 30 1',
  matter: `${number}.1.0`,
})

export const plannedMessage = (number: string): PlannedMessage => ({
  id: `${number}.message`,
  medium: 'message',
  recipient: paula,
  message: { template: 'assigned', toYou: true },
  ticket: facts(number),
  routes: [{ channel: 'email', address: 'paula@harbour.example' }],
  inReplyTo: null,
  ladder: null,
})
