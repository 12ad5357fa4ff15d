import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { ROLES } from '../../shared/domain/people/person.ts'
import { TABLE } from '../../shared/persistence/table-definition.ts'
import { resourcesOf, synthesisedDesk } from './synthesised-desk.ts'

const { state } = synthesisedDesk()

describe('the table', () => {
  test('can be recovered, is encrypted, and cannot be deleted by mistake [AUD-1]', () => {
    state.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          }),
        ],
      },
    })
  })

  test('is the one the store works with: keys, indexes, expiry and stream', () => {
    const [table] = resourcesOf(state, 'AWS::DynamoDB::GlobalTable').values()
    const indexes = table?.Properties['GlobalSecondaryIndexes'] as readonly {
      readonly IndexName: string
      readonly KeySchema: readonly { readonly AttributeName: string }[]
      readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] }
    }[]
    expect(table?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: TABLE.partitionKey, KeyType: 'HASH' },
        { AttributeName: TABLE.sortKey, KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamViewType: TABLE.stream },
      TimeToLiveSpecification: { AttributeName: TABLE.expiry, Enabled: true },
    })
    expect(
      indexes.map(({ IndexName: name, KeySchema: keys, Projection: projection }) => ({
        name,
        partitionKey: keys[0]?.AttributeName,
        sortKey: keys[1]?.AttributeName,
        include: projection.NonKeyAttributes ?? [],
      })),
    ).toEqual(TABLE.indexes)
  })
})

test('of what the desk keeps storage removes two things only: uploads nobody attached, and its own canaries', () => {
  state.hasResourceProperties('AWS::S3::Bucket', {
    LoggingConfiguration: Match.anyValue(),
    LifecycleConfiguration: {
      Rules: [
        {
          Prefix: 'uploads/',
          ExpirationInDays: 2,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
          Status: 'Enabled',
        },
        {
          Prefix: 'incoming/',
          TagFilters: [{ Key: 'firstline', Value: 'canary' }],
          ExpirationInDays: 3,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
          Status: 'Enabled',
        },
        {
          ExpiredObjectDeleteMarker: true,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          Status: 'Enabled',
        },
      ],
    },
  })
})

test('every bucket is kept, encrypted, versioned, private and reached by TLS only', () => {
  const buckets = resourcesOf(state, 'AWS::S3::Bucket')
  expect(buckets.size).toBe(2)
  for (const [id, { DeletionPolicy, Properties }] of buckets) {
    expect(DeletionPolicy).toBe('Retain')
    expect(Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    })
    state.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: id },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    })
  }
})

test('browsers upload and download straight, and what nobody attaches goes by itself [INT-15]', () => {
  state.hasResourceProperties('AWS::S3::Bucket', {
    CorsConfiguration: {
      CorsRules: [
        { AllowedMethods: ['PUT', 'GET'], AllowedOrigins: ['*'], AllowedHeaders: ['content-type'], MaxAge: 3600 },
      ],
    },
    LifecycleConfiguration: {
      Rules: Match.arrayWith([
        Match.objectLike({
          Prefix: 'uploads/',
          ExpirationInDays: 2,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        }),
      ]),
    },
  })
})

test('SES of this account may put mails under their prefix, and nothing else may be put from outside [INT-2]', () => {
  state.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 's3:PutObject',
          Principal: { Service: 'ses.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          Resource: { 'Fn::Join': ['', [Match.anyValue(), '/incoming/*']] },
        }),
      ]),
    },
  })
})

describe('sign-in [API-4]', () => {
  test('nobody signs up alone; a second factor is offered; the pool is kept', () => {
    state.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        MfaConfiguration: 'OPTIONAL',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        DeletionProtection: 'ACTIVE',
        UsernameAttributes: ['email'],
      },
    })
  })

  test('each role is a group [ROL-1]', () => {
    const groups = [...resourcesOf(state, 'AWS::Cognito::UserPoolGroup').values()]
    expect(groups.map(({ Properties }) => Properties['GroupName'])).toEqual(ROLES)
  })

  test('the portal gets a code, never a token or a password, and holds no secret', () => {
    state.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    })
  })
})

test('the key is made once, under the name that is granted', () => {
  state.hasResourceProperties('AWS::CloudFormation::CustomResource', { Name: '/firstline/trial/secret' })
})
