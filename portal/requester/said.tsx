import type { PublicEntry } from '../../shared/contract/timeline-view.ts'
import { Instant } from '../parts/instant.tsx'
import { LongText } from '../parts/long-text.tsx'
import { AttachmentList } from '../ticket/attachments.tsx'
import { requesterTexts } from './texts.ts'

const who = ({ actor }: PublicEntry): string => {
  const { ticket } = requesterTexts.value
  if (actor.kind === 'desk') return ticket.desk
  return actor.name || ticket[actor.kind === 'other' ? 'other' : 'desk']
}

const did = ({ type, text, agreed }: PublicEntry): string => {
  const { later, returned, ticket } = requesterTexts.value
  const { events } = ticket
  if (type === 'time-answered') return later.did[agreed ? 'agreed' : 'objected']
  if (type === 'service-decided') return returned.did[agreed ? 'serve' : 'decline']
  return type === 'waiting-started' && text !== undefined ? events.asked : events[type]
}

const Rating = ({ entry }: { readonly entry: PublicEntry }) => {
  const { satisfaction } = entry
  if (!satisfaction || !('score' in satisfaction)) return null
  return (
    <>
      <p>{requesterTexts.value.ticket.rated(satisfaction.score)}</p>
      {satisfaction.comment !== null && <p class="said">{satisfaction.comment}</p>}
    </>
  )
}

type SaidProps = { readonly entry: PublicEntry; readonly number: string; readonly isOwn: boolean }

/** One thing that happened: with words it is a message, without it is a line. `isOwn`: the reader is the requester. */
export const Said = ({ entry, number, isOwn }: SaidProps) => {
  const { later, ticket } = requesterTexts.value
  const isTheirs = entry.actor.kind === 'requester'
  return (
    <li class="said-entry" data-from={isTheirs ? 'requester' : 'desk'} data-has-words={entry.text !== undefined}>
      <p class="by">
        <strong dir="auto">{isTheirs && isOwn ? ticket.you : who(entry)}</strong> {did(entry)}
        <span class="muted">
          {' · '}
          <Instant at={entry.at} />
        </span>
      </p>
      {entry.text !== undefined && <LongText text={entry.text} />}
      {entry.until !== undefined && (
        <p class="muted">
          {entry.type.startsWith('time-') ? later.time : ticket.until} <Instant at={entry.until} />
        </p>
      )}
      <Rating entry={entry} />
      {entry.attachments && <AttachmentList number={number} attachments={entry.attachments} />}
    </li>
  )
}
