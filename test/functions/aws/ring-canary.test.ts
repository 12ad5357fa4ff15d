import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch'
import { mockClient } from 'aws-sdk-client-mock'
import { expect, test } from 'vitest'
import { ringCanary } from '../../../functions/aws/ring-canary.ts'
import { canaryInReason } from '../../../shared/domain/watch/canary.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ CANARY_ALARM: 'firstline-trial-canary', DESK_ADDRESS: 'help@it.example.org' })

test('the canary’s alarm rings, and says whose canary it is', async () => {
  const cloudWatch = mockClient(CloudWatchClient)
  cloudWatch.on(SetAlarmStateCommand).resolves({})
  await ringCanary()('CAN-2026-2954166')
  const [call] = cloudWatch.commandCalls(SetAlarmStateCommand)
  expect(call?.args[0].input).toMatchObject({ AlarmName: 'firstline-trial-canary', StateValue: 'ALARM' })
  expect(canaryInReason(call?.args[0].input.StateReason ?? '', 'help@it.example.org')).toBe('CAN-2026-2954166')
})
