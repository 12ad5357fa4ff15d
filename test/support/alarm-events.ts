import { alarmStateChange, arnOf, type DemoAlarm } from '../../local/alarm-tags.ts'
import type { Instant } from '../../shared/domain/instant.ts'

const alarmNamed = (name: string): DemoAlarm => ({
  name,
  description: 'CPU above 90 %',
  namespace: 'AWS/EC2',
  metric: 'CPUUtilization',
  dimensions: { InstanceId: `i-${name}` },
  tags: {},
})

export const arnNamed = (name: string): string => arnOf(alarmNamed(name))

/** What an alarm event says besides; anything of its `detail` and of itself can be replaced. */
export const withDetail = <Event extends { readonly detail: object }>(event: Event, detail: object): Event => ({
  ...event,
  detail: { ...event.detail, ...detail },
})

/** The event of an alarm that changed to `state` at `at`, as EventBridge delivers it. */
export const alarmEvent = (name: string, state: 'ALARM' | 'OK', at: Instant, id = `${name}-${state}-${at}`) =>
  alarmStateChange(alarmNamed(name), state, at, id)
