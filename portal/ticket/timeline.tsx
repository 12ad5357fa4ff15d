import { useEffect } from 'preact/hooks'
import type { StaffEntry } from '../../shared/contract/timeline-view.ts'
import { Instant } from '../parts/instant.tsx'
import { LongText } from '../parts/long-text.tsx'
import { param, withParams } from '../place/location.ts'
import { t } from '../texts/texts.ts'
import { AttachmentList } from './attachments.tsx'
import { changesOf } from './entry-changes.ts'
import { FILTERS, filterFrom, passes } from './entry-filter.ts'
import { actorName, entryText, entryWords } from './entry-text.ts'
import type { Entry, OpenTicket } from './open-ticket.ts'

const Changes = ({ entry }: { readonly entry: Entry }) => {
  const changes = changesOf(entry)
  if (changes.length === 0) return null
  return (
    <ul class="changes">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span class="muted">{field}</span> {before !== '' && <del>{before}</del>} <ins>{after}</ins>
        </li>
      ))}
    </ul>
  )
}

/** The quotes of a mail are folded away, not thrown away (INT-3). */
const WholeText = ({ entry }: { readonly entry: Extract<StaffEntry, { readonly type: 'commented' }> }) =>
  entry.fullText !== null && entry.fullText !== entry.text ? (
    <details>
      <summary>{t.value.timeline.wholeText}</summary>
      <LongText text={entry.fullText} isMuted />
    </details>
  ) : null

const isSaid = ({ type }: Entry): boolean =>
  ['commented', 'contacted', 'resolved', 'rejected', 'confirmed'].includes(type)

const EntryView = ({ entry, number }: { readonly entry: Entry; readonly number: string }) => {
  const words = entryWords(entry)
  return (
    <li class="entry" data-visibility={entry.visibility} data-said={isSaid(entry)}>
      <p class="row">
        <strong dir="auto">{actorName(entry)}</strong> <span>{entryText(entry)}</span>
        {entry.visibility === 'internal' && entry.type === 'commented' && (
          <span class="tag soon">{t.value.timeline.internal}</span>
        )}
        <span class="muted when">
          <Instant at={entry.at} />
        </span>
      </p>
      {words && <LongText text={words} />}
      <Changes entry={entry} />
      {entry.type === 'commented' && 'fullText' in entry && <WholeText entry={entry} />}
      {'attachments' in entry && entry.attachments && entry.type !== 'recorded' && (
        <AttachmentList number={number} attachments={entry.attachments} />
      )}
    </li>
  )
}

/** A page of the history may hold nothing but notices; what the filter is for is looked for further back. */
const FEWEST_SHOWN = 10

/** LIF-4: what happened, newest first; the filter is in the address. */
export const Timeline = ({ open }: { readonly open: OpenTicket }) => {
  const { timeline } = t.value
  const filter = filterFrom(param('show'))
  const shown = open.entries.value.filter((entry) => passes(filter, entry))
  const { value: older } = open.older
  useEffect(() => {
    if (shown.length < FEWEST_SHOWN && older !== null) void open.readOlder()
  }, [shown.length, older])
  return (
    <section class="stack" aria-label={timeline.title}>
      <nav class="tabs not-printed" aria-label={timeline.title}>
        {FILTERS.map((each) => (
          <a
            key={each}
            href={withParams({ show: each === 'story' ? null : each })}
            aria-current={each === filter ? 'true' : undefined}
          >
            {timeline.filters[each]}
          </a>
        ))}
      </nav>
      <ol class="timeline">
        {shown.map((entry) => (
          <EntryView key={entry.id} entry={entry} number={open.number} />
        ))}
      </ol>
      {shown.length === 0 && <p class="muted">{timeline.empty}</p>}
      {open.older.value !== null && (
        <button type="button" class="button not-printed" onClick={() => void open.readOlder()}>
          {timeline.older}
        </button>
      )}
    </section>
  )
}
