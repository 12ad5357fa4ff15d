import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { DeskStack } from './desk-stack.ts'
import { MailRules } from './mail-rules.ts'
import { prefixOf, type StageSettings } from './stage-settings.ts'
import type { StateStack } from './state-stack.ts'

export type MailStackProps = {
  readonly settings: StageSettings
  readonly state: StateStack
  readonly desk: DeskStack
}

/** By itself, because it changes what the whole account does with its mail: deployed last, and taken away alone. */
export class MailStack extends Stack {
  constructor(scope: Construct, { settings, state, desk }: MailStackProps) {
    super(scope, 'Mail', {
      stackName: `${prefixOf(settings)}mail`,
      description: 'Firstline: mail to the desk',
    })
    const { alarms, storedMails } = desk
    new MailRules(this, 'Rules', { settings, files: state.files, storedMails, alarms })
  }
}
