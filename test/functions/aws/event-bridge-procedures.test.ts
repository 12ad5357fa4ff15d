import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { eventBridgeProcedures } from '../../../functions/aws/event-bridge-procedures.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ BUS_NAME: 'desk-bus' })
const eventBridge = mockClient(EventBridgeClient)
beforeEach(() => {
  eventBridge.reset()
})

test('a procedure to be followed goes over the desk’s bus [MAJ-9]', async () => {
  eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0 })
  await eventBridgeProcedures().follow('INC-2026-000123')
  expect(eventBridge.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries)).toEqual([
    [
      {
        EventBusName: 'desk-bus',
        Source: 'firstline.procedure',
        DetailType: 'moved',
        Detail: '{"number":"INC-2026-000123"}',
      },
    ],
  ])
})

test('what the bus does not take is told, so that the stream delivers again [MAJ-9]', async () => {
  eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] })
  await expect(eventBridgeProcedures().follow('INC-2026-000123')).rejects.toThrow('ThrottlingException')
})
