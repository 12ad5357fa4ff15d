import { describe, expect, test } from 'vitest'
import { awsDeps } from '../../../functions/aws/deps.ts'
import { withEnvironment } from './environment.ts'

describe('what a function works with', () => {
  withEnvironment({
    TABLE_NAME: 'table',
    STAGE: 'trial',
    DESK_NAME: 'Service desk',
    DESK_ADDRESS: 'help@it.example.org',
    DESK_LANGUAGES: 'zh-CN,en',
    PUBLIC_URL: 'https://desk.example.org',
  })

  test('is who the desk is, and the adapters it asked for', async () => {
    const deps = awsDeps({ secret: () => () => Promise.resolve(new Uint8Array(32)) })
    expect(deps.identity).toEqual({
      name: 'Service desk',
      address: 'help@it.example.org',
      publicUrl: 'https://desk.example.org',
      trustedAuthservId: 'amazonses.com',
      languages: ['zh-CN', 'en'],
    })
    expect(await deps.secret()).toHaveLength(32)
  })

  test('does not include what it did not ask for, and says so', async () => {
    await expect(awsDeps().files.get('key')).rejects.toThrow('was not given files: pass it to awsDeps')
  })

  test('cannot be made without its environment, and names what is missing', () => {
    delete process.env['TABLE_NAME']
    expect(() => awsDeps()).toThrow('The environment variable TABLE_NAME is missing')
  })
})
