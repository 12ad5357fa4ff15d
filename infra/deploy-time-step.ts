import { CustomResource, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { bundledCode } from './bundled-code.ts'

export type DeployTimeStepProps = {
  /** `functions/<name>.lambda.ts` */
  readonly name: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** What the step is to bring about; it runs again when this changes. */
  readonly properties: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
}

/**
 * Something CloudFormation cannot do, done by a function while it deploys. It needs no alarm: when it fails the
 * deployment fails, with the function's own sentence.
 */
export class DeployTimeStep extends Construct {
  constructor(scope: Construct, id: string, props: DeployTimeStepProps) {
    super(scope, id)
    const { name, actions, resources, properties, environment = {} } = props
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }))
    const step = new LambdaFunction(this, 'Function', {
      description: `Firstline ${name}, called by CloudFormation only`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundledCode(this, name),
      memorySize: 256,
      timeout: Duration.seconds(30),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: { ...environment },
    })
    const resource = new CustomResource(this, 'Resource', {
      serviceToken: step.functionArn,
      serviceTimeout: Duration.minutes(2),
      properties: { ...properties },
    })
    resource.node.addDependency(role)
    Validations.of(resource).acknowledge({
      id: 'CloudFormation-Validate::W9003',
      reason: 'CDK writes the number of seconds as text, which CloudFormation takes.',
    })
  }
}
