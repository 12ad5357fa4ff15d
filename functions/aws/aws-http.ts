import { AwsClient } from 'aws4fetch'
import { env, optionalEnv } from './env.ts'

/** One AWS service over plain HTTPS, signed and tried again when busy; `base` is its address without a trailing slash. */
export type AwsHttp = { readonly client: AwsClient; readonly base: string }

const MOST_RETRIES = 4

/**
 * For services of which the desk needs one or two requests: their SDK clients weigh as much as all of the desk's own code
 * (DESIGN §9). `AWS_ENDPOINT_URL` leads elsewhere, as it does for the clients of the SDK.
 */
export const awsHttp = (service: 's3' | 'ssm' | 'sns' | 'events' | 'scheduler' | 'connect'): AwsHttp => {
  const region = env('AWS_REGION')
  const sessionToken = optionalEnv('AWS_SESSION_TOKEN')
  const client = new AwsClient({
    accessKeyId: env('AWS_ACCESS_KEY_ID'),
    secretAccessKey: env('AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken && { sessionToken }),
    service,
    region,
    retries: MOST_RETRIES,
  })
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return { client, base: optionalEnv('AWS_ENDPOINT_URL') ?? `https://${service}.${region}.${suffix}` }
}
