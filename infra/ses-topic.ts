import { Aws } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { DeadLetterQueue } from './dead-letter-queue.ts'
import type { DeskFunction } from './desk-function.ts'

export type SesTopicProps = {
  readonly about: string
  readonly listener: DeskFunction
  readonly deadLetters: DeadLetterQueue
}

/** What SES of this account tells a function of the desk. */
export class SesTopic extends Topic {
  constructor(scope: Construct, id: string, { about, listener, deadLetters }: SesTopicProps) {
    super(scope, id, { displayName: about, enforceSSL: true })
    this.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    this.addSubscription(new LambdaSubscription(listener.lambda, { deadLetterQueue: deadLetters.queue }))
  }
}
