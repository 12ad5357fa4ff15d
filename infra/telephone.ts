import { Stack } from 'aws-cdk-lib'
import type { DeskFunction } from './desk-function.ts'
import type { StageSettings } from './stage-settings.ts'

/** NOT-1: automatic calls, where the stage has an instance of Amazon Connect; otherwise the desk's people call by hand. */
export const grantTelephone = (deskFunction: DeskFunction, { telephone }: StageSettings): void => {
  if (!telephone) return
  const { instanceId, contactFlowId, sourceNumber } = telephone
  const { partition, region, account } = Stack.of(deskFunction)
  const instance = `arn:${partition}:connect:${region}:${account}:instance/${instanceId}`
  deskFunction.allow(['connect:StartOutboundVoiceContact'], [`${instance}/contact/*`])
  deskFunction.set('VOICE_LINE', [instanceId, contactFlowId, sourceNumber].join('|'))
}
