import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { DeskFunction } from './desk-function.ts'

/** Every way out to people; a chat is one of a stage's own parameters, and a stage that rehearses has none. */
const WAYS_OUT = ['ses:SendEmail', 'ses:SendRawEmail', 'sns:Publish', 'connect:StartOutboundVoiceContact']

/**
 * Whatever is granted elsewhere, nothing reaches anybody: a denial outweighs. For a stage that works on a restored table, in which
 * reminders and escalations have become due meanwhile.
 */
export const keepInside = ({ lambda }: DeskFunction): void => {
  lambda.addToRolePolicy(new PolicyStatement({ effect: Effect.DENY, actions: WAYS_OUT, resources: ['*'] }))
}
