import { Duration } from 'aws-cdk-lib'
import { Dashboard, GraphWidget, type IMetric, Metric, Row, TextWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { MetricName } from '../shared/domain/watch/metrics.ts'
import type { DeskFunctions } from './desk-functions.ts'
import { deskMetric } from './desk-metrics.ts'
import type { DeskTable } from './desk-table.ts'
import type { DeskHttpApi } from './http-api.ts'
import { prefixOf, type StageSettings } from './stage-settings.ts'

export type DeskDashboardProps = {
  readonly settings: StageSettings
  readonly table: DeskTable
  readonly functions: DeskFunctions
  readonly http: DeskHttpApi
}

/** At most fifty metrics, which cost nothing; what an alarm is about is here too. */
export class DeskDashboard extends Construct {
  private readonly props: DeskDashboardProps

  constructor(scope: Construct, id: string, props: DeskDashboardProps) {
    super(scope, id)
    this.props = props
    const { settings } = props
    new Dashboard(this, 'Dashboard', {
      dashboardName: `${prefixOf(settings)}desk`,
      defaultInterval: Duration.days(1),
    }).addWidgets(
      new TextWidget({
        markdown: `${settings.deskName} (${settings.stage}): how it comes in, how late what follows is, what failed, what costs. What to do: docs/runbook.md`,
        width: 24,
        height: 1,
      }),
      new Row(this.intake(), this.waysIn(), this.answers()),
      new Row(this.wakeUps(), this.reactions(), this.notices()),
      new Row(this.deadLetters(), this.tableCosts(), this.functionCosts()),
    )
  }

  private intake(): GraphWidget {
    const { intakeMail, intakeEvent } = this.props.functions
    return graph('Intake', 'a mail or alarm each, canaries among them', [
      labelled(intakeMail.lambda.metricInvocations(), 'mails'),
      labelled(intakeEvent.lambda.metricInvocations(), 'alarms'),
      labelled(this.props.http.api.metricCount({ statistic: 'Sum' }), 'requests to the API'),
    ])
  }

  private waysIn(): GraphWidget {
    const maximum = (name: MetricName, label: string) => labelled(this.figure(name, 'Maximum'), label)
    return graph('Ways in', 'seconds; minutes without mail', [
      maximum('CanaryMailDelay', 'canary by mail'),
      maximum('CanaryAlarmDelay', 'canary by alarm'),
      maximum('CanaryMailsLost', 'lost by mail'),
      maximum('CanaryAlarmsLost', 'lost by alarm'),
      maximum('MailSilence', 'working minutes without mail'),
    ])
  }

  private answers(): GraphWidget {
    const { http } = this.props
    return graph('Answers of the API', 'milliseconds; errors', [
      labelled(http.api.metricLatency({ statistic: 'p50' }), 'p50'),
      labelled(http.api.metricLatency({ statistic: 'p95' }), 'p95'),
      labelled(http.api.metricServerError({ statistic: 'Sum' }), 'server errors'),
      labelled(http.api.metricClientError({ statistic: 'Sum' }), 'refusals'),
    ])
  }

  private wakeUps(): GraphWidget {
    const { wakeUp } = this.props.functions
    return graph('Lateness of wake-ups', 'seconds; wake-ups', [
      labelled(this.figure('WakeUpLateness', 'Maximum'), 'latest'),
      labelled(wakeUp.lambda.metricInvocations(), 'wake-ups'),
    ])
  }

  private reactions(): GraphWidget {
    const { react } = this.props.functions
    return graph('Age of reactions', 'milliseconds since the oldest change not yet reacted to; batches', [
      labelled(react.lambda.metric('IteratorAge', { statistic: 'Maximum' }), 'age'),
      labelled(react.lambda.metricInvocations(), 'batches'),
    ])
  }

  private notices(): GraphWidget {
    const sending = (metricName: string, label: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum', label })
    return graph('Notices', 'attempts that failed; mails of the account', [
      labelled(this.figure('NoticesFailed', 'Sum'), 'failed attempts'),
      sending('Send', 'mails sent'),
      sending('Bounce', 'bounces'),
      sending('Complaint', 'complaints'),
    ])
  }

  private deadLetters(): GraphWidget {
    const queues = Object.entries(this.props.functions.deadLetters)
    return graph(
      'Dead letters',
      'events that wait to be done again',
      queues.map(([name, { queue }]) =>
        labelled(queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }), name),
      ),
    )
  }

  private tableCosts(): GraphWidget {
    const { table } = this.props.table
    const units = (metricName: string, label: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: table.tableName },
        statistic: 'Sum',
        label,
      })
    return graph('What the table costs', 'units used, without its indexes', [
      units('ConsumedWriteCapacityUnits', 'written'),
      units('ConsumedReadCapacityUnits', 'read'),
    ])
  }

  private functionCosts(): GraphWidget {
    const { all } = this.props.functions
    return graph(
      'What the functions cost',
      'milliseconds run, at 512 MB each',
      all.map(({ name, lambda }) => labelled(lambda.metricDuration({ statistic: 'Sum' }), name)),
    )
  }

  private figure(name: MetricName, statistic: 'Maximum' | 'Sum'): Metric {
    return deskMetric(this.props.settings, name, { statistic })
  }
}

const labelled = (metric: Metric, label: string): Metric => metric.with({ label })

const graph = (title: string, unit: string, metrics: readonly IMetric[]): GraphWidget =>
  new GraphWidget({
    title,
    left: [...metrics],
    leftYAxis: { label: unit, min: 0, showUnits: false },
    width: 8,
    height: 6,
  })
