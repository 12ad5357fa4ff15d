import { expect, test } from 'vitest'
import { alarmStateChange, arnOf, demoAlarms } from '../../local/alarm-tags.ts'
import { deliverTo } from '../../local/events.ts'

const [alarm] = demoAlarms
if (!alarm) throw new Error('the demo has no alarm')

const rig = () => {
  const taken: { by: string; event: unknown }[] = []
  const take = (by: string) => async (event: unknown) => void taken.push({ by, event })
  const deliver = deliverTo({
    intakeEvent: take('intake-event'),
    intakeMail: take('intake-mail'),
    mailFeedback: take('mail-feedback'),
  })
  return { deliver, taken }
}

test('an event of the bus goes to the intake as it is [INT-8]', async () => {
  const { deliver, taken } = rig()
  const event = alarmStateChange(alarm, 'ALARM', '2026-03-02T01:00:00.123Z', 'event-1')
  expect(await deliver(event)).toBe('intake-event')
  expect(taken).toEqual([{ by: 'intake-event', event }])
  expect(event).toMatchObject({
    resources: [arnOf(alarm)],
    time: '2026-03-02T01:00:00Z',
    detail: { state: { value: 'ALARM', timestamp: '2026-03-02T01:00:00.123+0000' } },
  })
})

const wraps: readonly [string, (notification: object) => unknown][] = [
  ['bare', (notification) => notification],
  [
    'as a topic sends it over HTTP',
    (notification) => ({ Type: 'Notification', Message: JSON.stringify(notification) }),
  ],
  ['as a function gets it', (notification) => ({ Records: [{ Sns: { Message: JSON.stringify(notification) } }] })],
]

test.each(wraps)(
  'a notification of SES %s goes to mail or to feedback, in the shape of a topic [NOT-6]',
  async (_, wrap) => {
    const { deliver, taken } = rig()
    const bounce = { notificationType: 'Bounce', bounce: {} }
    const received = { notificationType: 'Received', receipt: {} }
    const event = { eventType: 'Delivery' }
    expect(await deliver(wrap(bounce))).toBe('mail-feedback')
    expect(await deliver(wrap(received))).toBe('intake-mail')
    expect(await deliver(wrap(event))).toBe('mail-feedback')
    const messages = taken.map((each) =>
      JSON.parse((each.event as { Records: [{ Sns: { Message: string } }] }).Records[0].Sns.Message),
    )
    expect(messages).toEqual([bounce, received, event])
  },
)

test('a new object in the bucket goes to the mail intake', async () => {
  const { deliver } = rig()
  expect(await deliver({ Records: [{ s3: { object: { key: 'incoming/1' } } }] })).toBe('intake-mail')
})

test.each([null, 1, 'text', [], {}, { Type: 'Notification', Message: 'no json' }, { Records: [] }])(
  'what nobody sends is refused: %j',
  async (event) => {
    const { deliver, taken } = rig()
    await expect(deliver(event)).rejects.toMatchObject({ status: 422, code: 'unknown-event' })
    expect(taken).toEqual([])
  },
)
