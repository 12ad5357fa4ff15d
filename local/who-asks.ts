import { userInfo } from 'node:os'
import { askAws } from './ask-aws.ts'

const ARN = /<Arn>([^<]+)<\/Arn>/

/**
 * AUD-1: who works on the table of a stage: for one in an account whoever AWS takes the credentials in use for, on this machine its user.
 * @throws Error when AWS does not know the credentials
 */
export const whoAsks = async (stage: string): Promise<string> => {
  if (stage === 'local') return userInfo().username
  const ask = await askAws()
  const response = await ask('sts', '/', {
    body: new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const [, arn] = ARN.exec(await response.text()) ?? []
  if (!arn) throw new Error('AWS does not know the credentials in use: sign in again.')
  return arn
}
