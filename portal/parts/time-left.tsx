import type { TimeUsed } from '../format/pressing.ts'
import { duration } from '../format/time.ts'
import { t } from '../texts/texts.ts'
import { Instant } from './instant.tsx'

type TimeLeftProps = { readonly used: TimeUsed; readonly dueAt: string | null }

const leftText = ({ leftMinutes, pressing }: TimeUsed): string => {
  const { queue } = t.value
  if (pressing === 'paused') return queue.paused
  if (leftMinutes === null) return queue.noPromise
  return leftMinutes < 0 ? queue.overdueBy(duration(leftMinutes)) : queue.left(duration(leftMinutes))
}

/** SLA-4 at a glance: the bar fills with the share of the target used and changes its colour with it; the words say the same. */
export const TimeLeft = ({ used, dueAt }: TimeLeftProps) => (
  <span class="time-left" data-pressing={used.pressing}>
    <span class="row spread">
      <span class="left">{leftText(used)}</span>
      {dueAt && (
        <span class="muted due">
          <Instant at={dueAt} />
        </span>
      )}
    </span>
    <span class="bar" aria-hidden="true" style={{ '--used': used.usedShare }} />
  </span>
)
