import { expect, test } from 'vitest'
import { snsTextMessages } from '../../../functions/aws/sns-text-messages.ts'
import { awsOverHttp } from './aws-over-http.ts'

const aws = awsOverHttp()
const MESSAGE = { id: 'n1', to: '+8613800000000', text: '工单超时 & more' }

const PUBLISHED = `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>
  <MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult></PublishResponse>`
const problem = (status: number, code: string) => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
})

test('a text message goes out as one that must arrive [NOT-1]', async () => {
  aws.answer({ status: 200, body: PUBLISHED })
  expect(await snsTextMessages().send(MESSAGE)).toEqual({ messageId: '567910cd-659e-55d4-8ccb-5aaf14679dc0' })
  const [request] = aws.requests
  expect(request?.headers.authorization).toContain('/eu-west-1/sns/aws4_request')
  expect(Object.fromEntries(new URLSearchParams(request?.body.toString()))).toEqual({
    Action: 'Publish',
    Version: '2010-03-31',
    PhoneNumber: '+8613800000000',
    Message: '工单超时 & more',
    'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
    'MessageAttributes.entry.1.Value.DataType': 'String',
    'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
  })
})

test.each(['InvalidParameter', 'ParameterValueInvalid'])(
  'to what is no number is refused for good: %s [NOT-4]',
  async (code) => {
    aws.answer(problem(400, code))
    await expect(snsTextMessages().send(MESSAGE)).rejects.toMatchObject({ code: 'channel-refused' })
  },
)

test('any other failure may pass [NOT-4]', async () => {
  aws.answer(problem(403, 'AuthorizationError'))
  await expect(snsTextMessages().send(MESSAGE)).rejects.toThrow('SNS answered 403 AuthorizationError')
})
