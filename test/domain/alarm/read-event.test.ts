import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEvent } from '../../../shared/domain/alarm/read-event.ts'

const ARN = 'arn:aws:cloudwatch:eu-central-1:123456789012:alarm:Mail CPU too high'

const stateChange = (detail: object = {}, more: object = {}) => ({
  version: '0',
  id: 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '123456789012',
  time: '2026-03-02T01:00:00Z',
  region: 'eu-central-1',
  resources: [ARN],
  detail: {
    alarmName: 'Mail CPU too high',
    configuration: {
      description: 'Goes off above 90 %',
      metrics: [
        {
          id: 'm1',
          metricStat: {
            metric: { namespace: 'AWS/EC2', name: 'CPUUtilization', dimensions: { InstanceId: 'i-0d0c' } },
            period: 300,
            stat: 'Average',
          },
        },
      ],
    },
    state: { value: 'ALARM', reason: 'Threshold Crossed', timestamp: '2026-03-02T01:00:00.989+0000' },
    ...detail,
  },
  ...more,
})

describe('what an event means', () => {
  test('an alarm is read with what it is about [INT-8]', () => {
    expect(readEvent(stateChange())).toEqual({
      kind: 'alarm',
      suppressed: false,
      change: {
        eventId: 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92',
        arn: ARN,
        name: 'Mail CPU too high',
        account: '123456789012',
        region: 'eu-central-1',
        metric: 'AWS/EC2 CPUUtilization',
        dimensions: { InstanceId: 'i-0d0c' },
        description: 'Goes off above 90 %',
        reason: 'Threshold Crossed',
        state: 'ALARM',
        changedAt: '2026-03-02T01:00:00.989Z',
      },
    })
  })

  test('each state is known, and a state that is not is kept for a person to see [INT-8]', () => {
    for (const value of ['ALARM', 'OK', 'INSUFFICIENT_DATA'])
      expect(readEvent(stateChange({ state: { value } }))).toMatchObject({ kind: 'alarm', change: { state: value } })
    expect(readEvent(stateChange({ state: { value: 'ON_FIRE' } })).kind).toBe('unknown')
  })

  test('with a metric expression the first metric stands for it, and the expression where there is none [INT-8]', () => {
    const expression = { id: 'e1', expression: 'SUM(METRICS())' }
    const metric = { id: 'm1', metricStat: { metric: { name: 'NetworkIn', dimensions: { a: 1 } } } }
    const of = (metrics: readonly object[]) => readEvent(stateChange({ configuration: { metrics } }))
    expect(of([expression, metric])).toMatchObject({ change: { metric: 'NetworkIn', dimensions: {} } })
    expect(of([expression])).toMatchObject({ change: { metric: 'SUM(METRICS())', dimensions: {} } })
    expect(of([])).toMatchObject({ change: { metric: null } })
  })

  test('what suppresses or mutes it is told apart [INT-8]', () => {
    const suppressed = { value: 'ALARM', actionsSuppressedBy: 'WaitPeriod' }
    expect(readEvent(stateChange({ state: suppressed }))).toMatchObject({ suppressed: true })
    expect(readEvent(stateChange({ muteDetail: { mutedByArn: 'arn:aws:cloudwatch:…' } }))).toMatchObject({
      suppressed: true,
    })
  })

  test('an event with half its fields still opens something, identified by alarm and time [INT-8]', () => {
    const bare = {
      source: 'aws.cloudwatch',
      'detail-type': 'CloudWatch Alarm State Change',
      resources: [7, 'arn:aws:something:else', ARN],
      time: '2026-03-02T01:00:00Z',
      detail: { state: { value: 'OK' } },
    }
    expect(readEvent(bare)).toMatchObject({
      kind: 'alarm',
      change: {
        eventId: `${ARN}@2026-03-02T01:00:00.000Z`,
        name: ARN,
        account: '',
        region: '',
        description: null,
        reason: '',
        changedAt: '2026-03-02T01:00:00.000Z',
      },
    })
    expect(readEvent({ ...bare, time: 'yesterday' }).kind).toBe('unknown')
    expect(readEvent({ ...bare, resources: [] })).toEqual({
      kind: 'unknown',
      reason: '"CloudWatch Alarm State Change" names no alarm',
    })
  })

  test('a deleted alarm is told, other changes of its set-up and contributors are not [INT-8]', () => {
    const configured = (operation: string, more: object = {}) =>
      readEvent({
        ...stateChange({ operation }),
        'detail-type': 'CloudWatch Alarm Configuration Change',
        ...more,
      })
    expect(configured('delete')).toEqual({
      kind: 'alarm-deleted',
      arn: ARN,
      account: '123456789012',
      region: 'eu-central-1',
      eventId: 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92',
    })
    expect(configured('delete', { id: '' })).toMatchObject({ kind: 'alarm-deleted', eventId: ARN })
    expect(configured('update')).toEqual({ kind: 'ignored', reason: 'configuration change' })
    const contributor = { ...stateChange(), 'detail-type': 'CloudWatch Alarm Contributor State Change' }
    expect(readEvent(contributor).kind).toBe('ignored')
  })

  test('events of other kinds and sources do not break the intake [INT-8]', () => {
    expect(readEvent({ ...stateChange(), 'detail-type': 'CloudWatch Alarm Poetry' }).kind).toBe('unknown')
    expect(readEvent({ ...stateChange(), source: 'aws.health' })).toEqual({
      kind: 'unknown',
      reason: '"CloudWatch Alarm State Change" from aws.health is not handled',
    })
    expect(readEvent({})).toEqual({ kind: 'unknown', reason: '"nothing" from nowhere is not handled' })
    for (const nothing of [null, undefined, 'text', 7, []]) expect(readEvent(nothing).kind).toBe('unknown')
  })

  test('no event whatever throws [INT-8]', () => {
    const anyEvent = fc.record(
      {
        source: fc.constantFrom('aws.cloudwatch', 'aws.health'),
        'detail-type': fc.constantFrom('CloudWatch Alarm State Change', 'CloudWatch Alarm Configuration Change', 7),
        resources: fc.oneof(fc.constant([ARN]), fc.anything()),
        time: fc.anything(),
        detail: fc.oneof(
          fc.anything(),
          fc.record({
            state: fc.oneof(fc.anything(), fc.record({ value: fc.constant('OK'), timestamp: fc.anything() })),
            configuration: fc.oneof(fc.anything(), fc.record({ metrics: fc.array(fc.anything()) })),
          }),
        ),
      },
      { requiredKeys: ['source', 'detail-type'] },
    )
    fc.assert(
      fc.property(fc.oneof(anyEvent, fc.anything()), (event) => {
        expect(['alarm', 'alarm-deleted', 'ignored', 'unknown']).toContain(readEvent(event).kind)
      }),
    )
  })
})
