import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { AlarmCondition, AlarmTopic } from './alarm-topic.ts'
import { bundledCode } from './bundled-code.ts'
import type { DeadLetterQueue } from './dead-letter-queue.ts'
import type { StageSettings } from './stage-settings.ts'

export type DeskFunctionProps = {
  /** `functions/<name>.lambda.ts`; the runbook's articles about it begin with this name. */
  readonly name: string
  /** One sentence: what the desk's users notice while it fails. The text of its alarms. */
  readonly failureImpact: string
  readonly timeout: Duration
  /** Where an event goes that still fails after all retries; null when somebody waits for the answer, or a stream does, or it is done again anyway. */
  readonly deadLetters: DeadLetterQueue | null
  /** What of it is told, besides its dead letters; for each alarm costs, and what heals by itself is no trouble. */
  readonly watched?: readonly ('errors' | 'slow')[]
  readonly alarms: AlarmTopic
  readonly settings: StageSettings
}

/** An alarm at this share of the time allowed comes before the first failure. */
const SLOW_AT = 0.8

/** One Lambda function of the desk, with its role, its log, and alarms that say what its failing means. */
export class DeskFunction extends Construct {
  readonly name: string
  readonly lambda: LambdaFunction
  private readonly props: DeskFunctionProps

  constructor(scope: Construct, id: string, props: DeskFunctionProps) {
    super(scope, id)
    this.props = props
    this.name = props.name
    this.lambda = this.createLambda(props)
    const { timeout, watched = [] } = props
    if (watched.includes('errors')) this.alarm('errors', this.lambda.metricErrors(), 1)
    const slowMs = timeout.toMilliseconds() * SLOW_AT
    if (watched.includes('slow')) this.alarm('slow', this.lambda.metricDuration({ statistic: 'Maximum' }), slowMs)
  }

  /** Told to the function through its environment. */
  set(name: string, value: string): void {
    this.lambda.addEnvironment(name, value)
  }

  allow(actions: readonly string[], resources: readonly string[]): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }))
  }

  /** `what` ends the name of the article: `<name>-<what>`. */
  alarm(what: string, metric: AlarmCondition['metric'], threshold: number): void {
    const { alarms, failureImpact: meaning, name } = this.props
    const id = `${what[0]?.toUpperCase()}${what.slice(1)}Alarm`
    alarms.when(this, id, { metric, threshold, meaning, article: `${name}-${what}` })
  }

  /** A role of its own, because the managed one may write to every log of the account. */
  private createLambda({ name, failureImpact, timeout, settings, deadLetters }: DeskFunctionProps): LambdaFunction {
    const logGroup = new LogGroup(this, 'Log', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    return new LambdaFunction(this, 'Function', {
      description: `Firstline ${name}. When it fails: ${failureImpact}`.slice(0, 256),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundledCode(this, name),
      memorySize: 512,
      timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: {
        STAGE: settings.stage,
        DESK_NAME: settings.deskName,
        DESK_ADDRESS: settings.deskAddress,
        DESK_LANGUAGES: settings.languages.join(),
      },
      ...(deadLetters && { deadLetterQueue: deadLetters.queue }),
    })
  }
}
