import { expect, test } from 'vitest'
import { eventBridgeProcedures } from '../../../functions/aws/event-bridge-procedures.ts'
import { awsOverHttp } from './aws-over-http.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ BUS_NAME: 'desk-bus' })
const aws = awsOverHttp()

test('a procedure to be followed goes over the desk’s bus [MAJ-9]', async () => {
  aws.answer({ status: 200, body: '{"FailedEntryCount":0}' })
  await eventBridgeProcedures().follow('INC-2026-000123')
  expect(aws.requests.map(({ body }) => JSON.parse(body.toString()) as unknown)).toEqual([
    {
      Entries: [
        {
          EventBusName: 'desk-bus',
          Source: 'firstline.procedure',
          DetailType: 'moved',
          Detail: '{"number":"INC-2026-000123"}',
        },
      ],
    },
  ])
})

test('what the bus does not take is told, so that the stream delivers again [MAJ-9]', async () => {
  aws.answer({ status: 200, body: '{"FailedEntryCount":1,"Entries":[{"ErrorCode":"ThrottlingException"}]}' })
  await expect(eventBridgeProcedures().follow('INC-2026-000123')).rejects.toThrow('ThrottlingException')
})
