import type { S3EventRecord, SNSEventRecord } from 'aws-lambda'
import type { Deps } from '../shared/application/deps.ts'
import { envelopeSender } from './envelope-sender.ts'
import { type MailNotice, noticesOf } from './mail-notice.ts'

/** `Records` is missing in the test events that S3 sends when it is told whom to notify. */
type MailArrived = { readonly Records?: readonly (S3EventRecord | SNSEventRecord)[] }

/**
 * Mails that lie in the files, told by S3 or by SES through SNS (INT-2); told twice, a mail is taken in once (INT-4). One
 * that is not where it should be is taken in with what the notice says of it.
 */
export const intakeMailHandler =
  (deps: Deps) =>
  async ({ Records: records = [] }: MailArrived): Promise<void> => {
    for (const notice of records.flatMap(noticesOf)) await takeIn(deps, notice)
  }

/** What reads mails is loaded while the first of them is fetched. */
const takeIn = async (deps: Deps, { key, messageId, from, subject }: MailNotice): Promise<void> => {
  const loading = import('../shared/application/receive-mail.ts')
  const [raw, { receiveLostMail, receiveMail }] = await Promise.all([deps.files.get(key), loading])
  if (raw) await receiveMail(deps, { raw, key, envelopeFrom: envelopeSender(raw) })
  else await receiveLostMail(deps, { key, messageId, from, subject, reason: 'The stored mail is not there.' })
}
