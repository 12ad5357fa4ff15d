import type { Signal } from '@preact/signals'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { t } from '../texts/texts.ts'

/** Numbers of the rows somebody has ticked. */
export type Picks = Signal<ReadonlySet<string>>

export const togglePick = (picks: Picks, number: string): void => {
  const { value } = picks
  picks.value = value.has(number) ? new Set([...value].filter((one) => one !== number)) : new Set([...value, number])
}

/** Opens the ticket that was there first with the form that merges the others into it (INT-13). */
const mergePath = ([first, ...others]: readonly TicketRow[]): string =>
  `/tickets/${first?.number}?act=merge&duplicates=${others.map(({ number }) => number).join('+')}`

const oldestFirst = (a: TicketRow, b: TicketRow): number =>
  a.recordedAt < b.recordedAt ? -1 : Number(a.recordedAt > b.recordedAt)

/** What can be done with the ticked rows that are still in the list. */
export const PickedBar = ({ picks, rows }: { readonly picks: Picks; readonly rows: readonly TicketRow[] }) => {
  const { queue } = t.value
  const picked = rows.filter(({ number }) => picks.value.has(number)).toSorted(oldestFirst)
  const [first] = picked
  const none = () => {
    picks.value = new Set()
  }
  return (
    <div class="picked not-printed" data-shown={picked.length > 0}>
      <span role="status">{picked.length > 0 && queue.picked(picked.length)}</span>
      {first && (
        <>
          {picked.length > 1 ? (
            <a class="button primary" href={mergePath(picked)} onClick={none}>
              {queue.mergePicked(first.number)}
            </a>
          ) : (
            <span class="muted">{queue.pickMore}</span>
          )}
          <button type="button" class="button" onClick={none}>
            {queue.pickNone}
          </button>
        </>
      )}
    </div>
  )
}
