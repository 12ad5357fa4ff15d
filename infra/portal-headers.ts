import { Duration } from 'aws-cdk-lib'
import { HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { portalHeaders } from '../shared/contract/portal-page.ts'

/** CloudFront takes these by themselves and the others by name. */
const TAKEN_BY_THEMSELVES = ['content-security-policy', 'referrer-policy', 'x-content-type-options']

const TWO_YEARS = Duration.days(730)

/** What the local desk sends with every file of the portal, and that its host is never asked without TLS. */
export class PortalHeaders extends ResponseHeadersPolicy {
  /** @param connectTo see portalHeaders */
  constructor(scope: Construct, id: string, connectTo: readonly string[]) {
    const { 'content-security-policy': contentSecurityPolicy = '', ...headers } = portalHeaders(connectTo)
    const others = Object.entries(headers).filter(([name]) => !TAKEN_BY_THEMSELVES.includes(name))
    super(scope, id, {
      comment: 'What a browser may do for the pages of the portal',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: TWO_YEARS, includeSubdomains: false, override: true },
      },
      customHeadersBehavior: {
        customHeaders: others.map(([header, value]) => ({ header, value, override: true })),
      },
    })
  }
}
