import { runInNewContext } from 'node:vm'
import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { portalHeaders } from '../../shared/contract/portal-page.ts'
import { resourcesOf, SETTINGS, synthesisedDesk } from './synthesised-desk.ts'

const { portal } = synthesisedDesk()

type Behaviour = Readonly<Record<string, unknown>> & { readonly TargetOriginId: string }
type Configuration = Readonly<Record<string, unknown>> & {
  readonly DefaultCacheBehavior: Behaviour
  readonly CacheBehaviors: readonly Behaviour[]
  readonly Origins: readonly (Readonly<Record<string, unknown>> & { readonly Id: string })[]
}

const propertiesOf = (template: Template, type: string): Readonly<Record<string, unknown>> => {
  const [first] = resourcesOf(template, type).values()
  return first?.Properties ?? {}
}

const distributionOf = (template: Template): Configuration =>
  propertiesOf(template, 'AWS::CloudFront::Distribution')['DistributionConfig'] as Configuration

/** CloudFront's own policies, by the ids its manual gives them. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

describe('one origin for portal, API and links [API-1] [INT-10]', () => {
  const { DefaultCacheBehavior: pages, CacheBehaviors: others, Origins: origins, ...rest } = distributionOf(portal)
  const originOf = ({ TargetOriginId }: Behaviour) => origins.find(({ Id }) => Id === TargetOriginId)

  test('what begins with /api/ reaches the HTTP API, whole and uncached; any other address is the portal’s', () => {
    expect(others).toEqual([
      expect.objectContaining({
        PathPattern: '/api/*',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        CachePolicyId: CACHING_DISABLED,
        OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
        ViewerProtocolPolicy: 'https-only',
      }),
    ])
    expect(others.map(originOf)).toMatchObject([
      { CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] } },
    ])
    expect(pages['ViewerProtocolPolicy']).toBe('redirect-to-https')
  })

  test('errors of the API stay what they are', () => {
    expect(rest['CustomErrorResponses']).toBeUndefined()
  })

  test('nobody but CloudFront reads the bucket', () => {
    expect(originOf(pages)).toMatchObject({ OriginAccessControlId: expect.anything() })
    const statements = JSON.stringify(propertiesOf(portal, 'AWS::S3::BucketPolicy'))
    const allowed = statements.match(/"Effect":"Allow","Principal":\{[^}]*\}/g)
    expect([...new Set(allowed)]).toEqual(['"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"}'])
  })
})

describe('every place of the portal is its one page', () => {
  const code = String(propertiesOf(portal, 'AWS::CloudFront::Function')['FunctionCode'])
  const served = (uri: string): string =>
    runInNewContext(`${code}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`) as string

  test.each(['/', '/report', '/queues/desk', '/tickets/INC-2026-000001', '/admin/people/anna.berg@harbour.example'])(
    '%s',
    (path) => {
      expect(served(path)).toBe('/index.html')
    },
  )

  test.each(['/index.html', '/config.json', '/icon.svg', '/assets/index-D8lHZKR_.js'])('but %s is a file', (path) => {
    expect(served(path)).toBe(path)
  })
})

type Join = { readonly 'Fn::Join': readonly [string, readonly (string | object)[]] }

/** What CloudFormation joins, with <Name> for what it fills in. */
const joined = ({ 'Fn::Join': [, parts] }: Join): string =>
  parts.map((part) => (typeof part === 'string' ? part : `<${Object.values(part).flat().at(-1)}>`)).join('')

describe('what browsers are told', () => {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = propertiesOf(
    portal,
    'AWS::CloudFront::ResponseHeadersPolicy',
  )['ResponseHeadersPolicyConfig'] as {
    readonly SecurityHeadersConfig: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly CustomHeadersConfig: { readonly Items: readonly { readonly Header: string; readonly Value: string }[] }
  }
  const policy = joined(security['ContentSecurityPolicy']?.['ContentSecurityPolicy'] as Join)
  const [signIn, uploads] = /(?<=connect-src 'self' )[^;]+/.exec(policy)?.[0].split(' ') ?? []

  test('is what the local desk tells them, and to come by TLS only', () => {
    const told = {
      'content-security-policy': policy,
      'x-content-type-options': security['ContentTypeOptions'] && 'nosniff',
      'referrer-policy': security['ReferrerPolicy']?.['ReferrerPolicy'],
      ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
    }
    expect(told).toEqual(portalHeaders([String(signIn), String(uploads)]))
    expect(security['StrictTransportSecurity']).toMatchObject({ AccessControlMaxAgeSec: 63_072_000 })
    expect(policy).not.toContain('unsafe')
  })

  test('they may talk to the sign-in, and upload to the one bucket where the API signs addresses [API-4] [INT-15]', () => {
    expect(signIn).toMatch(/^https:\/\/<\S+SignIn\S+>\.auth\.<AWS::Region>\.amazoncognito\.com$/)
    expect(uploads).toMatch(/^https:\/\/s3\.<AWS::Region>\.<AWS::URLSuffix>\/<\S+FilesBucket\w+>\/$/)
  })
})

test('assets are there first and kept for a year; the page, and what it is told of the deployment, are asked for anew', () => {
  const copies = [...resourcesOf(portal, 'Custom::CDKBucketDeployment').entries()]
  expect(copies.map(([, { Properties }]) => Properties)).toMatchObject([
    {
      Exclude: ['*'],
      Include: ['assets/*'],
      Prune: false,
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    },
    { Exclude: ['assets/*'], Prune: true, SystemMetadata: { 'cache-control': 'no-cache' } },
  ])
  const [[assets] = [], [, pages] = []] = copies
  expect(pages).toMatchObject({ DependsOn: expect.arrayContaining([assets]) })
  expect(JSON.stringify(pages?.Properties['SourceMarkers'])).toMatch(/PeopleDomain.*PeoplePortal/)
})

describe('a name of the company’s own', () => {
  const own = {
    ...SETTINGS,
    publicUrl: 'https://desk.it.example.org',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
    signInCallbackUrls: [],
  }

  test('has its certificate and TLS 1.2 at least', () => {
    expect(distributionOf(synthesisedDesk(own).portal)).toMatchObject({
      Aliases: ['desk.it.example.org'],
      ViewerCertificate: {
        AcmCertificateArn: own.certificateArn,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    })
  })

  test('is where sign-in returns to [API-4]', () => {
    expect(propertiesOf(synthesisedDesk(own).state, 'AWS::Cognito::UserPoolClient')).toMatchObject({
      CallbackURLs: ['https://desk.it.example.org/'],
      LogoutURLs: ['https://desk.it.example.org/'],
    })
  })

  test('leads to CloudFront: in the hosted zone when it is of that domain, else by a record that is printed', () => {
    const typesOf = (publicUrl: string) =>
      [
        ...resourcesOf(
          synthesisedDesk({ ...own, publicUrl, hostedZoneId: 'Z0123456789ABC' }).portal,
          'AWS::Route53::RecordSet',
        ).values(),
      ].map(({ Properties }) => Properties['Type'])
    expect(typesOf(own.publicUrl)).toEqual(['A', 'AAAA'])
    expect(typesOf('https://desk.example.net')).toEqual([])
    const printed = synthesisedDesk(own).portal.findOutputs('PortalDns')['PortalDns']
    expect(joined(printed?.['Value'] as Join)).toBe('desk.it.example.org CNAME <DomainName>')
  })
})
