import { createHash } from 'node:crypto'
import type { Deps } from '../../../shared/application/deps.ts'
import type { OpenedLink } from '../../../shared/application/links.ts'
import { ticketAct } from '../../../shared/application/tickets.ts'
import { takeUploads } from '../../../shared/application/uploads.ts'
import type { Api } from '../../../shared/contract/api.ts'
import type { BodyOf } from '../../../shared/contract/endpoint.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import type { Attachment } from '../../../shared/domain/ticket/ticket.ts'
import type { Idempotency } from '../preconditions.ts'

export type Said = BodyOf<Api['actOnLink']>

type Command = Extract<TicketCommand, { readonly type: 'comment' | 'confirm' | 'reject' | 'answer-time' | 'insist' }>

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

const comment = (text: string, attachments: readonly Attachment[] = []): Command => ({
  type: 'comment',
  text,
  attachments,
  visibility: 'public',
})

/** A rating's comment without a rating is a comment like any other. */
const commandsOf = (said: Said, attachments: readonly Attachment[]): readonly Command[] => {
  switch (said.act) {
    case 'comment':
      return [comment(said.text, attachments)]
    case 'reject':
      return [{ type: 'reject', reason: said.reason }]
    case 'insist':
      return [{ type: 'insist', text: said.text }]
    case 'agree':
      return [{ type: 'answer-time', proposal: said.proposal, agreed: true }]
    case 'object':
      return [{ type: 'answer-time', proposal: said.proposal, agreed: false, text: said.text }]
    case 'confirm': {
      const satisfaction = said.score && { score: said.score, comment: said.comment ?? null }
      const words = said.comment && !satisfaction ? [comment(said.comment)] : []
      return [...words, { type: 'confirm', ...(satisfaction && { satisfaction }) }]
    }
  }
}

/**
 * Double clicks and repeated requests do one thing. A program's key is taken at its word; a form's key is one of its
 * page, on which somebody may change the text and send again; and a comment of the same words needs no key at all.
 */
const idempotencyFor = (number: string, said: Said, given: Idempotency | undefined): Idempotency | undefined => {
  const hash = hashOf(said)
  if (given) return { key: `link:${number}:${given.key}`, hash }
  if (said.key !== undefined || said.act === 'comment') return { key: `link:${number}:${hash}`, hash }
  return undefined
}

/** CLO-2: what the holder of a link says becomes acts of the requester. @throws DomainError when refused */
export const actOnLink = async (
  deps: Deps,
  { number, actor }: OpenedLink,
  said: Said,
  given: Idempotency | undefined,
): Promise<void> => {
  const idempotency = idempotencyFor(number, said, given)
  const uploads = said.act === 'comment' ? (said.attachments ?? []) : []
  const attachments = await takeUploads(deps, actor, uploads, 'public')
  for (const command of commandsOf(said, attachments)) {
    const own = idempotency && { ...idempotency, key: `${idempotency.key}:${command.type}` }
    await ticketAct(deps, number, command, actor, { idempotency: own })
  }
}
