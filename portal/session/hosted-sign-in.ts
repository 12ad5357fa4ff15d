import { go } from '../place/location.ts'
import type { SignInPort } from './sign-in-port.ts'
import { turnedAway } from './turned-away.ts'

export type HostedPages = {
  /** Origin of the user pool's own pages, https://…. */
  readonly domain: string
  readonly clientId: string
}

type Tokens = { readonly id_token: string; readonly refresh_token?: string }
type Asked = { readonly state: string; readonly verifier: string; readonly returnTo: string }

/** What the tab keeps, never longer than the tab lives. */
const TOKEN = 'firstline.token'
const REFRESH = 'firstline.refresh'
const ASKED = 'firstline.sign-in'

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))

const askedBefore = (): Asked | null => {
  const kept = sessionStorage.getItem(ASKED)
  sessionStorage.removeItem(ASKED)
  return kept === null ? null : (JSON.parse(kept) as Asked)
}

/** Where the user pool sends people back to; the stage's signInCallbackUrls has to name it. */
const callback = (): string => `${location.origin}/`

const never = (): Promise<never> => new Promise(() => undefined)

/** Cognito's hosted pages: authorisation code with PKCE (API-4); the ID token names the person to the API. */
export const hostedSignIn = ({ domain, clientId }: HostedPages): SignInPort => {
  const keep = ({ id_token: token, refresh_token: refresh }: Tokens): string => {
    sessionStorage.setItem(TOKEN, token)
    if (refresh !== undefined) sessionStorage.setItem(REFRESH, refresh)
    return token
  }
  const exchange = async (fields: Readonly<Record<string, string>>): Promise<string | null> => {
    const body = new URLSearchParams({ client_id: clientId, ...fields })
    const response = await fetch(`${domain}/oauth2/token`, { method: 'POST', body })
    return response.ok ? keep((await response.json()) as Tokens) : null
  }
  /** @param code null when the pages have sent somebody back without one: they gave up, or may not come in */
  const comeBack = async (code: string | null, state: string): Promise<string | null> => {
    const asked = askedBefore()
    go(asked?.returnTo ?? '/', 'replace')
    // an answer nobody asked for may have been planted
    if (asked === null || asked.state !== state || code === null) return null
    return exchange({ grant_type: 'authorization_code', code, redirect_uri: callback(), code_verifier: asked.verifier })
  }
  return {
    people: null,
    resume: async () => {
      const answer = new URLSearchParams(location.search)
      const state = answer.get('state')
      if (state === null || !(answer.has('code') || answer.has('error'))) return sessionStorage.getItem(TOKEN)
      const token = await comeBack(answer.get('code'), state)
      turnedAway.value = token === null
      return token
    },
    renew: async () => {
      const refresh = sessionStorage.getItem(REFRESH)
      return refresh === null ? null : exchange({ grant_type: 'refresh_token', refresh_token: refresh })
    },
    signIn: async () => {
      const asked: Asked = { state: random(), verifier: random(), returnTo: location.pathname + location.search }
      sessionStorage.setItem(ASKED, JSON.stringify(asked))
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: callback(),
        scope: 'openid email profile',
        state: asked.state,
        code_challenge: await challengeOf(asked.verifier),
        code_challenge_method: 'S256',
      })
      location.assign(`${domain}/oauth2/authorize?${query}`)
      return never()
    },
    signOut: async () => {
      const refresh = sessionStorage.getItem(REFRESH)
      sessionStorage.removeItem(TOKEN)
      sessionStorage.removeItem(REFRESH)
      const revoke = new URLSearchParams({ token: refresh ?? '', client_id: clientId })
      if (refresh !== null) await fetch(`${domain}/oauth2/revoke`, { method: 'POST', body: revoke }).catch(() => null)
      location.assign(`${domain}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: callback() })}`)
      return never()
    },
  }
}
