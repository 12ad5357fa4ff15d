import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { HttpProblem } from '../functions/api/http-problem.ts'

/** The functions behind the event bus and the topics. */
export type EventFunctions = {
  readonly intakeEvent: (event: unknown) => Promise<unknown>
  readonly intakeMail: (event: never) => Promise<unknown>
  readonly mailFeedback: (event: never) => Promise<unknown>
}

type Target = 'intake-event' | 'intake-mail' | 'mail-feedback'

type Delivery = { readonly to: Target; readonly event: unknown }

const busEvent = z.looseObject({ source: z.string(), 'detail-type': z.string() })
const snsMessage = z.looseObject({ Type: z.literal('Notification'), Message: z.string() })
const snsRecord = z.looseObject({ Sns: z.looseObject({ Message: z.string() }) })
const s3Record = z.looseObject({ s3: z.looseObject({}) })
const lambdaEvent = z.looseObject({ Records: z.array(z.union([snsRecord, s3Record])).min(1) })
/** SES says `notificationType` to a topic of an identity and `eventType` to one of a configuration set. */
const sesNotification = z.union([
  z.looseObject({ notificationType: z.string() }).transform(({ notificationType }) => notificationType),
  z.looseObject({ eventType: z.string() }).transform(({ eventType }) => eventType),
])

const asSns = (message: string) => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      Sns: {
        Type: 'Notification',
        MessageId: randomUUID(),
        TopicArn: 'arn:aws:sns:local:000000000000:mail',
        Timestamp: new Date().toISOString(),
        Message: message,
      },
    },
  ],
})

const unknownEvent = (): never => {
  throw new HttpProblem(
    422,
    'unknown-event',
    'This is neither an EventBridge event (source, detail-type) nor a notification of SES (notificationType).',
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return unknownEvent()
  }
}

const fromSes = (message: string): Delivery => {
  const type = sesNotification.safeParse(parsed(message))
  if (!type.success) return unknownEvent()
  return { to: type.data === 'Received' ? 'intake-mail' : 'mail-feedback', event: asSns(message) }
}

/** Which function an event goes to, in the shape it arrives there; told apart by what the senders document. */
const deliveryOf = (event: unknown): Delivery => {
  if (busEvent.safeParse(event).success) return { to: 'intake-event', event }
  const published = snsMessage.safeParse(event)
  if (published.success) return fromSes(published.data.Message)
  const records = lambdaEvent.safeParse(event)
  if (!records.success) return fromSes(JSON.stringify(event))
  const [first] = records.data.Records
  const sns = snsRecord.safeParse(first)
  return sns.success ? { to: fromSes(sns.data.Sns.Message).to, event } : { to: 'intake-mail', event }
}

/** Delivers an event as the account would. @returns which function took it @throws HttpProblem 422 when none does */
export const deliverTo =
  (functions: EventFunctions) =>
  async (event: unknown): Promise<Target> => {
    const delivery = deliveryOf(event)
    const take: Readonly<Record<Target, (event: never) => Promise<unknown>>> = {
      'intake-event': functions.intakeEvent,
      'intake-mail': functions.intakeMail,
      'mail-feedback': functions.mailFeedback,
    }
    await take[delivery.to](delivery.event as never)
    return delivery.to
  }
