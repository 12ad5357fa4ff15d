import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { ReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import { S3 } from 'aws-cdk-lib/aws-ses-actions'
import { Construct } from 'constructs'
import { ActiveRuleSet } from './active-rule-set.ts'
import type { AlarmTopic } from './alarm-topic.ts'
import { type DeskFiles, INCOMING_MAIL_PREFIX } from './desk-files.ts'
import type { SesTopic } from './ses-topic.ts'
import { prefixOf, type StageSettings } from './stage-settings.ts'

export type MailRulesProps = {
  readonly settings: StageSettings
  readonly files: DeskFiles
  /** Told where each stored mail lies. */
  readonly storedMails: SesTopic
  readonly alarms: AlarmTopic
}

/** INT-2: mail to the desk's address, and to its plus-addresses, is stored by SES, which then tells the intake where. */
export class MailRules extends Construct {
  constructor(scope: Construct, id: string, { settings, files, storedMails, alarms }: MailRulesProps) {
    super(scope, id)
    const ruleSet = new ReceiptRuleSet(this, 'Rules', { receiptRuleSetName: `${prefixOf(settings)}mail` })
    ruleSet.addRule('ToDesk', {
      recipients: [settings.deskAddress],
      scanEnabled: true,
      actions: [
        new S3({
          bucket: files.bucket,
          objectKeyPrefix: INCOMING_MAIL_PREFIX,
          topic: storedMails,
        }),
      ],
    })
    new ActiveRuleSet(this, 'Active', { ruleSet, replaceActive: settings.replaceActiveRuleSet })
    alarms.when(this, 'NotStoredAlarm', {
      metric: unstoredMails(ruleSet),
      threshold: 1,
      meaning: 'Mail to the desk is late or lost: SES received it and could not store it.',
      article: 'intake-mail-not-stored',
    })
  }
}

const unstoredMails = ({ receiptRuleSetName }: ReceiptRuleSet): Metric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: 'PublishFailure',
    dimensionsMap: { RuleSetName: receiptRuleSetName },
    statistic: 'Sum',
  })
