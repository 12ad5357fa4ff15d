import { expect, test } from 'vitest'
import { emfMetrics } from '../../../functions/aws/emf-metrics.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ STAGE: 'trial' })

test('a figure is one line of the log, in the form CloudWatch reads metrics from', () => {
  const lines: string[] = []
  emfMetrics((line) => lines.push(line)).note('WakeUpLateness', 1.5)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/\}\n$/)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        {
          Namespace: 'Firstline',
          Dimensions: [['Stage']],
          Metrics: [{ Name: 'WakeUpLateness', Unit: 'Seconds' }],
        },
      ],
    },
    Stage: 'trial',
    WakeUpLateness: 1.5,
  })
})
