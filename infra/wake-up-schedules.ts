import { ArnFormat, Aws, Duration, Stack, Validations } from 'aws-cdk-lib'
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { DeadLetterQueue } from './dead-letter-queue.ts'
import type { DeskBus } from './desk-bus.ts'
import type { DeskFunction } from './desk-function.ts'
import { deskMetric } from './desk-metrics.ts'
import { prefixOf, type StageSettings } from './stage-settings.ts'

export type WakeUpSchedulesProps = {
  readonly settings: StageSettings
  readonly wakeUp: DeskFunction
  /** For what is due too soon for the scheduler. */
  readonly bus: DeskBus
  /** Where a wake-up goes that cannot be delivered. */
  readonly deadLetters: DeadLetterQueue
}

/** SLA-6: within a minute of its instant, and the minute that the scheduler takes for itself. */
const LATE = Duration.minutes(2)

/** The desk's clock: one-shot schedules in a group of their own, and a role that may call the wake-up function only. */
export class WakeUpSchedules extends Construct {
  private readonly props: WakeUpSchedulesProps
  private readonly groupName: string
  private readonly role: Role
  private readonly anySchedule: string

  constructor(scope: Construct, id: string, props: WakeUpSchedulesProps) {
    super(scope, id)
    this.props = props
    this.groupName = `${prefixOf(props.settings)}wake-ups`
    const group = new ScheduleGroup(this, 'Group', { scheduleGroupName: this.groupName })
    this.anySchedule = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.groupName}/*`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com').withConditions({
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': group.scheduleGroupArn },
      }),
    })
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [props.wakeUp.lambda.functionArn] }),
    )
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.deadLetters.queue.queueArn] }),
    )
    this.wakeSoon(props)
    const lateness = deskMetric(props.settings, 'WakeUpLateness', { statistic: 'Maximum' })
    props.wakeUp.alarm('late', lateness, LATE.toSeconds())
  }

  /** Makes schedules and hands their role to the scheduler; what is due within a minute goes over the bus. */
  grantSchedule(deskFunction: DeskFunction): void {
    const { wakeUp, deadLetters, bus } = this.props
    bus.grantPublish(deskFunction)
    deskFunction.allow(['scheduler:CreateSchedule'], [this.anySchedule])
    deskFunction.allow(['iam:PassRole'], [this.role.roleArn])
    Validations.of(deskFunction).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${this.groupName}/*]`,
      reason: 'One schedule per record and moment, in a group that holds nothing else.',
    })
    deskFunction.set('WAKE_UP_GROUP', this.groupName)
    deskFunction.set('WAKE_UP_ROLE', this.role.roleArn)
    deskFunction.set('WAKE_UP_FUNCTION', wakeUp.lambda.functionArn)
    deskFunction.set('WAKE_UP_DEAD_LETTERS', deadLetters.queue.queueArn)
  }

  private wakeSoon({ bus, wakeUp, deadLetters }: WakeUpSchedulesProps): void {
    new Rule(this, 'Soon', {
      description: 'Wake-ups of the desk that are due within a minute',
      eventBus: bus.bus,
      eventPattern: { source: ['firstline.clock'], detailType: ['wake-up'] },
      targets: [
        new LambdaFunction(wakeUp.lambda, {
          event: RuleTargetInput.fromEventPath('$.detail'),
          deadLetterQueue: deadLetters.queue,
          maxEventAge: Duration.hours(1),
        }),
      ],
    })
  }
}
