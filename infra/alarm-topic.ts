import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

export type AlarmCondition = {
  readonly metric: Metric
  /** Reached in one period of the metric, it alarms; no data is no trouble. */
  readonly threshold: number
  /** Reached in so many of the last periods instead. */
  readonly outOf?: { readonly periods: number; readonly breaching: number }
  /** The figure is noted even when all is well, so that a period without it is one more to worry about. */
  readonly silenceIsTrouble?: boolean
  /** What people read in the mail: one sentence on what it means for the desk's users. */
  readonly meaning: string
  /** The article of docs/runbook.md that says what to do. */
  readonly article: string
}

/** Whom the desk tells when it is in trouble itself; never itself. */
export class AlarmTopic extends Construct {
  private readonly topic: Topic

  constructor(scope: Construct, id: string, { recipients }: { readonly recipients: readonly string[] }) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: 'Firstline operations', enforceSSL: true })
    for (const recipient of recipients) this.topic.addSubscription(new EmailSubscription(recipient))
  }

  /** CloudWatch names the alarm after the stack, and the desk ignores alarms of that name: see MonitoringEvents. */
  when(scope: Construct, id: string, condition: AlarmCondition): void {
    const { metric, threshold, meaning, article, outOf = { periods: 1, breaching: 1 }, silenceIsTrouble } = condition
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      evaluationPeriods: outOf.periods,
      datapointsToAlarm: outOf.breaching,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silenceIsTrouble ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${meaning} What to do: docs/runbook.md#${article}`,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
  }
}
