import { describe, expect, test } from 'vitest'
import { createSecret } from '../../../functions/aws/create-secret.ts'
import { ssmSecret } from '../../../functions/aws/ssm-secret.ts'
import { awsOverHttp } from './aws-over-http.ts'
import { withEnvironment } from './environment.ts'

const NAME = '/firstline/trial/secret'
withEnvironment({ SECRET_PARAMETER: NAME })
const aws = awsOverHttp()

const parameter = (value: string) => ({ status: 200, body: JSON.stringify({ Parameter: { Value: value } }) })
const problem = (type: string) => ({ status: 400, body: JSON.stringify({ __type: `com.amazonaws.ssm#${type}` }) })
const asked = () =>
  aws.requests.map(({ headers, body }) => [headers['x-amz-target'], JSON.parse(body.toString()) as unknown])

describe('reading the key', () => {
  test('asks once, however often and at once it is wanted', async () => {
    aws.answer(parameter(Buffer.alloc(32, 7).toString('base64')))
    const secret = ssmSecret()
    const keys = await Promise.all([secret(), secret(), secret()])
    expect(keys.map((key) => [...key])).toEqual(Array.from({ length: 3 }, () => Array.from({ length: 32 }, () => 7)))
    expect(asked()).toEqual([['AmazonSSM.GetParameter', { Name: NAME, WithDecryption: true }]])
  })

  test('a failure is not remembered', async () => {
    aws.answer(problem('AccessDeniedException'), parameter('AAAA'))
    const secret = ssmSecret()
    await expect(secret()).rejects.toThrow('AccessDeniedException')
    expect([...(await secret())]).toEqual([0, 0, 0])
  })
})

describe('making the key when the stack is deployed', () => {
  const properties = { Name: NAME }

  test('32 random bytes, encrypted, never over one that is there', async () => {
    aws.answer({ status: 200, body: '{}' })
    expect(await createSecret({ type: 'Create', properties })).toBe(NAME)
    const [[action, input] = []] = asked()
    expect(action).toBe('AmazonSSM.PutParameter')
    expect(input).toMatchObject({ Name: NAME, Type: 'SecureString', Overwrite: false })
    expect(Buffer.from((input as { readonly Value: string }).Value, 'base64')).toHaveLength(32)
  })

  test('one that is there is kept', async () => {
    aws.answer(problem('ParameterAlreadyExists'))
    expect(await createSecret({ type: 'Update', properties })).toBe(NAME)
  })

  test('anything else fails the deployment', async () => {
    aws.answer(problem('AccessDeniedException'))
    await expect(createSecret({ type: 'Create', properties })).rejects.toThrow('AccessDeniedException')
  })

  test('it stays when the stack goes', async () => {
    expect(await createSecret({ type: 'Delete', properties })).toBe(NAME)
    expect(aws.requests).toEqual([])
  })
})
