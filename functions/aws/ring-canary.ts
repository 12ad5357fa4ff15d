import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch'
import { canaryReason } from '../../shared/domain/watch/canary.ts'
import type { RingCanary } from '../self-watch.ts'
import { env } from './env.ts'

/** CloudWatch tells of the change as of any other, and puts the alarm back at its next look. */
export const ringCanary = (): RingCanary => {
  const cloudWatch = new CloudWatchClient()
  const [AlarmName, deskAddress] = [env('CANARY_ALARM'), env('DESK_ADDRESS')]
  return async (number) => {
    const StateReason = canaryReason(number, deskAddress)
    await cloudWatch.send(new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason }))
  }
}
