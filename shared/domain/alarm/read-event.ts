import { type Instant, instantOf } from '../instant.ts'
import type { AlarmChange } from '../ticket/alarm-watch.ts'

/** What an EventBridge event means to the desk. `unknown` is kept for a person to see; `ignored` is known not to matter. */
export type ReadEvent =
  | { readonly kind: 'alarm'; readonly change: AlarmChange; readonly suppressed: boolean }
  | {
      readonly kind: 'alarm-deleted'
      readonly arn: string
      readonly account: string
      readonly region: string
      readonly eventId: string
    }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const objectAt = (value: Json, key: string): Json => {
  const found = value[key]
  return isObject(found) ? found : {}
}
const textAt = (value: Json, key: string): string | null => {
  const found = value[key]
  return typeof found === 'string' && found !== '' ? found : null
}
const listAt = (value: Json, key: string): readonly unknown[] => {
  const found = value[key]
  return Array.isArray(found) ? found : []
}

/** CloudWatch writes `2019-10-02T17:04:40.989+0000`; null when it is no time at all. */
const readInstant = (text: string | null): Instant | null => {
  const ms = text === null ? Number.NaN : Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(ms) ? null : instantOf(ms)
}

const placeOf = (event: Json): { readonly account: string; readonly region: string } => ({
  account: textAt(event, 'account') ?? '',
  region: textAt(event, 'region') ?? '',
})

const metricOf = (
  detail: Json,
): { readonly metric: string | null; readonly dimensions: Readonly<Record<string, string>> } => {
  const metrics = listAt(objectAt(detail, 'configuration'), 'metrics').filter(isObject)
  const metric = metrics.map((m) => objectAt(objectAt(m, 'metricStat'), 'metric')).find((m) => textAt(m, 'name'))
  const expression = metrics.map((m) => textAt(m, 'expression')).find(Boolean) ?? null
  const dimensions = Object.entries(metric ? objectAt(metric, 'dimensions') : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const name = metric ? [textAt(metric, 'namespace'), textAt(metric, 'name')].filter(Boolean).join(' ') : expression
  return { metric: name, dimensions: Object.fromEntries(dimensions) }
}

const STATES = ['ALARM', 'OK', 'INSUFFICIENT_DATA'] as const

const readStateChange = (event: Json, arn: string): ReadEvent => {
  const detail = objectAt(event, 'detail')
  const state = objectAt(detail, 'state')
  const value = STATES.find((s) => s === textAt(state, 'value'))
  const changedAt = readInstant(textAt(state, 'timestamp')) ?? readInstant(textAt(event, 'time'))
  if (!value || !changedAt) return { kind: 'unknown', reason: 'an alarm without a state or a time' }
  return {
    kind: 'alarm',
    suppressed: textAt(state, 'actionsSuppressedBy') !== null || isObject(detail['muteDetail']),
    change: {
      eventId: textAt(event, 'id') ?? `${arn}@${changedAt}`,
      arn,
      name: textAt(detail, 'alarmName') ?? arn,
      ...placeOf(event),
      ...metricOf(detail),
      description: textAt(objectAt(detail, 'configuration'), 'description'),
      reason: textAt(state, 'reason') ?? '',
      state: value,
      changedAt,
    },
  }
}

/** INT-8: identified by the alarm's ARN; new kinds of events must not break the intake. Never throws. */
export const readEvent = (event: unknown): ReadEvent => {
  if (!isObject(event)) return { kind: 'unknown', reason: 'not an event' }
  const source = textAt(event, 'source') ?? 'nowhere'
  const type = textAt(event, 'detail-type') ?? 'nothing'
  if (source !== 'aws.cloudwatch') return { kind: 'unknown', reason: `"${type}" from ${source} is not handled` }
  const arn = listAt(event, 'resources').find((r): r is string => typeof r === 'string' && r.includes(':alarm:'))
  if (type === 'CloudWatch Alarm Contributor State Change') {
    return { kind: 'ignored', reason: 'a contributor; the alarm itself is what opens an incident' }
  }
  if (!arn) return { kind: 'unknown', reason: `"${type}" names no alarm` }
  if (type === 'CloudWatch Alarm State Change') return readStateChange(event, arn)
  if (type === 'CloudWatch Alarm Configuration Change') {
    if (textAt(objectAt(event, 'detail'), 'operation') !== 'delete')
      return { kind: 'ignored', reason: 'configuration change' }
    return { kind: 'alarm-deleted', arn, ...placeOf(event), eventId: textAt(event, 'id') ?? arn }
  }
  return { kind: 'unknown', reason: `"${type}" from ${source} is not handled` }
}
