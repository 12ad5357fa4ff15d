import { Stack } from 'aws-cdk-lib'
import { type ConfigurationSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import { dnsRecord } from './desk-dns.ts'
import { domainOf, type StageSettings } from './stage-settings.ts'

export type MailDomainProps = { readonly settings: StageSettings; readonly configurationSet: ConfigurationSet }

/** The domain the desk's mail comes from and goes to: proved to SES by its DNS records, and pointed at SES by its MX. */
export class MailDomain extends Construct {
  constructor(scope: Construct, id: string, { settings, configurationSet }: MailDomainProps) {
    super(scope, id)
    const domain = domainOf(settings.deskAddress)
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      configurationSet,
      feedbackForwarding: false,
    })
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      dnsRecord(this, `Dkim${index + 1}`, settings, { type: 'CNAME', name, value })
    }
    const exchanger = `10 inbound-smtp.${Stack.of(this).region}.amazonaws.com`
    dnsRecord(this, 'Mx', settings, { type: 'MX', name: domain, value: exchanger })
  }
}
