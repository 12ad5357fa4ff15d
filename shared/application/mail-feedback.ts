import type { NoticeCommand } from '../domain/notice/event.ts'
import { DESK } from '../domain/people/actor.ts'
import type { RecordKey } from '../domain/record.ts'
import { DomainError } from '../domain/refusal.ts'
import { addressKey, addressRecord } from './address-record.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { noticeKey, noticeRecord } from './notice-record.ts'
import { sentMailName } from './sent-mail.ts'
import type { MailFeedback } from './ses-notification.ts'

/** By the id the provider gave the mail; by its own header when the report was faster than our own bookkeeping. */
const noticeOf = async (deps: Deps, { messageId, noticeId }: MailFeedback): Promise<RecordKey | null> =>
  (await deps.store.alias(sentMailName(messageId)))?.target ?? (noticeId ? noticeKey(noticeId) : null)

const commandsFor = ({ report }: MailFeedback): readonly NoticeCommand[] => {
  switch (report.kind) {
    case 'delivered':
      return [{ type: 'note-delivery' }]
    case 'rejected':
      return [{ type: 'note-bounce', permanent: true, detail: report.detail }]
    case 'returned': {
      const detail = report.addresses.map((each) => each.detail).join('; ')
      const complaint: NoticeCommand = { type: 'note-complaint', detail }
      const bounce: NoticeCommand = { type: 'note-bounce', permanent: report.verdict !== 'may-pass', detail }
      return [...(report.verdict === 'complained' ? [complaint] : []), ...(report.undelivered ? [bounce] : [])]
    }
  }
}

/** NOT-6: what is known of the addresses; permanently bounced and complained ones are not mailed again. */
const noteAddresses = async (deps: Deps, { report }: MailFeedback): Promise<void> => {
  if (report.kind !== 'returned') return
  const { verdict, feedbackId, reportedAt } = report
  for (const { address, detail } of report.addresses) {
    const key = addressKey(address)
    const command = { type: 'note-feedback' as const, address: key.id, feedbackId, detail, verdict, reportedAt }
    await executeOn(deps, addressRecord, key, command, DESK)
  }
}

/**
 * NOT-4, NOT-6: what the provider says about a mail the desk has sent. Told twice, late or before our own bookkeeping it
 * comes to the same; a mail that is not one of ours changes no notice. @throws DomainError invalid for unknown shapes
 */
export const receiveMailFeedback = async (deps: Deps, notification: unknown): Promise<void> => {
  const { readSesNotification } = await import('./ses-notification.ts')
  const feedback = readSesNotification(notification)
  if (!feedback) return
  await noteAddresses(deps, feedback)
  const notice = await noticeOf(deps, feedback)
  try {
    if (notice) for (const command of commandsFor(feedback)) await executeOn(deps, noticeRecord, notice, command, DESK)
  } catch (error) {
    if (!(error instanceof DomainError && error.problem === 'not-found')) throw error
    deps.log.info('Mail feedback names a notice there is none of', { messageId: feedback.messageId })
  }
}
