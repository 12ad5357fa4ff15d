import type { TextMessages } from '../../shared/application/ports.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { awsHttp } from './aws-http.ts'

/** What SNS will say of the same number again. */
const USELESS = ['InvalidParameter', 'ParameterValueInvalid']

const requestFor = (to: string, text: string): URLSearchParams =>
  new URLSearchParams({
    Action: 'Publish',
    Version: '2010-03-31',
    PhoneNumber: to,
    Message: text,
    'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
    'MessageAttributes.entry.1.Value.DataType': 'String',
    'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
  })

const elementIn = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

/** SMS by SNS; a number it does not take is refused for good (NOT-4). */
export const snsTextMessages = (): TextMessages => ({
  send: async ({ to, text }) => {
    const { client, base } = awsHttp('sns')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = requestFor(to, text).toString()
    const response = await client.fetch(`${base}/`, { method: 'POST', headers, body })
    const answer = await response.text()
    if (response.ok) return { messageId: elementIn(answer, 'MessageId') }
    const code = elementIn(answer, 'Code')
    if (USELESS.includes(code)) refuse('invalid', 'channel-refused', 'SNS takes no text message to this number.')
    throw new Error(`SNS answered ${response.status} ${code}`.trim())
  },
})
