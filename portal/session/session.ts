import { computed, signal } from '@preact/signals'
import type { Api } from '../../shared/contract/api.ts'
import type { ResponseOf } from '../../shared/contract/endpoint.ts'
import { SignedOut } from '../api/failure.ts'
import { dropDrafts } from '../form/drafts.ts'
import { offerLanguages } from '../texts/texts.ts'
import { hostedSignIn } from './hosted-sign-in.ts'
import { localSignIn } from './local-sign-in.ts'
import { readConfig } from './portal-config.ts'
import type { SignInPort } from './sign-in-port.ts'

export type Me = ResponseOf<Api['me']>
type Role = Me['roles'][number]

/** In memory, and for this tab in sessionStorage; never anywhere else. */
export const token = signal<string | null>(null)
export const me = signal<Me | null>(null)
export const deskName = signal('Firstline')
/** True from when the sign-in has run out until somebody signs in again; reading in the background has stopped. */
export const lapsed = signal(false)
/** True while a sign-in that has run out is waited for; the page below keeps what was typed. */
export const expired = signal(false)
export const signInPort = signal<SignInPort | null>(null)

export const isStaff = computed(() => me.value?.roles.some((role) => role !== 'requester') ?? false)
export const hasRole = (...roles: readonly Role[]): boolean =>
  me.value?.roles.some((role) => roles.includes(role)) ?? false

const otherTabs = new BroadcastChannel('firstline.session')
let waiting: PromiseWithResolvers<void> | null = null

const port = (): SignInPort => {
  if (signInPort.value === null) throw new Error('The portal has not started yet.')
  return signInPort.value
}

/** Reads the configuration and takes up the sign-in this tab already has. */
export const startSession = async (): Promise<void> => {
  const { deskName: name, languages, signIn } = await readConfig()
  deskName.value = name
  offerLanguages(languages)
  signInPort.value = signIn.kind === 'local' ? localSignIn() : hostedSignIn(signIn)
  dropDrafts('old')
  token.value = await signInPort.value.resume()
}

const subjectOf = (jwt: string | null): string | null => {
  const payload = jwt?.split('.')[1]
  if (payload === undefined) return null
  const { sub } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: string }
  return sub ?? null
}

export const signIn = async (person?: string): Promise<void> => {
  const before = subjectOf(token.value)
  const next = await port().signIn(person)
  const isSomebodyElse = before !== null && subjectOf(next) !== before
  token.value = next
  expired.value = false
  lapsed.value = false
  if (isSomebodyElse) {
    waiting?.reject(new SignedOut())
    location.reload()
  } else waiting?.resolve()
  waiting = null
}

let renewing: Promise<boolean> | null = null

const renew = async (): Promise<boolean> => {
  const renewed = await port().renew()
  if (renewed !== null) token.value = renewed
  lapsed.value = renewed === null
  return renewed !== null
}

/**
 * A new token without asking anybody; otherwise the page says that the sign-in is over. Once for all that were refused
 * together: a pool may take each refresh token only once.
 */
export const renewQuietly = (): Promise<boolean> => {
  renewing ??= renew().finally(() => {
    renewing = null
  })
  return renewing
}

/**
 * After a 401: renews the token, or asks the person to sign in again and waits; what was under way then goes on.
 * @throws SignedOut when somebody else signs in instead
 */
export const signInAgain = async (): Promise<true> => {
  if (await renewQuietly()) return true
  waiting ??= Promise.withResolvers()
  expired.value = true
  await waiting.promise
  return true
}

const forget = (): void => {
  token.value = null
  me.value = null
  expired.value = false
  lapsed.value = false
}

/** In every tab, and where the sign-in was made. */
export const signOut = async (): Promise<void> => {
  otherTabs.postMessage('signed-out')
  dropDrafts('all')
  forget()
  await port().signOut()
  location.assign('/')
}

otherTabs.addEventListener('message', () => {
  forget()
  void signInPort.value?.signOut()
})
