import { ArnFormat, Duration, Stack } from 'aws-cdk-lib'
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { METRICS_NAMESPACE, type MetricName } from '../shared/domain/watch/metrics.ts'
import { DeskFunction } from './desk-function.ts'
import { deskMetric } from './desk-metrics.ts'
import type { DeskStack } from './desk-stack.ts'
import { RegularCalls } from './regular-calls.ts'
import { canaryAlarmOf, prefixOf, type StageSettings } from './stage-settings.ts'
import type { StateStack } from './state-stack.ts'

export type SelfWatchProps = {
  readonly settings: StageSettings
  readonly state: StateStack
  readonly desk: DeskStack
}

/** As shared/domain/watch/canary.ts has them released. */
const EVERY = Duration.minutes(10)

const IMPACT = 'Nobody would notice that mail or alarms no longer reach the desk.'

/** The desk looks after itself: canaries go the whole way of a mail and of an alarm, and what does not come through rings. */
export class SelfWatch extends Construct {
  private readonly props: SelfWatchProps

  constructor(scope: Construct, id: string, props: SelfWatchProps) {
    super(scope, id)
    this.props = props
    const { settings, desk } = props
    const watch = new DeskFunction(this, 'Watch', {
      name: 'self-watch',
      failureImpact: IMPACT,
      timeout: Duration.minutes(1),
      // the figures it does not note are missing, and that alarms
      deadLetters: null,
      alarms: desk.alarms,
      settings,
    })
    this.grant(watch)
    this.letRing(watch)
    new RegularCalls(this, 'Regular', {
      description: 'Sends canaries along the ways into the desk',
      deskFunction: watch,
      every: EVERY,
      groupName: `${prefixOf(settings)}self-watch`,
    })
    this.tell()
  }

  private grant(watch: DeskFunction): void {
    const { state, desk, settings } = this.props
    desk.table.grantUse(watch)
    state.secret.grantRead(watch)
    desk.mailSending.grantSend(watch)
    watch.set('PUBLIC_URL', settings.publicUrl ?? desk.apiUrl)
  }

  /** An alarm about nothing: CloudWatch finds no data and puts it back to OK within a minute or two. */
  private letRing(watch: DeskFunction): void {
    const alarmName = canaryAlarmOf(this.props.settings)
    new CfnAlarm(this, 'Canary', {
      alarmName,
      alarmDescription: 'Rung by the desk itself, to see whether alarms reach it. Nothing is wrong.',
      ...{ namespace: METRICS_NAMESPACE, metricName: 'Nothing', statistic: 'Sum', period: 60 },
      ...{ evaluationPeriods: 1, threshold: 1, comparisonOperator: 'GreaterThanOrEqualToThreshold' },
      treatMissingData: 'notBreaching',
    })
    const arn = Stack.of(this).formatArn({
      ...{ service: 'cloudwatch', resource: 'alarm', resourceName: alarmName },
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    watch.allow(['cloudwatch:SetAlarmState'], [arn])
    watch.set('CANARY_ALARM', alarmName)
  }

  /** One that is late is no trouble; two of three are, and so is a watch that says nothing. */
  private tell(): void {
    const { settings, desk } = this.props
    const lost = { threshold: 1, outOf: { periods: 3, breaching: 2 }, silenceIsTrouble: true }
    const figure = (name: MetricName) => deskMetric(settings, name, { statistic: 'Maximum', period: EVERY })
    desk.alarms.when(this, 'CanaryMailAlarm', {
      ...lost,
      metric: figure('CanaryMailsLost'),
      meaning:
        'Mail to the desk may lie unread, or nothing follows from it: a mail it sends to itself does not come through.',
      article: 'canary-mail',
    })
    desk.alarms.when(this, 'CanaryAlarmAlarm', {
      ...lost,
      metric: figure('CanaryAlarmsLost'),
      meaning: 'Alarms of this account may open no incident: one the desk rings itself does not come through.',
      article: 'canary-alarm',
    })
    desk.alarms.when(this, 'MailSilenceAlarm', {
      metric: figure('MailSilence'),
      threshold: settings.mailSilenceMinutes,
      meaning: `No mail has come for ${settings.mailSilenceMinutes} minutes of the desk’s working time.`,
      article: 'mail-silence',
    })
  }
}
