import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { DeskStack } from './desk-stack.ts'
import { MailDomain } from './mail-domain.ts'
import { MailRules } from './mail-rules.ts'
import { SelfWatch } from './self-watch.ts'
import { prefixOf, type StageSettings } from './stage-settings.ts'
import type { StateStack } from './state-stack.ts'

export type MailStackProps = {
  readonly settings: StageSettings
  readonly state: StateStack
  readonly desk: DeskStack
}

/** By itself, because it changes what the account and the domain do with their mail: deployed last, and taken away alone. */
export class MailStack extends Stack {
  constructor(scope: Construct, { settings, state, desk }: MailStackProps) {
    super(scope, 'Mail', {
      stackName: `${prefixOf(settings)}mail`,
      description: 'Firstline: mail to the desk',
    })
    const { alarms, storedMails, mailSending } = desk
    new MailDomain(this, 'Domain', { settings, configurationSet: mailSending.configurationSet })
    new SelfWatch(this, 'SelfWatch', { settings, state, desk })
    new MailRules(this, 'Rules', { settings, files: state.files, storedMails, alarms })
  }
}
