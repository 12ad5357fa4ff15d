import { Aws, type Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { DeskFunction } from './desk-function.ts'

export type RegularCallsProps = {
  readonly description: string
  readonly deskFunction: DeskFunction
  readonly every: Duration
  /** Of the schedule's group, which holds nothing else. */
  readonly groupName: string
}

/** A function called by the scheduler again and again, by a role that this schedule alone may use; a lost call is made up for by the next. */
export class RegularCalls extends Construct {
  constructor(scope: Construct, id: string, props: RegularCallsProps) {
    super(scope, id)
    const { description, deskFunction, every, groupName } = props
    const { functionArn } = deskFunction.lambda
    const group = new ScheduleGroup(this, 'Group', { scheduleGroupName: groupName })
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com').withConditions({
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': group.scheduleGroupArn },
      }),
    })
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }))
    new CfnSchedule(this, 'Schedule', {
      description,
      groupName: group.scheduleGroupName,
      scheduleExpression: `rate(${every.toMinutes()} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumEventAgeInSeconds: every.toSeconds(), maximumRetryAttempts: 2 },
      },
    })
  }
}
