import * as z from 'zod'
import type { Suppression } from '../domain/address/address.ts'
import { refuse } from '../domain/refusal.ts'

/** What the mail provider reports of one mail the desk has sent, whatever shape it came in. */
export type MailFeedback = {
  readonly messageId: string
  /** The notice as the mail's own header names it; null where the provider leaves the headers out. */
  readonly noticeId: string | null
  readonly report:
    | { readonly kind: 'delivered' }
    | { readonly kind: 'rejected'; readonly detail: string }
    | {
        readonly kind: 'returned'
        readonly verdict: Suppression['reason'] | 'may-pass'
        /** The mail did not reach its reader; false for complaints and automatic answers. */
        readonly undelivered: boolean
        readonly addresses: readonly { readonly address: string; readonly detail: string }[]
        readonly feedbackId: string
        readonly reportedAt: string
      }
}

const mail = z.object({
  messageId: z.string().min(1),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
})

const recipient = z.object({
  emailAddress: z.string(),
  action: z.string().optional(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
})

const bounce = z.object({
  bounceType: z.string(),
  bounceSubType: z.string().default(''),
  bouncedRecipients: z.array(recipient),
  timestamp: z.iso.datetime(),
  feedbackId: z.string(),
})

const complaint = z.object({
  complainedRecipients: z.array(recipient),
  complaintSubType: z.string().nullish(),
  complaintFeedbackType: z.string().nullish(),
  timestamp: z.iso.datetime(),
  feedbackId: z.string(),
})

/** Identity notifications say `notificationType`, events of a configuration set `eventType`; the rest is the same. */
const notification = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && 'eventType' in value
      ? { ...value, notificationType: value.eventType }
      : value,
  z.discriminatedUnion('notificationType', [
    z.object({ notificationType: z.literal('Bounce'), mail, bounce }),
    z.object({ notificationType: z.literal('Complaint'), mail, complaint }),
    z.object({ notificationType: z.literal('Delivery'), mail }),
    z.object({ notificationType: z.literal('Reject'), mail, reject: z.object({ reason: z.string() }) }),
    z.object({
      notificationType: z.enum(['Send', 'Open', 'Click', 'Rendering Failure', 'DeliveryDelay', 'Subscription']),
    }),
  ]),
)

type Recipients = z.output<typeof recipient>[]

const addressesOf = (recipients: Recipients, otherwise: string) =>
  recipients.map(({ emailAddress: address, diagnosticCode, status }) => ({
    address,
    detail: (diagnosticCode ?? status ?? otherwise).slice(0, 500),
  }))

/**
 * SES calls an out-of-office answer a passing bounce of no particular kind, without an action: that mail did arrive.
 * Everything else called a bounce did not.
 */
const bounced = ({ bounceType, bounceSubType, bouncedRecipients, feedbackId, timestamp }: z.output<typeof bounce>) => {
  const automaticAnswer =
    bounceType !== 'Permanent' &&
    bounceSubType === 'General' &&
    bouncedRecipients.every(({ action }) => action !== 'failed')
  return {
    kind: 'returned' as const,
    verdict: bounceType === 'Permanent' ? ('bounced' as const) : ('may-pass' as const),
    undelivered: !automaticAnswer,
    addresses: addressesOf(bouncedRecipients, `${bounceType} ${bounceSubType}`.trim()),
    feedbackId,
    reportedAt: new Date(timestamp).toISOString(),
  }
}

/** A complaint of type not-spam says the opposite; one from the account's own list means that nothing was sent at all. */
const complained = (report: z.output<typeof complaint>) => {
  if (report.complaintFeedbackType === 'not-spam') return null
  return {
    kind: 'returned' as const,
    verdict: 'complained' as const,
    undelivered: report.complaintSubType === 'OnAccountSuppressionList',
    addresses: addressesOf(report.complainedRecipients, report.complaintFeedbackType ?? 'complaint'),
    feedbackId: report.feedbackId,
    reportedAt: new Date(report.timestamp).toISOString(),
  }
}

/** Null for reports that change nothing. @throws DomainError invalid for anything SES is not known to send */
export const readSesNotification = (value: unknown): MailFeedback | null => {
  const parsed = notification.safeParse(value)
  if (!parsed.success) {
    return refuse('invalid', 'unknown-mail-feedback', `Not a report on a sent mail: ${z.prettifyError(parsed.error)}`)
  }
  const { data } = parsed
  if (!('mail' in data)) return null
  const { messageId, headers } = data.mail
  const noticeId = headers?.find(({ name }) => name.toLowerCase() === 'x-firstline-notice')?.value ?? null
  const about = { messageId, noticeId }
  switch (data.notificationType) {
    case 'Bounce':
      return { ...about, report: bounced(data.bounce) }
    case 'Complaint': {
      const report = complained(data.complaint)
      return report && { ...about, report }
    }
    case 'Delivery':
      return { ...about, report: { kind: 'delivered' } }
    case 'Reject':
      return { ...about, report: { kind: 'rejected', detail: data.reject.reason } }
  }
}
