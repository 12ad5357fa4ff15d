import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { AwsClient } from 'aws4fetch'

/** Asks a service of AWS in the account and Region of the credentials in use, wherever those come from. */
export type AskAws = (
  service: string,
  path: string,
  init: { body: string; headers?: Record<string, string> },
) => Promise<Response>

/** @throws Error with what the SDK says when there are no credentials or no Region */
export const askAws = async (): Promise<AskAws> => {
  const { config } = new DynamoDBClient({})
  const [credentials, region] = await Promise.all([config.credentials(), config.region()])
  const { accessKeyId, secretAccessKey, sessionToken } = credentials
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  const client = new AwsClient({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }), region })
  return (service, path, init) => {
    const base = process.env['AWS_ENDPOINT_URL'] ?? `https://${service}.${region}.${suffix}`
    return client.fetch(base + path, { method: 'POST', ...init, aws: { service, region } })
  }
}
