import type { Language, Texts } from '../texts/texts.ts'

/** Somebody the desk on this machine lets sign in without a password. */
export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly (keyof Texts['words']['roles'])[]
  readonly groupName: Readonly<Record<Language, string>> | null
  readonly vip: boolean
}

/** How people prove who they are; the portal only ever holds the token that comes out of it. */
export type SignInPort = {
  /** Whom one may choose to be; null where the sign-in has pages of its own. */
  readonly people: (() => Promise<readonly DemoPerson[]>) | null
  /** The token this tab had before it was loaded again, or has been sent back with; null when one has to sign in. */
  resume(): Promise<string | null>
  /** A new token without asking anybody; null when that is not possible. */
  renew(): Promise<string | null>
  /** Never returns where it leads to other pages. */
  signIn(person?: string): Promise<string>
  /** Ends the sign-in, here and where it was made. */
  signOut(): Promise<void>
}
