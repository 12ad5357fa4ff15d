import { Fn, Validations } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IResponseHeadersPolicy,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { PORTAL_FILE } from '../shared/contract/portal-page.ts'
import type { OwnDomain } from './stage-settings.ts'

export type PortalDistributionProps = {
  readonly files: IBucket
  readonly headers: IResponseHeadersPolicy
  /** https://…, where the HTTP API answers. */
  readonly apiUrl: string
  /** Null: CloudFront gives it a name. */
  readonly ownDomain: OwnDomain | null
}

/**
 * Asked before the cache, so that no error of the API has to be turned into a page. Plain text, because CloudFront
 * runs nothing else.
 */
const PAGE_FOR_EVERY_PLACE = `function handler(event) {
  var request = event.request
  if (!${PORTAL_FILE}.test(request.uri)) request.uri = '/index.html'
  return request
}`

/** One origin for the portal, the API and the links of mails, so that no page talks to a stranger (DESIGN §2). */
export class PortalDistribution extends Construct {
  readonly domainName: string

  constructor(scope: Construct, id: string, props: PortalDistributionProps) {
    super(scope, id)
    const { ownDomain } = props
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Firstline: portal and API',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      defaultBehavior: this.portal(props),
      additionalBehaviors: { '/api/*': apiAt(props.apiUrl) },
      ...(ownDomain && this.named(ownDomain)),
    })
    acknowledge(distribution, ownDomain)
    this.domainName = distribution.distributionDomainName
  }

  private portal({ files, headers }: PortalDistributionProps): BehaviorOptions {
    Validations.of(this).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      reason: 'There is a root object, and no query reaches the bucket: nobody outside can have it list anything.',
    })
    const pages = new EdgeFunction(this, 'PageForEveryPlace', {
      comment: 'Every address of the portal that is no file is its one HTML file',
      code: FunctionCode.fromInline(PAGE_FOR_EVERY_PLACE),
      runtime: FunctionRuntime.JS_2_0,
    })
    return {
      // may list, else S3 answers "forbidden" where nothing is
      origin: S3BucketOrigin.withOriginAccessControl(files, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      functionAssociations: [{ function: pages, eventType: FunctionEventType.VIEWER_REQUEST }],
    }
  }

  private named({ host, certificateArn }: OwnDomain): Partial<DistributionProps> {
    return {
      domainNames: [host],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    }
  }
}

/** Nothing is kept between, and all that a caller sends arrives; but for Host, by which API Gateway knows its API. */
const apiAt = (url: string): BehaviorOptions => ({
  origin: new HttpOrigin(Fn.select(2, Fn.split('/', url)), {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
  }),
  // redirected, a POST would lose what it carries
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
})

const acknowledge = (distribution: Distribution, ownDomain: OwnDomain | null): void => {
  const reasons: Readonly<Record<string, string>> = {
    CFR1: 'Where people may work from is up to the company.',
    CFR2: 'A firewall costs more than the rest of an idle desk; the API is throttled and wants a token.',
    CFR3: 'The API logs its requests itself, without people’s addresses and without the paths that hold their links.',
    ...(ownDomain === null && { CFR4: 'Only a domain of one’s own has a say in TLS versions: see docs/deploy.md.' }),
  }
  for (const [rule, reason] of Object.entries(reasons)) {
    Validations.of(distribution).acknowledge({ id: `AwsSolutions-${rule}`, reason })
  }
}
