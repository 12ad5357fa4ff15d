import type { Values } from '../../form/form-state.ts'
import { t } from '../../texts/texts.ts'
import { changesOf } from '../entry-changes.ts'
import { actorName, entryLine } from '../entry-text.ts'
import type { Entry } from '../open-ticket.ts'

type Props = {
  readonly entries: readonly Entry[]
  /** What I have put into the form; where it meets a change of theirs, both are shown. */
  readonly typed: Values
  readonly onTakeTheirs: () => void
}

const FieldChanges = ({ entry, typed }: { readonly entry: Entry; readonly typed: Values }) => (
  <ul class="changes">
    {changesOf(entry).map(({ name, field, before, after }) => (
      <li key={name}>
        <span class="muted">{field}</span> {before !== '' && <del>{before}</del>} <ins>{after}</ins>{' '}
        {name in typed && <strong>{t.value.acts.bothChanged}</strong>}
      </li>
    ))}
  </ul>
)

/** LIF-9: what others have done since the form was opened, as soon as it is known; what was typed stays below. */
export const WhatChanged = ({ entries, typed, onTakeTheirs }: Props) => {
  const { acts } = t.value
  const [latest] = entries
  if (!latest) return null
  return (
    <div class="notice soon stack tight" role="alert">
      <p>{acts.stale(actorName(latest))}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entryLine(entry)}
            <FieldChanges entry={entry} typed={typed} />
          </li>
        ))}
      </ul>
      <p>{acts.untouchedFollow}</p>
      <p>
        <button type="button" class="button" onClick={onTakeTheirs}>
          {acts.takeTheirs}
        </button>
      </p>
    </div>
  )
}
