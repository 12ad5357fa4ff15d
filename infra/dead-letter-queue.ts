import { Duration, Validations } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { AlarmTopic } from './alarm-topic.ts'

export type DeadLetterQueueProps = {
  readonly alarms: AlarmTopic
  /** What it means for the desk's users that something lies here; becomes the alarm's text. */
  readonly failureImpact: string
  /** The function that has failed at what lies here, as it is called in functions/. */
  readonly of: string
}

/** What could not be dealt with after all retries waits here for two weeks; somebody is told of the first one. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue

  constructor(scope: Construct, id: string, { alarms, failureImpact, of }: DeadLetterQueueProps) {
    super(scope, id)
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is the dead-letter queue; services put into it, no queue redrives into it.',
    })
    alarms.when(this, 'LettersAlarm', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      threshold: 1,
      meaning: failureImpact,
      article: `${of}-dead-letters`,
    })
  }
}
