import { urlOfCall } from '../api/call.ts'
import { CsvButton } from '../parts/csv-button.tsx'
import { t } from '../texts/texts.ts'
import type { LiveList } from './live-list.ts'

/** How many there are, and whether what one sees is what there is. */
export const QueueHead = ({ list, title }: { readonly list: LiveList; readonly title: string }) => {
  const { queue } = t.value
  const rows = list.rows.value
  if (rows === null) return null
  return (
    <p class="row muted beside">
      <span class="number">{queue.count(rows.length, list.cursor.value !== null)}</span>
      {list.error.value ? (
        <span class="tag late">{queue.noLongerLive}</span>
      ) : (
        <span class="tag ok" title={queue.liveHint}>
          {queue.live}
        </span>
      )}
      <CsvButton url={urlOfCall('listTickets', { query: list.query })} title={title} />
    </p>
  )
}
