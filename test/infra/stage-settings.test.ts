import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { expect, test } from 'vitest'
import context from '../../cdk.context.json' with { type: 'json' }
import cdk from '../../cdk.json' with { type: 'json' }
import { SettingsError, stageSettings } from '../../infra/stage-settings.ts'

const settingsWith = (change: object, stage = 'test') => {
  const stages = { [stage]: { ...context.stages.test, ...change } }
  return stageSettings(new App({ context: { stage, stages } }))
}

test('the stage that is checked in is right', () => {
  const stage = cdk.context.stage
  expect(stageSettings(new App({ context: { ...context, stage } }))).toMatchObject({ stage })
})

test.each([
  [{ deskAddress: 'help' }, 'deskAddress: Invalid email address'],
  [{ alarmRecipients: [] }, 'alarmRecipients: Too small'],
  [{ alarmRecipients: [context.stages.test.deskAddress] }, 'alarmRecipients: must not be the desk itself'],
  [{ replaceActiveRuleSet: 'yes' }, 'replaceActiveRuleSet: Invalid input: expected boolean'],
  [{ logRetentionDays: 100 }, 'logRetentionDays: must be a number of days that CloudWatch Logs offers'],
  [{ publicUrl: 'https://desk.example.com/' }, 'publicUrl: must be an origin'],
  [{ certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1' }, 'certificateArn: must be the ARN'],
  [
    { certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' },
    'certificateArn: is for the host of publicUrl, which is null',
  ],
  [{ signInCallbackUrls: [] }, 'signInCallbackUrls: must name one address while publicUrl is null'],
  [{ signInPrefix: 'my-aws-desk' }, 'signInPrefix: must be lower-case letters'],
  [{ hostedZoneId: 'desk.example.com' }, 'hostedZoneId: must be an id'],
  [{ languages: [] }, 'languages: '],
  [{ languages: ['de'] }, 'languages.0: '],
  [{ languages: ['en', 'en'] }, 'languages: must name each language once'],
  [{ timeZone: 'Shanghai' }, 'timeZone: must be a name of the time zone database, such as Asia/Shanghai'],
  [{ limits: { requestsPerSecond: 0, requestsAtOnce: 100 } }, 'limits.requestsPerSecond: Too small'],
  [{ limits: { requestsPerSecond: 50 } }, 'limits.requestsAtOnce: Invalid input: expected number'],
  [{ restoredTable: { name: 'a table', stream: '2026' } }, 'restoredTable.name: must be the name of a table'],
  [{ rehearsal: 'yes' }, 'rehearsal: Invalid input: expected boolean'],
  [{ telephone: { instanceId: '1', contactFlowId: '2', sourceNumber: '3' } }, 'telephone.instanceId: Invalid UUID'],
  [{ deskName: undefined }, 'deskName: Invalid input: expected string'],
  [{ region: 'eu-west-1' }, 'the stage: Unrecognized key: "region"'],
])('%j is refused in one line that names it', (change, line) => {
  expect(() => settingsWith(change)).toThrow(SettingsError)
  expect(() => settingsWith(change)).toThrow(`cdk.context.json, stage "test": ${line}`)
  expect(() => settingsWith(change)).not.toThrow('\n')
})

test('every setting is described where people look for it', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8')
  const described = [...page.matchAll(/^\| `(\w+)` \| /gm)].map(([, name]) => name)
  const optional = ['telephone', 'restoredTable', 'rehearsal']
  expect(described.toSorted()).toEqual([...Object.keys(context.stages.test), ...optional].toSorted())
})

test('two mistakes are told at once', () => {
  expect(() => settingsWith({ deskName: '', deskAddress: '' })).toThrow(/deskName: .*; deskAddress: /)
})

test('a stage nobody has described is refused, and the known ones are named', () => {
  expect(() => stageSettings(new App({ context: { ...context, stage: 'live' } }))).toThrow(
    'There is no stage "live" in cdk.context.json (there: test).',
  )
})

test('a stage name becomes part of names that AWS limits', () => {
  expect(() => settingsWith({}, 'Test_1')).toThrow('must be 1 to 16 lower-case letters and digits')
})
