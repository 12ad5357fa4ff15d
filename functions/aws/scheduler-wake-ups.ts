import type { Clock, WakeUps } from '../../shared/application/ports.ts'
import { type Instant, instantOf, msOf } from '../../shared/domain/instant.ts'
import type { RecordKey } from '../../shared/domain/record.ts'
import { type AwsHttp, awsHttp } from './aws-http.ts'
import { env } from './env.ts'
import { type BusEntry, eventBridge } from './put-events.ts'
import { scheduleName } from './schedule-name.ts'

/** EventBridge Scheduler works by the minute and refuses what has passed. */
const NEAREST_SCHEDULE_MS = 60_000

const LONGEST_ANSWER = 200

/** What cannot be delivered for an hour is left to the sweep (SLA-7), which has found it long before. */
const RETRY = { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 60 }

/**
 * One one-shot schedule per record and moment. A moment within a minute goes to the wake-up function at once, over the
 * bus; the function waits for it: see wake-up.ts.
 */
export const schedulerWakeUps = ({ clock }: { readonly clock: Clock }): WakeUps => {
  const scheduler = awsHttp('scheduler')
  const putEvents = eventBridge()
  const busName = env('BUS_NAME')
  const target = wakeUpTarget()
  return {
    schedule: async (key, at) => {
      if (msOf(at) - msOf(clock.now()) > NEAREST_SCHEDULE_MS) await createOnce(scheduler, scheduleOf(key, at, target))
      else await putEvents([soon(key, at, busName)])
    },
  }
}

type Target = ReturnType<typeof wakeUpTarget>

const wakeUpTarget = () => ({
  group: env('WAKE_UP_GROUP'),
  functionArn: env('WAKE_UP_FUNCTION'),
  roleArn: env('WAKE_UP_ROLE'),
  deadLettersArn: env('WAKE_UP_DEAD_LETTERS'),
})

const CONFLICT = 409

/** The name says record and moment, so a schedule of that name is this schedule. @throws Error with what Scheduler says */
const createOnce = async ({ client, base }: AwsHttp, { Name: name, ...schedule }: Schedule): Promise<void> => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(schedule)
  const response = await client.fetch(`${base}/schedules/${name}`, { method: 'POST', headers, body })
  const answer = await response.text()
  if (response.ok || response.status === CONFLICT) return
  throw new Error(`EventBridge Scheduler answered ${response.status} ${answer.slice(0, LONGEST_ANSWER)}`)
}

type Schedule = ReturnType<typeof scheduleOf>

const scheduleOf = (key: RecordKey, at: Instant, target: Target) => {
  const second = nextWholeSecond(at)
  return {
    GroupName: target.group,
    Name: scheduleName(key, second),
    ScheduleExpression: `at(${second})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: target.functionArn,
      RoleArn: target.roleArn,
      Input: payloadOf(key, at),
      RetryPolicy: RETRY,
      DeadLetterConfig: { Arn: target.deadLettersArn },
    },
  }
}

/** `2026-03-02T01:00:01`: `at()` knows neither fractions nor `Z`; rounded up, because early would be too early. */
const nextWholeSecond = (at: Instant): string => instantOf(Math.ceil(msOf(at) / 1000) * 1000).slice(0, 19)

/** infra/wake-up-schedules.ts leads these to the wake-up function. */
const soon = (key: RecordKey, at: Instant, busName: string): BusEntry => ({
  EventBusName: busName,
  Source: 'firstline.clock',
  DetailType: 'wake-up',
  Detail: payloadOf(key, at),
})

const payloadOf = ({ kind, id }: RecordKey, at: Instant): string => JSON.stringify({ kind, id, at })
