import { Aws, CfnOutput, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { dnsAlias } from './desk-dns.ts'
import type { DeskStack } from './desk-stack.ts'
import { PortalDistribution } from './portal-distribution.ts'
import { PortalFiles } from './portal-files.ts'
import { PortalHeaders } from './portal-headers.ts'
import { ownDomainOf, prefixOf, type StageSettings } from './stage-settings.ts'
import type { StateStack } from './state-stack.ts'

export type PortalStackProps = {
  readonly settings: StageSettings
  readonly state: StateStack
  readonly desk: DeskStack
}

/** The portal, and the API and the links of mails under the same name; by itself, because it takes minutes to change. */
export class PortalStack extends Stack {
  constructor(scope: Construct, { settings, state: { signIn, files }, desk }: PortalStackProps) {
    super(scope, 'Portal', {
      stackName: `${prefixOf(settings)}portal`,
      description: 'Firstline: the portal',
    })
    const domain = signIn.domain.baseUrl()
    const portal = new PortalFiles(this, 'Files', {
      settings,
      config: {
        deskName: settings.deskName,
        languages: settings.languages,
        signIn: { kind: 'hosted', domain, clientId: signIn.client.userPoolClientId },
      },
    })
    // as functions/aws/s3-files.ts writes the address of an upload
    const uploads = `https://s3.${Aws.REGION}.${Aws.URL_SUFFIX}/${files.bucket.bucketName}/`
    const ownDomain = ownDomainOf(settings)
    const { domainName } = new PortalDistribution(this, 'Distribution', {
      files: portal.bucket,
      headers: new PortalHeaders(this, 'Headers', [domain, uploads]),
      apiUrl: desk.apiUrl,
      ownDomain,
    })
    if (ownDomain) dnsAlias(this, 'PortalDns', settings, { host: ownDomain.host, target: domainName })
    new CfnOutput(this, 'PortalUrl', { value: settings.publicUrl ?? `https://${domainName}` })
  }
}
