import { Aws, Validations } from 'aws-cdk-lib'
import type { DeskFunction } from './desk-function.ts'
import type { StageSettings } from './stage-settings.ts'

/** NOT-1: automatic calls, where the stage has an instance of Amazon Connect; otherwise the desk's people call by hand. */
export const grantTelephone = (deskFunction: DeskFunction, { telephone }: StageSettings): void => {
  if (!telephone) return
  const { instanceId, contactFlowId, sourceNumber } = telephone
  const contacts = `instance/${instanceId}/contact/*`
  deskFunction.allow(
    ['connect:StartOutboundVoiceContact'],
    [`arn:${Aws.PARTITION}:connect:${Aws.REGION}:${Aws.ACCOUNT_ID}:${contacts}`],
  )
  deskFunction.set('VOICE_LINE', [instanceId, contactFlowId, sourceNumber].join('|'))
  Validations.of(deskFunction).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:connect:<AWS::Region>:<AWS::AccountId>:${contacts}]`,
    reason: 'A call has no name before it is made; only the one instance of the stage may make any.',
  })
}
