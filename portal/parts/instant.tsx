import { nowMs } from '../format/now.ts'
import { fullTime, printedTime, relativeTime, shortTime } from '../format/time.ts'

type InstantProps = {
  readonly at: string
  /** `relative` for what has just happened, `short` for what is to be kept in mind. */
  readonly as?: 'short' | 'relative'
}

/** A moment in the reader's own time zone; exact when one points at it. */
export const Instant = ({ at, as = 'short' }: InstantProps) => (
  <time class="number" dateTime={at} title={fullTime(at)} data-printed={printedTime(at)}>
    {as === 'short' ? shortTime(at, nowMs.value) : relativeTime(at, nowMs.value)}
  </time>
)
