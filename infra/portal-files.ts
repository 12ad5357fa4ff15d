import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, type BucketDeploymentProps, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import type { PortalConfig } from '../shared/contract/portal-page.ts'
import { builtPortal } from './built-portal.ts'
import { protectedBucket } from './protected-bucket.ts'
import type { StageSettings } from './stage-settings.ts'

export type PortalFilesProps = { readonly settings: StageSettings; readonly config: PortalConfig }

const ASSETS = 'assets/*'
const FOR_EVER = [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()]

/** The built portal, and what it has to know of its deployment (config.json). */
export class PortalFiles extends Construct {
  readonly bucket: IBucket

  constructor(scope: Construct, id: string, { settings, config }: PortalFilesProps) {
    super(scope, id)
    this.bucket = protectedBucket(this, 'Bucket', { versioned: false })
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Only CloudFront reads here, and what it reads is the same for everybody.',
    })
    this.fill(config, this.copying(settings))
  }

  /**
   * Assets carry a hash in their name. They are there before the page that names them, and those of earlier builds stay,
   * because a page that is open goes on loading them.
   */
  private fill(config: PortalConfig, copying: Pick<BucketDeploymentProps, 'role' | 'logGroup'>): void {
    const portal = builtPortal(this)
    const assets = new BucketDeployment(this, 'Assets', {
      ...copying,
      destinationBucket: this.bucket,
      sources: [portal],
      exclude: ['*'],
      include: [ASSETS],
      prune: false,
      cacheControl: FOR_EVER,
    })
    const pages = new BucketDeployment(this, 'Pages', {
      ...copying,
      destinationBucket: this.bucket,
      sources: [portal, Source.jsonData('config.json', config)],
      exclude: [ASSETS],
      cacheControl: [CacheControl.noCache()],
    })
    pages.node.addDependency(assets)
  }

  /** CDK's own function copies, called by CloudFormation only; its log ends, and its role is not the managed one. */
  private copying({ logRetentionDays }: StageSettings) {
    const logGroup = new LogGroup(this, 'Log', { retention: logRetentionDays, removalPolicy: RemovalPolicy.DESTROY })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    this.acknowledgeCopying(role)
    return { role, logGroup }
  }

  private acknowledgeCopying(role: Role): void {
    const stack = Stack.of(this)
    const bucket = stack.getLogicalId(this.bucket.node.defaultChild as CfnBucket)
    const found = [
      ...['GetBucket', 'GetObject', 'List', 'DeleteObject', 'Abort'].map((action) => `Action::s3:${action}*`),
      'Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*',
      `Resource::<${bucket}.Arn>/*`,
    ]
    for (const each of found) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[${each}]`,
        reason: 'As CDK grants it: to read what was uploaded for the deployment, and to keep the bucket like it.',
      })
    }
    Validations.of(stack).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'CDK chooses what its copying function runs on; it is the only function of this stack.',
    })
  }
}
