import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { resourcesOf, SETTINGS, synthesisedDesk } from './synthesised-desk.ts'

const restoredTable = { name: 'firstline-trial-restored-20261130103000', stream: '2026-11-30T10:31:00.000' }
const usual = synthesisedDesk()
const { app, state, desk } = synthesisedDesk({ ...SETTINGS, restoredTable, rehearsal: true })

describe('a stage that is pointed at a restored table', () => {
  test('works on that table, and follows its stream', () => {
    const restored = expect.stringContaining(restoredTable.name)
    for (const [id, { Properties }] of resourcesOf(desk, 'AWS::Lambda::Function')) {
      expect([id, JSON.stringify(Properties['Environment'])]).toEqual([id, restored])
    }
    const sources = [...resourcesOf(desk, 'AWS::Lambda::EventSourceMapping').values()]
    const stream = expect.stringContaining(`:table/${restoredTable.name}/stream/${restoredTable.stream}`)
    expect(sources.map(({ Properties }) => JSON.stringify(Properties['EventSourceArn']))).toEqual([stream])
    expect(JSON.stringify(desk.toJSON()).includes('ExportsOutputRefTable')).toBe(false)
  })

  test('leaves its own table as it is, and can come back to it', () => {
    expect(Object.keys(state.toJSON()['Resources'])).toEqual(Object.keys(usual.state.toJSON()['Resources']))
    expect(state.toJSON()['Outputs']).toEqual(usual.state.toJSON()['Outputs'])
  })

  test('has no finding that is not acknowledged', () => {
    const { violations } = new AwsSolutionsChecks().validateScope(app)
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([])
  })
})

test('a stage that rehearses reaches nobody: whoever may send is denied it', () => {
  const deniedIn = (template: typeof desk) =>
    [...resourcesOf(template, 'AWS::IAM::Policy')]
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('"Effect":"Deny"'))
      .map(([id]) => id.replace(/RoleDefaultPolicy.*/, ''))
  const sendersIn = (template: typeof desk) =>
    [...resourcesOf(template, 'AWS::IAM::Policy')]
      .filter(([, { Properties }]) => /ses:SendEmail|sns:Publish/.test(JSON.stringify(Properties)))
      .map(([id]) => id.replace(/RoleDefaultPolicy.*/, ''))
  expect(deniedIn(desk)).toEqual(sendersIn(usual.desk))
  expect(deniedIn(desk)).not.toEqual([])
  expect(deniedIn(usual.desk)).toEqual([])
})
