import type { S3EventRecord, SNSEventRecord } from 'aws-lambda'

/** Where a mail lies, and what is known of it without reading it. */
export type MailNotice = {
  readonly key: string
  readonly messageId: string | null
  readonly from: string | null
  readonly subject: string | null
}

/** No mail in it: SES tests a rule's bucket with an object of this name, and sends other things than mails to a topic. */
const SETUP_OBJECT = 'AMAZON_SES_SETUP_NOTIFICATION'

/** The mails one record of an event speaks of: one, or none. */
export const noticesOf = (record: S3EventRecord | SNSEventRecord): readonly MailNotice[] =>
  ('s3' in record ? fromBucket(record) : fromSes(JSON.parse(record.Sns.Message))).filter(
    ({ key }) => !key.endsWith(SETUP_OBJECT),
  )

/** Keys in S3 events are written as in a form. */
const fromBucket = ({ s3 }: S3EventRecord): readonly MailNotice[] => {
  const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '))
  return [{ key, messageId: null, from: null, subject: null }]
}

/** What an SES receipt rule's S3 action tells; `commonHeaders` holds what the mail has, which may be nothing. */
type SesNotification = {
  readonly notificationType?: string
  readonly mail?: {
    readonly commonHeaders?: {
      readonly messageId?: string
      readonly from?: readonly string[]
      readonly subject?: string
    }
  }
  readonly receipt?: { readonly action?: { readonly objectKey?: string } }
}

const fromSes = ({ notificationType, mail, receipt }: SesNotification): readonly MailNotice[] => {
  const key = receipt?.action?.objectKey
  if (notificationType !== 'Received' || !key) return []
  const { messageId = null, from = [], subject = null } = mail?.commonHeaders ?? {}
  return [{ key, messageId, from: from[0] ?? null, subject }]
}
