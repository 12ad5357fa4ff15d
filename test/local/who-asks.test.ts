import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { userInfo } from 'node:os'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { whoAsks } from '../../local/who-asks.ts'

const ARN = 'arn:aws:sts::123456789012:assumed-role/Operator/ada'

let server: Server
let answer = ''
const asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    request.on('data', (chunk) => asked.push(String(chunk)))
    request.on('end', () => response.end(answer))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('AWS_REGION', 'eu-central-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.close()
})

test('whoever AWS takes the credentials for stands for the operator of a deployed desk [AUD-1]', async () => {
  answer = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${ARN}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`
  expect(await whoAsks('prod')).toBe(ARN)
  expect(asked).toEqual(['Action=GetCallerIdentity&Version=2011-06-15'])
  answer = '<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>'
  await expect(whoAsks('prod')).rejects.toThrow('AWS does not know the credentials in use: sign in again.')
})

test('on one machine it is its user [AUD-1]', async () => {
  expect(await whoAsks('local')).toBe(userInfo().username)
})
