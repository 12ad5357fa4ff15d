import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { AlarmTopic } from './alarm-topic.ts'
import type { DeskFunction } from './desk-function.ts'
import type { SignIn } from './sign-in.ts'
import type { StageSettings } from './stage-settings.ts'

/** What the gateway has to know of an endpoint of the contract. */
export type Route = {
  readonly method: keyof typeof HttpMethod
  readonly path: string
  readonly auth: 'public' | 'signed-in'
}

export type HttpApiProps = { readonly alarms: AlarmTopic; readonly settings: StageSettings }

/** No address, no person, and the route instead of the path: a path may hold somebody's link. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTimeEpoch',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    functionLatencyMs: '$context.integrationLatency',
    responseBytes: '$context.responseLength',
    error: '$context.error.responseType',
    functionError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
  }),
)

/** The HTTP API: the contract's routes, one function behind all of them, and nothing else. */
export class DeskHttpApi extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { alarms, settings }: HttpApiProps) {
    super(scope, id)
    const { limits } = settings
    this.api = new HttpApi(this, 'Api', { description: "The desk's HTTP API", createDefaultStage: false })
    const log = new LogGroup(this, 'AccessLog', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: limits.requestsPerSecond, burstLimit: limits.requestsAtOnce },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: ACCESS_LOG },
    })
    alarms.when(this, 'ServerErrorsAlarm', {
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      meaning: 'Somebody using the portal or the API was told that something went wrong.',
      article: 'api-server-errors',
    })
  }

  /** Every route wants a token of the desk's user pool, save those the contract says are public. */
  serve(routes: readonly Route[], api: DeskFunction, { userPool, client }: SignIn): void {
    const integration = new HttpLambdaIntegration('Function', api.lambda, { scopePermissionToRoute: false })
    const issuer = `https://${userPool.userPoolProviderName}`
    const signedIn = new HttpJwtAuthorizer('SignedIn', issuer, {
      jwtAudience: [client.userPoolClientId],
    })
    for (const { method, path, auth } of routes) {
      const [route] = this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        authorizer: auth === 'public' ? new HttpNoneAuthorizer() : signedIn,
      })
      if (route && auth === 'public') acknowledgePublic(route)
    }
  }

  /** Where the API answers, for links; the portal's address takes its place once there is one. */
  get url(): string {
    return this.api.apiEndpoint
  }
}

const acknowledgePublic = (route: Construct): void => {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'Public by the contract: the description of the API, and links of mails, whose token is the key.',
  })
}
