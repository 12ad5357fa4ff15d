import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib'
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { AlarmTopic } from './alarm-topic.ts'
import type { DeadLetterQueue } from './dead-letter-queue.ts'
import type { DeskBus } from './desk-bus.ts'
import type { DeskFunction } from './desk-function.ts'
import { ProcedureStates } from './procedure-states.ts'
import { prefixOf, type StageSettings } from './stage-settings.ts'

export type MajorIncidentProcedureProps = {
  readonly procedure: DeskFunction
  readonly bus: DeskBus
  /** Where a change goes that could not be followed. */
  readonly deadLetters: DeadLetterQueue
  readonly alarms: AlarmTopic
  readonly settings: StageSettings
}

/** Longer than the steps of one execution can take: see procedure-states.ts. */
const LONGEST = Duration.days(14)

/** The state machine that follows each major incident through its procedure [MAJ-9], and what leads there. */
export class MajorIncidentProcedure extends Construct {
  private readonly bus: DeskBus

  constructor(scope: Construct, id: string, props: MajorIncidentProcedureProps) {
    super(scope, id)
    const { procedure, bus, deadLetters, alarms, settings } = props
    this.bus = bus
    const name = `${prefixOf(settings)}major-incident`
    const machine = this.createMachine(name, procedure)
    this.grantMachine(name, procedure)
    this.followMoves(procedure, deadLetters)
    this.tell(alarms, machine)
  }

  /** Asks for a procedure to be followed up. */
  grantFollow(deskFunction: DeskFunction): void {
    this.bus.grantPublish(deskFunction)
  }

  /** A role of its own making, because CDK's would also call versions of the function that do not exist. */
  private createMachine(stateMachineName: string, { lambda }: DeskFunction): StateMachine {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }))
    const { start } = new ProcedureStates(this, 'States', { procedure: lambda })
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName,
      comment: 'The major-incident procedure: it follows the record of a ticket, and decides nothing',
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromChainable(start),
      timeout: LONGEST,
      role: role.withoutPolicyUpdates(),
    })
    Validations.of(machine).acknowledge({
      id: 'AwsSolutions-SF1',
      reason:
        'Step Functions keeps the history of an execution for 90 days by itself; to copy it into a log takes rights on every log delivery of the account.',
    })
    Validations.of(machine).acknowledge({
      id: 'AwsSolutions-SF2',
      reason: 'The machine calls one function, and each call is in the history of its execution.',
    })
    return machine
  }

  /** By its name, because machine and function know each other and neither can be made second. */
  private grantMachine(name: string, procedure: DeskFunction): void {
    const { COLON_RESOURCE_NAME: arnFormat } = ArnFormat
    const arnOf = (resource: string, resourceName: string): string =>
      Stack.of(this).formatArn({ service: 'states', resource, resourceName, arnFormat })
    const machine = arnOf('stateMachine', name)
    procedure.allow(['states:StartExecution', 'states:SendTaskSuccess'], [machine])
    procedure.allow(['states:DescribeExecution'], [arnOf('execution', `${name}:*`)])
    Validations.of(procedure).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}:*]`,
      reason: 'Each procedure has executions of its own, all of this machine.',
    })
    procedure.set('PROCEDURE_MACHINE', machine)
  }

  private followMoves({ lambda }: DeskFunction, deadLetters: DeadLetterQueue): void {
    new Rule(this, 'Moves', {
      description: 'Major incidents whose procedure has moved on',
      eventBus: this.bus.bus,
      eventPattern: { source: ['firstline.procedure'], detailType: ['moved'] },
      targets: [
        new LambdaFunction(lambda, {
          event: RuleTargetInput.fromObject({ task: 'follow', number: EventField.fromPath('$.detail.number') }),
          deadLetterQueue: deadLetters.queue,
          maxEventAge: Duration.hours(1),
        }),
      ],
    })
  }

  private tell(alarms: AlarmTopic, machine: StateMachine): void {
    const meaning =
      'A major incident is not followed by the state machine until the sweep starts it again; its record, deadlines and notices go on.'
    const once = { threshold: 1, meaning }
    alarms.when(this, 'FailedAlarm', { ...once, metric: machine.metricFailed(), article: 'procedure-failed' })
  }
}
