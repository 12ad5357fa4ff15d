import { useRef } from 'preact/hooks'
import type { PublicEntry } from '../../shared/contract/timeline-view.ts'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { Said } from './said.tsx'
import { requesterTexts } from './texts.ts'

/** Oldest first, as one reads a conversation; what came before the newest page is shown on request. */
export const Conversation = ({ open, isOwn }: { readonly open: OpenTicket; readonly isOwn: boolean }) => {
  const { ticket } = requesterTexts.value
  const heading = useRef<HTMLHeadingElement>(null)
  const entries = (open.entries.value as readonly PublicEntry[]).toReversed()
  const readOlder = () => {
    // the button may go away with the last page, so the focus goes to where reading begins
    void open.readOlder().then(() => heading.current?.focus())
  }
  return (
    <section class="stack" aria-labelledby="conversation">
      <h2 id="conversation" ref={heading} tabIndex={-1}>
        {ticket.conversation}
      </h2>
      {open.older.value !== null && (
        <button type="button" class="button not-printed" onClick={readOlder}>
          {ticket.earlier}
        </button>
      )}
      <ol class="conversation">
        {entries.map((entry) => (
          <Said key={entry.id} entry={entry} number={open.number} isOwn={isOwn} />
        ))}
      </ol>
    </section>
  )
}
