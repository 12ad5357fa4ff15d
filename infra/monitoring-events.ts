import { Aws, Duration, Validations } from 'aws-cdk-lib'
import { Match, Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import type { DeadLetterQueue } from './dead-letter-queue.ts'
import type { DeskFunction } from './desk-function.ts'

export type MonitoringEventsProps = {
  readonly intakeEvent: DeskFunction
  readonly deadLetters: DeadLetterQueue
  /** What the names of the desk's own alarms begin with: their tickets could never be dealt with by a desk in trouble. */
  readonly ownAlarmPrefix: string
  /** All but this one. */
  readonly canaryAlarm: string
}

/** INT-8: what CloudWatch tells this account and Region of its alarms. */
export class MonitoringEvents extends Construct {
  constructor(scope: Construct, id: string, props: MonitoringEventsProps) {
    super(scope, id)
    const { intakeEvent, deadLetters, ownAlarmPrefix, canaryAlarm } = props
    const rule = new Rule(this, 'Rule', {
      description: 'CloudWatch alarms that become incidents of the desk',
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: [
          'CloudWatch Alarm State Change',
          'CloudWatch Alarm Contributor State Change',
          'CloudWatch Alarm Configuration Change',
        ],
        detail: { alarmName: Match.anyOf(Match.anythingButPrefix(ownAlarmPrefix), Match.exactString(canaryAlarm)) },
      },
    })
    rule.addTarget(
      new LambdaFunction(intakeEvent.lambda, {
        deadLetterQueue: deadLetters.queue,
        maxEventAge: Duration.hours(6),
        retryAttempts: 60,
      }),
    )
    grantAlarmTags(intakeEvent)
  }
}

const grantAlarmTags = (deskFunction: DeskFunction): void => {
  deskFunction.allow(
    ['cloudwatch:ListTagsForResource'],
    [`arn:${Aws.PARTITION}:cloudwatch:${Aws.REGION}:${Aws.ACCOUNT_ID}:alarm:*`],
  )
  Validations.of(deskFunction).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudwatch:<AWS::Region>:<AWS::AccountId>:alarm:*]',
    reason: 'Reads the tags of whichever alarm of this account and Region rings: that is what it is for.',
  })
}
