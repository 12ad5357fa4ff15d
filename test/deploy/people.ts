import { createHash, randomBytes } from 'node:crypto'
import type { Account } from './account.ts'
import { CALLBACK, type Deployment } from './deployment.ts'
import type { Emulator } from './emulator.ts'

const PASSWORD = 'Correct-horse-battery-1'

/** The deployed user pool: people are entered as an administrator does it, and sign in on the hosted page (API-4). */
export class UserPool {
  readonly #emulator: Emulator
  readonly #account: Account
  readonly #deployment: Deployment

  constructor(emulator: Emulator, account: Account, deployment: Deployment) {
    this.#emulator = emulator
    this.#account = account
    this.#deployment = deployment
  }

  /** Enters a person with the groups of their roles. */
  async enter(email: string, name: string, roles: readonly string[]): Promise<void> {
    const UserPoolId = this.#deployment.output('state', 'ProviderName').split('/')[1]
    const attributes = { email, email_verified: 'true', name }
    await this.#account.ask('cognito-idp', 'AdminCreateUser', {
      UserPoolId,
      Username: email,
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    })
    await this.#account.ask('cognito-idp', 'AdminSetUserPassword', {
      UserPoolId,
      Username: email,
      Password: PASSWORD,
      Permanent: true,
    })
    for (const GroupName of roles)
      await this.#account.ask('cognito-idp', 'AdminAddUserToGroup', { UserPoolId, Username: email, GroupName })
  }

  /** Code and PKCE, as the portal does it. @returns the ID token */
  async signIn(email: string): Promise<string> {
    const verifier = randomBytes(32).toString('base64url')
    const asked = {
      client_id: this.#deployment.output('state', 'Portal'),
      redirect_uri: CALLBACK,
      scope: 'openid email profile',
      state: 'state',
      response_type: 'code',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }
    const { endpoint } = this.#emulator
    await fetch(`${endpoint}/oauth2/authorize?${new URLSearchParams(asked)}`)
    const login = await fetch(`${endpoint}/login`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...asked, nonce: '', username: email, password: PASSWORD }),
    })
    const code = new URL(login.headers.get('location') ?? CALLBACK).searchParams.get('code') ?? ''
    const answer = await fetch(`${endpoint}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: asked.client_id,
        redirect_uri: CALLBACK,
        code,
        code_verifier: verifier,
      }),
    })
    const { id_token: token } = (await answer.json()) as { readonly id_token?: string }
    if (!token) throw new Error(`${email} could not sign in`)
    return token
  }
}
