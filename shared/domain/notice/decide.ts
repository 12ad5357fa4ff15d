import type { Context } from '../record.ts'
import { refuse } from '../refusal.ts'
import { acknowledge, tickOff } from './answering.ts'
import { claim, noteFailure, noteSent, putOff, skipRoute } from './attempting.ts'
import { climb, stop } from './climbing.ts'
import type { NoticeCommand, NoticeEvent } from './event.ts'
import { noteBounce, noteComplaint, noteDelivery } from './feedback.ts'
import { follow } from './following.ts'
import { gather, leaveOut, regather, translate } from './gathering.ts'
import { handOver, takeOver } from './handing-over.ts'
import type { MessageNotice, Notice } from './notice.ts'

/** What came of a message that is being or has been sent; everything late, double or out of order changes nothing. */
const decideMessage = (notice: MessageNotice, command: NoticeCommand, context: Context): readonly NoticeEvent[] => {
  switch (command.type) {
    case 'claim':
      return claim(notice, command.claim, context.now)
    case 'skip-route':
      return skipRoute(notice, command)
    case 'note-sent':
      return noteSent(notice, command)
    case 'note-failure':
      return noteFailure(notice, command, context.now)
    case 'put-off':
      return putOff(notice, command, context.now)
    case 'note-delivery':
      return noteDelivery(notice)
    case 'note-bounce':
      return noteBounce(notice, command)
    case 'note-complaint':
      return noteComplaint(notice, command)
    case 'acknowledge':
      return acknowledge(notice, command, context.actor)
    case 'climb':
      return climb(notice, command, context.now)
    case 'stop':
      return stop(notice, command)
    case 'take-over':
      return takeOver(notice, command, context.now)
    case 'hand-over':
      return handOver(notice, command)
    case 'leave-out':
      return leaveOut(notice, command)
    case 'translate':
      return translate(notice, command)
    default:
      return refuse(
        'illegal-move',
        'not-a-call',
        'This is a message the desk sent by itself; only a call is ticked off.',
      )
  }
}

const plannedBy = ({ notice, gathering }: Extract<NoticeCommand, { readonly type: 'plan' }>): NoticeEvent => ({
  type: 'planned',
  notice,
  ...(gathering && { gathering }),
})

/** @throws DomainError not-found, illegal-move, forbidden or invalid for acts of people; the machinery is never refused */
export const decide = (notice: Notice | null, command: NoticeCommand, context: Context): readonly NoticeEvent[] => {
  if (command.type === 'plan') return notice ? [] : [plannedBy(command)]
  if (!notice) return refuse('not-found', 'notice-unknown', 'There is no such notice.')
  if (command.type === 'gather') return gather(notice, command)
  if (command.type === 'regather') return regather(notice, command)
  if (command.type === 'follow') return follow(notice, command)
  if (notice.medium === 'message') return decideMessage(notice, command, context)
  if (command.type === 'tick-off') return tickOff(notice, command, context.actor)
  return refuse('illegal-move', 'not-a-message', 'This is a call somebody has to make: tick it off with its outcome.')
}
