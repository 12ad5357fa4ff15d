import { CfnOutput, Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { AlarmTopic } from './alarm-topic.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { DeskFunction, type DeskFunctionProps } from './desk-function.ts'
import type { StageSettings } from './stage-settings.ts'

export type DeskFunctionsProps = { readonly alarms: AlarmTopic; readonly settings: StageSettings }

const IMPACT = {
  api: 'People cannot use the portal, the API or the links in their mails.',
  'intake-mail': 'Mail to the desk lies unread: no ticket and no comment is made of it.',
  'intake-event': 'Alarms of this account open no incident and resolve none.',
  'mail-feedback': 'Addresses that bounce or complain are mailed again, and nobody sees which notice did not arrive.',
  react: 'Nothing follows from what is done on tickets: no notice, no reminder, no escalation.',
  'wake-up': 'Warnings, escalations and closings take effect minutes late, when the sweep finds them.',
  sweep: 'A wake-up that got lost stays lost: a missed target escalates to nobody.',
  procedure:
    'The state machine of major incidents stands still; their records, deadlines and notices go on without it.',
  report: 'The managers do not get the monthly report, nor the corrections they have asked for.',
} as const

type Name = keyof typeof IMPACT

/** The desk's functions, one for each thing that can happen to it, and where their failed events go. */
export class DeskFunctions extends Construct {
  readonly unreadMail: DeadLetterQueue
  readonly unseenEvents: DeadLetterQueue
  readonly unheardFeedback: DeadLetterQueue
  readonly lostReactions: DeadLetterQueue
  readonly lostWakeUps: DeadLetterQueue
  readonly unfollowedProcedures: DeadLetterQueue

  readonly api: DeskFunction
  readonly intakeMail: DeskFunction
  readonly intakeEvent: DeskFunction
  readonly mailFeedback: DeskFunction
  readonly react: DeskFunction
  readonly wakeUp: DeskFunction
  readonly sweep: DeskFunction
  readonly procedure: DeskFunction
  readonly report: DeskFunction

  private readonly props: DeskFunctionsProps

  constructor(scope: Construct, id: string, props: DeskFunctionsProps) {
    super(scope, id)
    this.props = props
    this.unreadMail = this.queue('UnreadMail', 'intake-mail')
    this.unseenEvents = this.queue('UnseenEvents', 'intake-event')
    this.unheardFeedback = this.queue('UnheardFeedback', 'mail-feedback')
    this.lostReactions = this.queue('LostReactions', 'react')
    this.lostWakeUps = this.queue('LostWakeUps', 'wake-up')
    this.unfollowedProcedures = this.queue('UnfollowedProcedures', 'procedure')

    // An HTTP API gives up after 30 seconds; it counts the errors itself.
    this.api = this.function('Api', 'api', Duration.seconds(29), null, ['slow'])
    this.intakeMail = this.function('IntakeMail', 'intake-mail', Duration.minutes(1), this.unreadMail)
    this.intakeEvent = this.function('IntakeEvent', 'intake-event', Duration.minutes(1), this.unseenEvents)
    this.mailFeedback = this.function('MailFeedback', 'mail-feedback', Duration.minutes(1), this.unheardFeedback)
    this.react = this.function('React', 'react', Duration.minutes(2), null)
    // It may have to wait for a minute before it acts: see functions/wake-up.ts.
    this.wakeUp = this.function('WakeUp', 'wake-up', Duration.minutes(2), this.lostWakeUps)
    this.sweep = this.function('Sweep', 'sweep', Duration.minutes(2), this.lostWakeUps)
    this.procedure = this.function('Procedure', 'procedure', Duration.minutes(1), this.unfollowedProcedures)
    // It is asked every hour, and makes up for what it has missed.
    this.report = this.function('Report', 'report', Duration.minutes(5), null, ['errors'])
    this.tellOfThrottles(props)
    this.nameDeadLetters()
  }

  /** Each queue with the function that has failed at what lies there. */
  get deadLetters() {
    return {
      IntakeMail: { queue: this.unreadMail.queue, lambda: this.intakeMail.lambda },
      IntakeEvent: { queue: this.unseenEvents.queue, lambda: this.intakeEvent.lambda },
      MailFeedback: { queue: this.unheardFeedback.queue, lambda: this.mailFeedback.lambda },
      React: { queue: this.lostReactions.queue, lambda: this.react.lambda },
      WakeUp: { queue: this.lostWakeUps.queue, lambda: this.wakeUp.lambda },
      Procedure: { queue: this.unfollowedProcedures.queue, lambda: this.procedure.lambda },
    } as const
  }

  /** For the command that does undelivered events again. */
  private nameDeadLetters(): void {
    for (const [name, { queue, lambda }] of Object.entries(this.deadLetters)) {
      const value = `${queue.queueUrl} ${lambda.functionName}`
      new CfnOutput(this, `DeadLetters${name}`, { value }).overrideLogicalId(`DeadLetters${name}`)
    }
  }

  get all(): readonly DeskFunction[] {
    const { api, intakeMail, intakeEvent, mailFeedback, react, wakeUp, sweep, procedure, report } = this
    return [api, intakeMail, intakeEvent, mailFeedback, react, wakeUp, sweep, procedure, report]
  }

  /** Notices are sent when they are made, and by their wake-up when an attempt has failed. */
  get senders(): readonly DeskFunction[] {
    return [this.react, this.wakeUp, this.sweep]
  }

  /** One alarm for all of them, because the limit they have reached is one for all of the account. */
  private tellOfThrottles({ alarms }: DeskFunctionsProps): void {
    alarms.when(this, 'ThrottlesAlarm', {
      metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum' }),
      threshold: 1,
      meaning: 'Whatever the desk does waits, or fails: functions of this account are not let start.',
      article: 'throttles',
    })
  }

  private queue(id: string, name: Name): DeadLetterQueue {
    return new DeadLetterQueue(this, id, { alarms: this.props.alarms, failureImpact: IMPACT[name], of: name })
  }

  private function(
    id: string,
    name: Name,
    timeout: Duration,
    deadLetters: DeskFunctionProps['deadLetters'],
    watched: DeskFunctionProps['watched'] = [],
  ) {
    const failureImpact = IMPACT[name]
    return new DeskFunction(this, id, { ...this.props, name, failureImpact, timeout, deadLetters, watched })
  }
}
