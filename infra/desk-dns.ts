import { CfnOutput } from 'aws-cdk-lib'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import type { Construct } from 'constructs'
import { domainOf, type StageSettings } from './stage-settings.ts'

export type DnsRecord = { readonly type: 'CNAME' | 'MX'; readonly name: string; readonly value: string }

/** Made in the stage's hosted zone, or printed by the deployment for whoever keeps the domain. */
export const dnsRecord = (scope: Construct, id: string, { hostedZoneId }: StageSettings, record: DnsRecord): void => {
  const { type, name, value } = record
  if (hostedZoneId) new CfnRecordSet(scope, id, { hostedZoneId, type, name, resourceRecords: [value], ttl: '1800' })
  else new CfnOutput(scope, id, { description: 'A DNS record to be made', value: `${name} ${type} ${value}` })
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** The name of a CloudFront distribution; made when it lies in the domain the hosted zone is known to be for. */
export const dnsAlias = (
  scope: Construct,
  id: string,
  { hostedZoneId, deskAddress }: StageSettings,
  { host, target }: { readonly host: string; readonly target: string },
): void => {
  if (hostedZoneId && isWithin(host, domainOf(deskAddress))) {
    const aliasTarget = { dnsName: target, hostedZoneId: CloudFrontTarget.getHostedZoneId(scope) }
    for (const type of ['A', 'AAAA']) {
      new CfnRecordSet(scope, `${id}${type}`, { hostedZoneId, type, name: host, aliasTarget })
    }
  } else new CfnOutput(scope, id, { description: 'A DNS record to be made', value: `${host} CNAME ${target}` })
}
