import { type Instant, plus } from '../domain/instant.ts'
import { linkAlias, linkToken } from '../domain/link/link-token.ts'
import type { Actor } from '../domain/people/actor.ts'
import { refuse } from '../domain/refusal.ts'
import type { Deps } from './deps.ts'
import type { Alias } from './ports.ts'
import { ticketKey } from './ticket-record.ts'

const DAY_MS = 24 * 3_600_000

/** An expired link is remembered this long, so that its owner is told that it expired rather than that it never was. */
const REMEMBERED_DAYS = 180

type Holder = { readonly name: string; readonly email: string; readonly validUntil: Instant }

/**
 * INT-10: the alias behind the link that goes into a requester's mails, to be written with the notice that carries it.
 * Each further notice prolongs it; the token itself is nowhere kept.
 */
export const linkAliasFor = async (
  deps: Deps,
  number: string,
  requester: { readonly name: string; readonly email: string },
): Promise<Alias> => {
  const { intake } = (await deps.settings.desk()).policy.value
  const validUntil = plus(deps.clock.now(), intake.linkValidDays * DAY_MS)
  const holder: Holder = { name: requester.name, email: requester.email, validUntil }
  return {
    name: await linkAlias(await linkToken(await deps.secret(), number, requester.email)),
    target: ticketKey(number),
    replaces: 'anything',
    data: JSON.stringify(holder),
    expiresAt: plus(validUntil, REMEMBERED_DAYS * DAY_MS),
  }
}

export type OpenedLink = { readonly number: string; readonly actor: Extract<Actor, { readonly kind: 'link' }> }

/**
 * CLO-2: whom a link lets in, to which ticket. Reads only: scanners follow links too.
 * @throws DomainError not-found `link-unknown` or `link-expired`
 */
export const openLink = async (deps: Deps, token: string): Promise<OpenedLink> => {
  const found = await deps.store.alias(await linkAlias(token.toLowerCase()))
  if (!found?.data) {
    return refuse(
      'not-found',
      'link-unknown',
      'This link is not complete or not one of ours. Copy the whole link from the mail, or reply to the mail instead.',
    )
  }
  const { name, email, validUntil }: Holder = JSON.parse(found.data)
  if (validUntil <= deps.clock.now()) {
    return refuse(
      'not-found',
      'link-expired',
      'This link has expired. Reply to the mail it came with and the service desk will answer with a new one.',
    )
  }
  const number = found.target.id
  return { number, actor: { kind: 'link', name, email, ticket: number } }
}
