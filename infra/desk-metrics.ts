import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { METRICS_NAMESPACE, type MetricName } from '../shared/domain/watch/metrics.ts'

export type DeskMetricOptions = {
  readonly statistic: 'Maximum' | 'Sum'
  readonly period?: Duration
}

/** What a stage's functions note about the desk itself: see functions/aws/emf-metrics.ts. */
export const deskMetric = (
  { stage }: { readonly stage: string },
  metricName: MetricName,
  { statistic, period = Duration.minutes(5) }: DeskMetricOptions,
): Metric =>
  new Metric({ namespace: METRICS_NAMESPACE, metricName, dimensionsMap: { Stage: stage }, statistic, period })
