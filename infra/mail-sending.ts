import { ArnFormat, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { ConfigurationSet, EmailSendingEvent, EventDestination, SuppressionReasons } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { DeadLetterQueue } from './dead-letter-queue.ts'
import type { DeskFunction } from './desk-function.ts'
import { SesTopic } from './ses-topic.ts'
import { domainOf, type StageSettings } from './stage-settings.ts'

export type MailSendingProps = {
  readonly settings: StageSettings
  readonly mailFeedback: DeskFunction
  readonly deadLetters: DeadLetterQueue
}

/** Mail from the desk, and what becomes of it: bounces, complaints and deliveries come back (NOT-4, NOT-6). */
export class MailSending extends Construct {
  readonly configurationSet: ConfigurationSet
  private readonly deskAddress: string

  constructor(scope: Construct, id: string, { settings, mailFeedback, deadLetters }: MailSendingProps) {
    super(scope, id)
    this.deskAddress = settings.deskAddress
    this.configurationSet = new ConfigurationSet(this, 'Mails', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    this.tell(mailFeedback, deadLetters)
  }

  /** As the desk only; SES asks for the right to the domain and to the configuration set. */
  grantSend(deskFunction: DeskFunction): void {
    deskFunction.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          this.arn('identity', domainOf(this.deskAddress)),
          this.arn('configuration-set', this.configurationSet.configurationSetName),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': this.deskAddress } },
      }),
    )
    deskFunction.set('MAIL_CONFIGURATION_SET', this.configurationSet.configurationSetName)
  }

  private arn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({
      service: 'ses',
      resource,
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
  }

  private tell(mailFeedback: DeskFunction, deadLetters: DeadLetterQueue): void {
    const topic = new SesTopic(this, 'Feedback', { about: 'What became of mails', listener: mailFeedback, deadLetters })
    this.configurationSet.addEventDestination('ToFeedback', {
      destination: EventDestination.snsTopic(topic),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.REJECT,
      ],
    })
  }
}
