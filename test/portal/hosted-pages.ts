import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Grant = { readonly challenge: string; readonly redirectUri: string }

/**
 * A user pool's own pages, as far as the portal sees them: authorise, token, revoke, logout. Whoever comes is `person` and
 * let in at once; a code and a refresh token are good once and until revoked.
 */
export class HostedPages {
  readonly clientId = 'portal'
  /** Everything that was asked, oldest first. */
  readonly authorised: URLSearchParams[] = []
  readonly exchanged: URLSearchParams[] = []
  readonly revoked: string[] = []
  readonly loggedOut: URLSearchParams[] = []
  /** What the next ID tokens are; the last one is given again and again. */
  tokens: string[] = []
  /** Sends people back without a code. */
  refuses = false
  readonly #grants = new Map<string, Grant>()
  readonly #refreshTokens = new Set<string>()
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** As an administrator does who ends somebody's sign-ins. */
  forgetEverybody(): void {
    this.#refreshTokens.clear()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin)
    const fields = new URLSearchParams(request.method === 'POST' ? await text(request) : '')
    if (pathname === '/oauth2/authorize') return this.#authorise(searchParams, response)
    if (pathname === '/logout') return this.#logOut(searchParams, response)
    response.setHeader('access-control-allow-origin', '*')
    if (pathname === '/oauth2/token') return this.#exchange(fields, response)
    this.revoked.push(fields.get('token') ?? '')
    this.#refreshTokens.delete(fields.get('token') ?? '')
    response.writeHead(200).end()
  }

  #authorise(asked: URLSearchParams, response: ServerResponse): void {
    this.authorised.push(asked)
    const code = randomUUID()
    const redirectUri = asked.get('redirect_uri') ?? ''
    this.#grants.set(code, { challenge: asked.get('code_challenge') ?? '', redirectUri })
    const back = new URL(redirectUri)
    back.search = String(
      new URLSearchParams({
        state: asked.get('state') ?? '',
        ...(this.refuses ? { error: 'access_denied' } : { code }),
      }),
    )
    response.writeHead(302, { location: String(back) }).end()
  }

  #logOut(asked: URLSearchParams, response: ServerResponse): void {
    this.loggedOut.push(asked)
    response.writeHead(302, { location: asked.get('logout_uri') ?? '/' }).end()
  }

  #isGood(fields: URLSearchParams): boolean {
    if (fields.get('client_id') !== this.clientId) return false
    if (fields.get('grant_type') === 'refresh_token') return this.#refreshTokens.has(fields.get('refresh_token') ?? '')
    const grant = this.#grants.get(fields.get('code') ?? '')
    this.#grants.delete(fields.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(fields.get('code_verifier') ?? '')
      .digest('base64url')
    return grant?.challenge === challenge && grant.redirectUri === fields.get('redirect_uri')
  }

  #exchange(fields: URLSearchParams, response: ServerResponse): void {
    this.exchanged.push(fields)
    if (!this.#isGood(fields)) {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}')
      return
    }
    const token = this.tokens.length > 1 ? this.tokens.shift() : this.tokens[0]
    const isFirst = fields.get('grant_type') === 'authorization_code'
    const refresh = `refresh-${randomUUID()}`
    if (isFirst) this.#refreshTokens.add(refresh)
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ id_token: token, expires_in: 3600, ...(isFirst && { refresh_token: refresh }) }))
  }
}
