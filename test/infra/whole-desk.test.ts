import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { resourcesOf, SETTINGS, synthesisedDesk } from './synthesised-desk.ts'

const { app, state, desk, portal, mail } = synthesisedDesk()
const templates = { state, desk, portal, mail }

test('the AWS Solutions checks find nothing that is not acknowledged with a reason', () => {
  const { violations } = new AwsSolutionsChecks().validateScope(app)
  expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([])
})

test.each(Object.entries(templates))('%s names no account and no Region', (_, template) => {
  const text = JSON.stringify(template.toJSON())
  expect(text).not.toMatch(/\b\d{12}\b/)
  expect(text).not.toMatch(/\b(us|eu|ap|cn|ca|sa|me|af|il)-[a-z]+-\d\b/)
})

test('what keeps data or people’s sign-in is kept when its stack goes', () => {
  const KEEPS_DATA = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool']
  for (const template of Object.values(templates)) {
    for (const [id, { Type, DeletionPolicy, UpdateReplacePolicy }] of resourcesOf(template)) {
      const policies = [DeletionPolicy, UpdateReplacePolicy]
      if (KEEPS_DATA.includes(Type)) expect([id, ...policies]).toEqual([id, 'Retain', 'Retain'])
    }
  }
})

test('every log ends', () => {
  const logs = Object.values(templates).flatMap((template) => [
    ...resourcesOf(template, 'AWS::Logs::LogGroup').values(),
  ])
  expect(logs.length).toBeGreaterThan(8)
  for (const { Properties } of logs) expect(Properties['RetentionInDays']).toBeGreaterThan(0)
})

test('idle, a deployment costs no more than two dollars a month', () => {
  const count = (type: string) =>
    Object.values(templates).reduce((sum, template) => sum + resourcesOf(template, type).size, 0)
  const alarmsUsd = Math.max(0, count('AWS::CloudWatch::Alarm') - 10) * 0.1
  const secretsUsd = count('AWS::SecretsManager::Secret') * 0.4
  const keysUsd = count('AWS::KMS::Key') * 1
  const sources = [...resourcesOf(desk, 'AWS::Lambda::EventSourceMapping').values()]
  expect(sources.filter(({ Properties }) => JSON.stringify(Properties['EventSourceArn']).includes('Queue'))).toEqual([])
  expect(alarmsUsd + secretsUsd + keysUsd).toBeLessThanOrEqual(1.95)
})

describe('settings', () => {
  const records = (hostedZoneId: string | null) => {
    const { desk: deskOf, mail: mailOf } = synthesisedDesk({ ...SETTINGS, hostedZoneId })
    return [deskOf, mailOf].flatMap((template) =>
      [...resourcesOf(template, 'AWS::Route53::RecordSet').values()].map(({ Properties }) => Properties['Type']),
    )
  }

  test('DNS records are made in the hosted zone, or printed', () => {
    expect(records('Z0123456789ABC')).toEqual(['CNAME', 'CNAME', 'CNAME', 'MX'])
    expect(records(null)).toEqual([])
    mail.hasOutput('*', {
      Value: { 'Fn::Join': ['', ['it.example.org MX 10 inbound-smtp.', { Ref: 'AWS::Region' }, '.amazonaws.com']] },
    })
  })

  test('links lead to the portal once it has an address', () => {
    const { desk: deskOf } = synthesisedDesk({ ...SETTINGS, publicUrl: 'https://desk.example.org' })
    for (const { Properties } of resourcesOf(deskOf, 'AWS::Lambda::Function').values()) {
      expect(Properties['Environment']).toMatchObject({ Variables: { PUBLIC_URL: 'https://desk.example.org' } })
    }
  })
})
