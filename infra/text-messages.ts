import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { DeskFunction } from './desk-function.ts'

/** A phone number is no resource, so the right to write to it is the right to publish to anything that is no topic. */
export const grantTextMessages = (deskFunction: DeskFunction): void => {
  const anyTopic = `arn:${Stack.of(deskFunction).partition}:sns:*:*:*`
  deskFunction.lambda.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], notResources: [anyTopic] }))
}
