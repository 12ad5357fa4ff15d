import { createHash } from 'node:crypto'
import type { Files } from '../../shared/application/ports.ts'
import { msOf } from '../../shared/domain/instant.ts'
import { CANARY_TAG } from '../../shared/domain/watch/canary.ts'
import { type AwsHttp, awsHttp } from './aws-http.ts'
import { env } from './env.ts'

/** What the port promises. */
const URL_VALID_SECONDS = 300

const tagging = ({ key, value }: typeof CANARY_TAG): string =>
  `<Tagging><TagSet><Tag><Key>${key}</Key><Value>${value}</Value></Tag></TagSet></Tagging>`

/** Files as objects of the desk's bucket, under their own key. */
export const s3Files = (): Files => {
  const s3 = awsHttp('s3')
  const objectUrl = objectUrlIn(s3, env('FILES_BUCKET'))
  return {
    put: async (key, content, mimeType) => {
      const body = Buffer.from(content)
      const response = await s3.client.fetch(objectUrl(key), {
        method: 'PUT',
        body,
        headers: { 'content-type': mimeType },
      })
      await expectOk(response, 'stored')
    },
    get: async (key) => {
      const response = await s3.client.fetch(objectUrl(key))
      if (response.status === 404 && (await response.clone().text()).includes('<Code>NoSuchKey</Code>')) return null
      await expectOk(response, 'read')
      return response.bytes()
    },
    uploadUrl: async (key, { mimeType, bytes, expiresAt }) => {
      const url = new URL(objectUrl(key))
      url.searchParams.set('X-Amz-Expires', String(Math.ceil((msOf(expiresAt) - Date.now()) / 1_000)))
      const headers = { 'content-type': mimeType }
      // A browser states the length itself; a body of another one does not fit the signature.
      const signed = await s3.client.sign(url, {
        method: 'PUT',
        headers: { ...headers, 'content-length': String(bytes) },
        aws: { signQuery: true, allHeaders: true },
      })
      return { url: signed.url, headers }
    },
    uploadsAt: async () => objectUrl(''),
    temporaryUrl: async (key, { filename, mimeType }) => {
      const url = new URL(objectUrl(key))
      url.searchParams.set('X-Amz-Expires', String(URL_VALID_SECONDS))
      url.searchParams.set('response-content-type', mimeType)
      url.searchParams.set(
        'response-content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
      )
      return (await s3.client.sign(url, { aws: { signQuery: true } })).url
    },
    release: async (key) => {
      const body = tagging(CANARY_TAG)
      // S3 takes no tags without a check sum of them
      const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
      await expectOk(await s3.client.fetch(`${objectUrl(key)}?tagging`, { method: 'PUT', body, headers }), 'released')
    },
  }
}

/** The bucket stands in the path, which works with any name and any endpoint. @throws Error for a key that would leave it */
const objectUrlIn =
  ({ base }: AwsHttp, bucket: string) =>
  (key: string): string => {
    const steps = key.split('/')
    if (steps.includes('.') || steps.includes('..')) throw new Error(`No file can have the key ${key}`)
    return `${base}/${bucket}/${steps.map(encodeURIComponent).join('/')}`
  }

/** @throws Error with S3's code, which says more than its status */
const expectOk = async (response: Response, done: 'stored' | 'read' | 'released'): Promise<void> => {
  if (response.ok) return
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? 'no code'
  throw new Error(`A file could not be ${done}: S3 answered ${response.status} ${code}`)
}
