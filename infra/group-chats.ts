import { Aws, Validations } from 'aws-cdk-lib'
import type { DeskFunction } from './desk-function.ts'

/** Webhooks are encrypted parameters somebody puts there by hand, see docs/deploy.md; only those of the stage may be read. */
export const grantGroupChats = (deskFunction: DeskFunction, { stage }: { readonly stage: string }): void => {
  const prefix = `/firstline/${stage}/chat/`
  const arn = `arn:${Aws.PARTITION}:ssm:${Aws.REGION}:${Aws.ACCOUNT_ID}:parameter${prefix}*`
  deskFunction.allow(['ssm:GetParameter'], [arn])
  deskFunction.set('CHAT_PARAMETERS', prefix)
  Validations.of(deskFunction).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:parameter${prefix}*]`,
    reason: 'Chats are added while the desk runs; below this prefix there is nothing but the webhooks of this stage.',
  })
}
