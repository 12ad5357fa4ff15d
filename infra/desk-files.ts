import { Duration, Stack, Validations } from 'aws-cdk-lib'
import { type CorsRule, HttpMethods, type IBucket, type LifecycleRule } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { REPORTS_PREFIX } from '../shared/domain/report/report.ts'
import { UPLOADS_PREFIX } from '../shared/domain/upload/upload-token.ts'
import { CANARY_TAG } from '../shared/domain/watch/canary.ts'
import type { DeskFunction } from './desk-function.ts'
import { protectedBucket } from './protected-bucket.ts'

/** Where the received mails begin; SES may write nowhere else. */
export const INCOMING_MAIL_PREFIX = 'incoming/'

/** The desk's own canaries, which prove nothing after their hour; markers where nothing is left, of these and of uploads. */
const CANARIES_EXPIRE: readonly LifecycleRule[] = [
  {
    prefix: INCOMING_MAIL_PREFIX,
    tagFilters: { [CANARY_TAG.key]: CANARY_TAG.value },
    expiration: Duration.days(3),
    noncurrentVersionExpiration: Duration.days(1),
  },
  { expiredObjectDeleteMarker: true, abortIncompleteMultipartUploadAfter: Duration.days(7) },
]

/** What nobody attaches; what is attached is copied elsewhere and can be so for a day (INT-15). */
const UPLOADS_EXPIRE: LifecycleRule = {
  prefix: UPLOADS_PREFIX,
  expiration: Duration.days(2),
  noncurrentVersionExpiration: Duration.days(1),
}

/**
 * Uploads go to signed addresses, and the API leads large downloads to some. Whoever holds one may use it; where the
 * page that does came from says nothing more.
 */
const USED_BY_BROWSERS: CorsRule = {
  allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
  allowedOrigins: ['*'],
  allowedHeaders: ['content-type'],
  maxAge: Duration.hours(1).toSeconds(),
}

/** Raw mails and attachments, kept for good; who asked for which is kept for a year. */
export class DeskFiles extends Construct {
  readonly bucket: IBucket
  private readonly arn: { readonly export: string; readonly value: string }

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const accessLog = protectedBucket(this, 'AccessLog', {
      lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(1) }],
    })
    Validations.of(accessLog).acknowledge({ id: 'AwsSolutions-S1', reason: 'This bucket is the access log.' })
    this.bucket = protectedBucket(this, 'Bucket', {
      serverAccessLogsBucket: accessLog,
      lifecycleRules: [UPLOADS_EXPIRE, ...CANARIES_EXPIRE],
      cors: [USED_BY_BROWSERS],
    })
    this.arn = this.exportArn()
  }

  /** Reads and writes objects. Without the right to list, S3 would answer "forbidden" where nothing is. */
  grantUse(deskFunction: DeskFunction): void {
    deskFunction.allow(['s3:GetObject', 's3:PutObject'], [`${this.arn.value}/*`])
    deskFunction.allow(['s3:ListBucket'], [this.arn.value])
    deskFunction.set('FILES_BUCKET', this.bucket.bucketName)
    Validations.of(deskFunction).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${this.arn.export}/*]`,
      reason: 'Every object of the one bucket: mails and attachments are kept under keys nobody knows beforehand.',
    })
  }

  /** Marks received mails as canaries, which lets them go; what is no received mail cannot be marked. */
  grantRelease(deskFunction: DeskFunction): void {
    deskFunction.allow(['s3:PutObjectTagging'], [`${this.arn.value}/${INCOMING_MAIL_PREFIX}*`])
    Validations.of(deskFunction).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${this.arn.export}/${INCOMING_MAIL_PREFIX}*]`,
      reason: 'Received mails only: SES names them, so nobody knows their keys beforehand.',
    })
  }

  /** Reads and writes what is kept of reports, and nothing else; nobody may delete it (REP-3). */
  grantReports(deskFunction: DeskFunction): void {
    deskFunction.allow(['s3:GetObject', 's3:PutObject'], [`${this.arn.value}/${REPORTS_PREFIX}*`])
    deskFunction.set('FILES_BUCKET', this.bucket.bucketName)
    Validations.of(deskFunction).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${this.arn.export}/${REPORTS_PREFIX}*]`,
      reason: 'Only the objects of reports, which are named by their content.',
    })
  }

  /** Exported under a name of our own, which is then the name of cdk-nag's finding. */
  private exportArn(): { readonly export: string; readonly value: string } {
    const stack = Stack.of(this)
    const name = `${stack.stackName}-files-arn`
    return { export: name, value: stack.exportValue(this.bucket.bucketArn, { name }) }
  }
}
