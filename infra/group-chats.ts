import { ArnFormat, Stack } from 'aws-cdk-lib'
import type { DeskFunction } from './desk-function.ts'

/** Webhooks are encrypted parameters somebody puts there by hand, see docs/deploy.md; only those of the stage may be read. */
export const grantGroupChats = (deskFunction: DeskFunction, { stage }: { readonly stage: string }): void => {
  const prefix = `/firstline/${stage}/chat/`
  const arn = Stack.of(deskFunction).formatArn({
    service: 'ssm',
    resource: 'parameter',
    resourceName: `${prefix.slice(1)}*`,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  })
  deskFunction.allow(['ssm:GetParameter'], [arn])
  deskFunction.set('CHAT_PARAMETERS', prefix)
}
