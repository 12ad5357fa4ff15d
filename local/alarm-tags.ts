import type { AlarmTags } from '../shared/application/ports.ts'

const ACCOUNT = '111122223333'
const REGION = 'eu-central-1'

/** An alarm the page for alarms can ring, with the tags an operator would have put on it (INT-8). */
export type DemoAlarm = {
  readonly name: string
  readonly description: string
  readonly namespace: string
  readonly metric: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
}

export const demoAlarms: readonly DemoAlarm[] = [
  {
    name: 'erp-cpu-high',
    description: 'CPU of the planning server above 90 % for 5 minutes',
    namespace: 'AWS/EC2',
    metric: 'CPUUtilization',
    dimensions: { InstanceId: 'i-0d0c000000000erp1' },
    tags: { 'firstline:service': 'erp', 'firstline:item': 'erp-server-1' },
  },
  {
    name: 'website-5xx',
    description: 'More than 1 % of the website’s answers are errors',
    namespace: 'AWS/ApplicationELB',
    metric: 'HTTPCode_Target_5XX_Count',
    dimensions: { LoadBalancer: 'app/website/50dc6c495c0c9188' },
    tags: { 'firstline:service': 'website', 'firstline:item': 'web-server-1' },
  },
  {
    name: 'mail-disk-full',
    description: 'Less than 5 % free on the mail server',
    namespace: 'CWAgent',
    metric: 'disk_used_percent',
    dimensions: { InstanceId: 'i-0d0c000000000mai1', path: '/var/mail' },
    tags: {},
  },
]

export const arnOf = ({ name }: DemoAlarm): string => `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:${name}`

export const demoAlarmTags: AlarmTags = {
  tagsOf: async (arn) => demoAlarms.find((alarm) => arnOf(alarm) === arn)?.tags ?? {},
}

/** The event EventBridge delivers when the alarm changes to `state` at `at`. */
export const alarmStateChange = (alarm: DemoAlarm, state: 'ALARM' | 'OK', at: string, id: string) => ({
  version: '0',
  id,
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: ACCOUNT,
  time: `${at.slice(0, 19)}Z`,
  region: REGION,
  resources: [arnOf(alarm)],
  detail: {
    alarmName: alarm.name,
    configuration: {
      description: alarm.description,
      metrics: [
        {
          id: 'm1',
          metricStat: {
            metric: { namespace: alarm.namespace, name: alarm.metric, dimensions: alarm.dimensions },
            period: 300,
            stat: 'Average',
          },
          returnData: true,
        },
      ],
    },
    previousState: {
      value: state === 'OK' ? 'ALARM' : 'OK',
      reason: 'Threshold Crossed',
      timestamp: at.replace('Z', '+0000'),
    },
    state: {
      value: state,
      reason:
        state === 'ALARM'
          ? 'Threshold Crossed: 1 out of the last 1 datapoints was greater than the threshold'
          : 'Threshold Crossed: 1 out of the last 1 datapoints was not greater than the threshold',
      timestamp: at.replace('Z', '+0000'),
    },
  },
})
