/** Where all of them stand in CloudWatch. */
export const METRICS_NAMESPACE = 'Firstline'

/** What the desk is watched by from outside, and its unit as CloudWatch calls it. Each costs 0.30 USD a month beyond ten. */
export const METRICS = {
  /** How long after its instant a record was woken: by its own wake-up, or by the sweep when that was lost (SLA-6). */
  WakeUpLateness: 'Seconds',
  /** An attempt to send a notice that failed, whether it is tried again or not (NOT-4). */
  NoticesFailed: 'Count',
  /** 1 when the canary of the slot before did not come through, else 0. */
  CanaryMailsLost: 'Count',
  CanaryAlarmsLost: 'Count',
  /** From its release until the intake wrote it down. */
  CanaryMailDelay: 'Seconds',
  CanaryAlarmDelay: 'Seconds',
  /** Minutes of the desk's working time since somebody's mail came. */
  MailSilence: 'None',
} as const

export type MetricName = keyof typeof METRICS
