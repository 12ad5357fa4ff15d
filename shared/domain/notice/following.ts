import type { NoticeCommand, NoticeEvent } from './event.ts'
import type { CallTask, MessageNotice, Notice } from './notice.ts'

type Follow = Extract<NoticeCommand, { readonly type: 'follow' }>

const OVER: ReadonlySet<MessageNotice['status']> = new Set(['acknowledged', 'stopped', 'unanswered'])

/** Whether it has been told by now, or cannot be. */
const outcome = ({ status }: MessageNotice, teller: MessageNotice): readonly NoticeEvent[] => {
  if (status !== 'gathered') return []
  if (teller.timesTold) return [{ type: 'sent', route: teller.route, messageId: teller.id }]
  return teller.status === 'undeliverable' ? [{ type: 'given-up' }] : []
}

const followMessage = (notice: MessageNotice, teller: MessageNotice, next: Follow['next']): readonly NoticeEvent[] => {
  if (OVER.has(notice.status)) return []
  if (teller.acknowledged) {
    const { by, via } = teller.acknowledged
    return [{ type: 'acknowledged', by, via }]
  }
  const passesOn = teller.passedOn && !notice.passedOn && notice.ladder !== null
  return [
    ...outcome(notice, teller),
    ...(passesOn ? [{ type: 'passed-on', to: next, retryAt: null } as const] : []),
    ...(teller.status === 'unanswered' ? [{ type: 'unanswered' } as const] : []),
  ]
}

const followCall = (task: CallTask, { done }: CallTask): readonly NoticeEvent[] =>
  task.done === null && done ? [{ type: 'ticked-off', outcome: done.outcome, note: done.note, by: done.by }] : []

/** NOT-5: what has become of the message, or the call, that tells this one too; nothing once it has come to the same. */
export const follow = (notice: Notice, { teller, next }: Follow): readonly NoticeEvent[] => {
  if (notice.within !== teller.id) return []
  if (notice.medium === 'call') return teller.medium === 'call' ? followCall(notice, teller) : []
  return teller.medium === 'message' ? followMessage(notice, teller, next) : []
}
