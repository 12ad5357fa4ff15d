import { jwtVerify, SignJWT } from 'jose'
import type { Person } from '../shared/domain/people/person.ts'
import type { Claims } from './http-event.ts'

const ISSUER = 'http://127.0.0.1/local'
const AUDIENCE = 'firstline-local'
const VALID_FOR = '12h'

/** Issues and checks sign-ins the way a user pool and the authorizer in front of the API do. */
export type Authorizer = {
  issue(person: Person): Promise<string>
  /** The claims as API Gateway hands them on: all strings, lists as `[a b]`; null when the token is no good. */
  claimsOf(authorization: string | undefined): Promise<Claims>
}

const asGatewayWrites = (claim: unknown): string => (Array.isArray(claim) ? `[${claim.join(' ')}]` : String(claim))

/** Tokens run on real time, so that moving the demo clock signs nobody out. */
export const localAuthorizer = (key: Uint8Array): Authorizer => ({
  issue: (person) =>
    new SignJWT({ 'cognito:groups': [...person.roles], email: person.email, name: person.name, token_use: 'access' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(person.id)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(VALID_FOR)
      .sign(key),
  claimsOf: async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) return null
    try {
      const { payload } = await jwtVerify(token, key, { issuer: ISSUER, audience: AUDIENCE, algorithms: ['HS256'] })
      return Object.fromEntries(Object.entries(payload).map(([name, claim]) => [name, asGatewayWrites(claim)]))
    } catch {
      return null
    }
  },
})
