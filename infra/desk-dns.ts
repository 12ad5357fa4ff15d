import { CfnOutput } from 'aws-cdk-lib'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import type { Construct } from 'constructs'
import type { StageSettings } from './stage-settings.ts'

export type DnsRecord = { readonly type: 'CNAME' | 'MX'; readonly name: string; readonly value: string }

/** Made in the stage's hosted zone, or printed by the deployment for whoever keeps the domain. */
export const dnsRecord = (scope: Construct, id: string, { hostedZoneId }: StageSettings, record: DnsRecord): void => {
  const { type, name, value } = record
  if (hostedZoneId) new CfnRecordSet(scope, id, { hostedZoneId, type, name, resourceRecords: [value], ttl: '1800' })
  else new CfnOutput(scope, id, { description: 'A DNS record to be made', value: `${name} ${type} ${value}` })
}
