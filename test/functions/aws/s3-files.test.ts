import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { s3Files } from '../../../functions/aws/s3-files.ts'
import { awsOverHttp } from './aws-over-http.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ FILES_BUCKET: 'desk-files' })
const aws = awsOverHttp()

const NO_SUCH_KEY = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>Not there.</Message></Error>'

test('a file is stored under its key, with its type, by a signed request', async () => {
  await s3Files().put('incoming/a b/é+1', Buffer.from([0, 255]), 'message/rfc822')
  const [request] = aws.requests
  expect(request).toMatchObject({ method: 'PUT', url: '/desk-files/incoming/a%20b/%C3%A9%2B1' })
  expect([...(request?.body ?? [])]).toEqual([0, 255])
  expect(request?.headers).toMatchObject({ 'content-type': 'message/rfc822', 'x-amz-security-token': 'session' })
  expect(request?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request,/,
  )
})

test('a file comes back byte by byte', async () => {
  aws.answer({ status: 200, body: Buffer.from([0, 128, 255]) })
  expect(await s3Files().get('incoming/x')).toEqual(new Uint8Array([0, 128, 255]))
})

test('a file that is not there is null; a bucket that is not there, or forbidden, is an error', async () => {
  aws.answer(
    { status: 404, body: NO_SUCH_KEY },
    { status: 404, body: '<Error><Code>NoSuchBucket</Code></Error>' },
    { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' },
  )
  const files = s3Files()
  expect(await files.get('incoming/x')).toBeNull()
  await expect(files.get('incoming/x')).rejects.toThrow('S3 answered 404 NoSuchBucket')
  await expect(files.get('incoming/x')).rejects.toThrow('S3 answered 403 AccessDenied')
})

test('a busy S3 is asked again', async () => {
  aws.answer({ status: 503, body: '<Error><Code>SlowDown</Code></Error>' }, { status: 200, body: 'mail' })
  expect(await s3Files().get('incoming/x')).toEqual(new TextEncoder().encode('mail'))
  expect(aws.requests).toHaveLength(2)
})

test('what may go is marked for the bucket’s rule, with the check sum S3 wants', async () => {
  await s3Files().release('incoming/x')
  const [request] = aws.requests
  expect(request).toMatchObject({ method: 'PUT', url: '/desk-files/incoming/x?tagging' })
  const body = Buffer.from(request?.body ?? [])
  expect(body.toString()).toBe(
    '<Tagging><TagSet><Tag><Key>firstline</Key><Value>canary</Value></Tag></TagSet></Tagging>',
  )
  expect(request?.headers['content-md5']).toBe(createHash('md5').update(body).digest('base64'))
})

test('no key leads out of the bucket', async () => {
  await expect(s3Files().get('incoming/../../other-bucket/x')).rejects.toThrow('No file can have the key')
  expect(aws.requests).toEqual([])
})

test('an address to upload to takes one file of one type and size, by what it has signed [INT-15]', async () => {
  const expiresAt = new Date(Date.now() + 900_000).toISOString()
  const { url, headers } = await s3Files().uploadUrl('uploads/1', { mimeType: 'image/png', bytes: 5, expiresAt })
  const { pathname, searchParams } = new URL(url)
  expect(pathname).toBe('/desk-files/uploads/1')
  expect(url.startsWith(await s3Files().uploadsAt())).toBe(true)
  expect(headers).toEqual({ 'content-type': 'image/png' })
  expect(searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host')
  expect(Number(searchParams.get('X-Amz-Expires'))).toBeGreaterThan(890)
  expect(Number(searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(900)
  const longer = await s3Files().uploadUrl('uploads/1', { mimeType: 'image/png', bytes: 6, expiresAt })
  const signatureOf = (signed: string) => new URL(signed).searchParams.get('X-Amz-Signature')
  expect(signatureOf(longer.url)).not.toBe(signatureOf(url))
  expect(aws.requests).toEqual([])
})

test('a temporary address is valid for five minutes and downloads under the file’s own name', async () => {
  const url = await s3Files().temporaryUrl?.('attachments/1', { filename: '报告 "1".pdf', mimeType: 'application/pdf' })
  const { pathname, searchParams } = new URL(url ?? '')
  expect(pathname).toBe('/desk-files/attachments/1')
  expect(Object.fromEntries(searchParams)).toMatchObject({
    'X-Amz-Expires': '300',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'response-content-type': 'application/pdf',
    'response-content-disposition': "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%221%22.pdf",
  })
  expect(searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/)
})
