import type { Instant } from '../instant.ts'

/** INT-8: the alarm behind an incident and what it has done since. */
export type AlarmWatch = {
  readonly arn: string
  readonly name: string
  readonly account: string
  readonly region: string
  readonly metric: string | null
  readonly state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA'
  /** CloudWatch's own time of the last change taken into account; anything older is late. */
  readonly changedAt: Instant
  readonly lastEventId: string
  readonly occurrences: number
  /** When the desk took note of OK; null while in alarm. */
  readonly okSince: Instant | null
  /** Instants at which it went from OK back to ALARM, of the last hour. */
  readonly flaps: readonly Instant[]
  readonly muted: boolean
  /** A person has done something on the ticket: it no longer resolves by itself. */
  readonly touched: boolean
  /** The alarm was deleted while it was ringing: its OK will never come. */
  readonly deleted: boolean
}

/** One change of an alarm's state as the desk understands it, whatever shape the event had. */
export type AlarmChange = {
  readonly eventId: string
  readonly arn: string
  readonly name: string
  readonly account: string
  readonly region: string
  readonly metric: string | null
  readonly dimensions: Readonly<Record<string, string>>
  readonly description: string | null
  readonly reason: string
  readonly state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA'
  readonly changedAt: Instant
}
