import { DescribeActiveReceiptRuleSetCommand, SESClient, SetActiveReceiptRuleSetCommand } from '@aws-sdk/client-ses'
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { activateMailRules } from '../../../functions/aws/activate-mail-rules.ts'
import { customResource, type Request } from '../../../functions/aws/custom-resource.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({})
const ses = mockClient(SESClient)
beforeEach(() => {
  ses.reset()
  ses.on(SetActiveReceiptRuleSetCommand).resolves({})
})

describe('activating the mail rules', () => {
  const request = (type: Request['type'], replaceActive = 'false'): Request => ({
    type,
    properties: { RuleSetName: 'firstline-trial-mail', ReplaceActive: replaceActive },
  })
  const active = (name: string | null) =>
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves(name ? { Metadata: { Name: name } } : {})
  const activated = () => ses.commandCalls(SetActiveReceiptRuleSetCommand).map(({ args }) => args[0].input)

  test('switches them on where none are active', async () => {
    active(null)
    expect(await activateMailRules(request('Create'))).toBe('firstline-trial-mail')
    expect(activated()).toEqual([{ RuleSetName: 'firstline-trial-mail' }])
  })

  test('leaves them when they are active already', async () => {
    active('firstline-trial-mail')
    await activateMailRules(request('Update'))
    expect(activated()).toEqual([])
  })

  test('stops before somebody else’s, and says what to set', async () => {
    active('sales')
    await expect(activateMailRules(request('Create'))).rejects.toThrow(/"sales".*"replaceActiveRuleSet": true/)
    expect(activated()).toEqual([])
  })

  test('replaces somebody else’s when the stage says so', async () => {
    active('sales')
    await activateMailRules(request('Create', 'true'))
    expect(activated()).toEqual([{ RuleSetName: 'firstline-trial-mail' }])
  })

  test('switches off its own only, when the stack goes', async () => {
    active('firstline-trial-mail')
    await activateMailRules(request('Delete'))
    expect(activated()).toEqual([{}])
    active('sales')
    await activateMailRules(request('Delete'))
    expect(activated()).toEqual([{}])
  })
})

describe('CloudFormation is told how it went', () => {
  const event = {
    RequestType: 'Create',
    ServiceToken: 'arn:function',
    ResponseURL: 'https://cloudformation.example/answer',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Activation',
    ResourceType: 'AWS::CloudFormation::CustomResource',
    ResourceProperties: { ServiceToken: 'arn:function', RuleSetName: 'rules' },
  } satisfies CloudFormationCustomResourceEvent

  const toldAfter = async (step: (request: Request) => Promise<string>): Promise<unknown> => {
    const put = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(''))
    await customResource(step)(event)
    const [url, init] = put.mock.calls[0] ?? []
    put.mockRestore()
    expect([url, init?.method]).toEqual([event.ResponseURL, 'PUT'])
    return JSON.parse(String(init?.body))
  }
  const told = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Activation' }

  test('when it went well, with the name of what was made', async () => {
    const step = ({ properties }: Request) => Promise.resolve(properties['RuleSetName'] ?? '')
    expect(await toldAfter(step)).toEqual({ ...told, Status: 'SUCCESS', PhysicalResourceId: 'rules' })
  })

  test('when it did not, with the reason', async () => {
    expect(await toldAfter(() => Promise.reject(new Error('no')))).toEqual({
      ...told,
      Status: 'FAILED',
      PhysicalResourceId: 'Activation',
      Reason: 'no',
    })
  })
})
