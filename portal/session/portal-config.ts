import type { Language } from '../texts/texts.ts'
import type { HostedPages } from './hosted-sign-in.ts'

/** /config.json, written by whoever serves the portal: the local desk, or the deployment. */
export type PortalConfig = {
  readonly deskName: string
  readonly languages: readonly Language[]
  readonly signIn: { readonly kind: 'local' } | ({ readonly kind: 'hosted' } & HostedPages)
}

export const readConfig = async (): Promise<PortalConfig> => {
  const response = await fetch('/config.json', { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${response.status} from /config.json`)
  return (await response.json()) as PortalConfig
}
