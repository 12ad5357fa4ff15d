import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import cdk from '../../cdk.json' with { type: 'json' }
import { deskStacks } from '../../infra/desk-stacks.ts'
import type { StageSettings } from '../../infra/stage-settings.ts'

export const SETTINGS: StageSettings = {
  stage: 'trial',
  deskName: 'Service desk',
  deskAddress: 'help@it.example.org',
  hostedZoneId: null,
  publicUrl: null,
  certificateArn: null,
  signInPrefix: 'desk-trial',
  signInCallbackUrls: ['http://localhost:3000/'],
  alarmRecipients: ['operations@example.org'],
  replaceActiveRuleSet: false,
  logRetentionDays: 90,
  mailSilenceMinutes: 240,
  timeZone: 'Asia/Shanghai',
  languages: ['zh-CN', 'en'],
  limits: { requestsPerSecond: 50, requestsAtOnce: 100 },
}

/** The desk as CloudFormation gets it, quickly: without the functions' code, and without CDK's own look at the result. */
export const synthesisedDesk = (settings: StageSettings = SETTINGS) => {
  const context = { ...cdk.context, 'aws:cdk:bundling-stacks': [] }
  const app = new App({ context, builtinCloudFormationValidation: false })
  const { state, desk, portal, mail } = deskStacks(app, settings)
  return {
    app,
    state: Template.fromStack(state),
    desk: Template.fromStack(desk),
    portal: Template.fromStack(portal),
    mail: Template.fromStack(mail),
  }
}

export type Resource = {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

export const resourcesOf = (template: Template, type?: string): ReadonlyMap<string, Resource> =>
  new Map(
    Object.entries<Resource>(template.toJSON()['Resources']).filter(([, resource]) => !type || resource.Type === type),
  )
