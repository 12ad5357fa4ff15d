import { expect, test } from 'vitest'
import { METRICS } from '../../shared/domain/watch/metrics.ts'
import { named } from './granted-rights.ts'
import { resourcesOf, synthesisedDesk } from './synthesised-desk.ts'

type Widget = {
  readonly type: string
  readonly properties: { readonly title?: string; readonly metrics?: readonly unknown[] }
}

const { desk } = synthesisedDesk()
const [dashboard, ...others] = [...resourcesOf(desk, 'AWS::CloudWatch::Dashboard').values()]
const body = named(dashboard?.Properties['DashboardBody'])
const { widgets } = JSON.parse(body) as { readonly widgets: readonly Widget[] }
const lines = widgets.flatMap(({ properties: { metrics = [] } }) => metrics)

test('there is one dashboard, which says how the desk is and what it costs', () => {
  expect(others).toEqual([])
  expect(widgets.flatMap(({ properties: { title } }) => title ?? [])).toEqual([
    'Intake',
    'Ways in',
    'Answers of the API',
    'Lateness of wake-ups',
    'Age of reactions',
    'Notices',
    'Dead letters',
    'What the table costs',
    'What the functions cost',
  ])
})

test('it stays below the fifty metrics that cost nothing', () => {
  expect(lines.length).toBeGreaterThan(20)
  expect(lines.length).toBeLessThanOrEqual(50)
})

test('every figure the desk notes of itself is on it, and every queue of dead letters', () => {
  for (const name of Object.keys(METRICS)) expect(JSON.stringify(lines)).toContain(`"Firstline","${name}"`)
  expect(body.match(/ApproximateNumberOfMessagesVisible/g)).toHaveLength(resourcesOf(desk, 'AWS::SQS::Queue').size)
})
