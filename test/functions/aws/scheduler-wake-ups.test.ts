import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scheduleName } from '../../../functions/aws/schedule-name.ts'
import { schedulerWakeUps } from '../../../functions/aws/scheduler-wake-ups.ts'
import type { RecordKey } from '../../../shared/domain/record.ts'
import { awsOverHttp } from './aws-over-http.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({
  BUS_NAME: 'desk-bus',
  WAKE_UP_GROUP: 'wake-ups',
  WAKE_UP_FUNCTION: 'arn:function',
  WAKE_UP_ROLE: 'arn:role',
  WAKE_UP_DEAD_LETTERS: 'arn:queue',
})
const aws = awsOverHttp()
const done = { status: 200, body: '{}' }

const NOW = '2026-03-02T01:00:00.000Z'
const TICKET: RecordKey = { kind: 'ticket', id: 'INC-2026-000123' }
const wakeUps = () => schedulerWakeUps({ clock: { now: () => NOW } })
const asked = () =>
  aws.requests.map(({ url, body }) => ({ url, body: JSON.parse(body.toString()) as Readonly<Record<string, unknown>> }))
const created = () => asked().filter(({ url }) => url?.startsWith('/schedules/'))
const handedOver = () => asked().flatMap(({ url, body }) => (url === '/' ? body['Entries'] : []))

test('a moment more than a minute away gets one schedule, never earlier than the moment [SLA-6]', async () => {
  aws.answer(done)
  await wakeUps().schedule(TICKET, '2026-03-02T05:00:00.001Z')
  expect(created()).toEqual([
    {
      url: '/schedules/ticket.INC-2026-000123.20260302T050001',
      body: {
        GroupName: 'wake-ups',
        ScheduleExpression: 'at(2026-03-02T05:00:01)',
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: 'arn:function',
          RoleArn: 'arn:role',
          Input: '{"kind":"ticket","id":"INC-2026-000123","at":"2026-03-02T05:00:00.001Z"}',
          RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 60 },
          DeadLetterConfig: { Arn: 'arn:queue' },
        },
      },
    },
  ])
  expect(handedOver()).toEqual([])
})

test('a schedule that is there already is enough [SLA-6]', async () => {
  aws.answer({ status: 409, body: '{"Message":"there"}' })
  await wakeUps().schedule(TICKET, '2026-03-02T05:00:00.000Z')
})

test('any other failure is told, so that the stream delivers again', async () => {
  aws.answer({ status: 400, body: '{"Message":"ThrottlingException"}' })
  await expect(wakeUps().schedule(TICKET, '2026-03-02T05:00:00.000Z')).rejects.toThrow('ThrottlingException')
})

test.each(['2026-03-02T00:59:00.000Z', NOW, '2026-03-02T01:00:30.000Z', '2026-03-02T01:01:00.000Z'])(
  '%s, past or within a minute, is handed to the wake-up function at once [SLA-6]',
  async (at) => {
    aws.answer(done)
    await wakeUps().schedule(TICKET, at)
    expect(created()).toEqual([])
    expect(handedOver()).toEqual([
      {
        EventBusName: 'desk-bus',
        Source: 'firstline.clock',
        DetailType: 'wake-up',
        Detail: JSON.stringify({ ...TICKET, at }),
      },
    ])
  },
)

test('every record and moment has a name that EventBridge takes, always the same, and its own', () => {
  const id = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.emailAddress(), fc.uuid())
  const kind = fc.constantFrom<RecordKey['kind']>('ticket', 'notice', 'address', 'setting', 'problem')
  fc.assert(
    fc.property(kind, id, id, (ofKind, one, other) => {
      const moment = '2026-03-02T05:00:01'
      const name = scheduleName({ kind: ofKind, id: one }, moment)
      expect(name).toMatch(/^[0-9A-Za-z_.-]{1,64}$/)
      expect(name).toBe(scheduleName({ kind: ofKind, id: one }, moment))
      if (one !== other) expect(name).not.toBe(scheduleName({ kind: ofKind, id: other }, moment))
      expect(name).not.toBe(scheduleName({ kind: ofKind, id: one }, '2026-03-02T05:00:02'))
    }),
  )
})
