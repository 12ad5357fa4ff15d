import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { nowMs } from '../format/now.ts'
import { duration } from '../format/time.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'

const MINUTE_MS = 60_000
const NAMES_SHOWN = 3
const NEXT_SHOWN = 3

const minutesUntil = (at: string): number => Math.round((Date.parse(at) - nowMs.value) / MINUTE_MS)

/** The time to a moment in words that are read from across the room. */
export const Countdown = ({ at }: { readonly at: string }) => {
  const { major } = t.value
  const minutes = minutesUntil(at)
  const pressing = minutes < 0 ? 'late' : minutes <= 10 ? 'soon' : 'ok'
  return (
    <span class="countdown" data-pressing={pressing}>
      {minutes < 0 ? major.overdueBy(duration(minutes)) : major.inTime(duration(minutes))}
    </span>
  )
}

const namesOf = (names: readonly string[]): string => {
  const { major } = t.value
  if (names.length === 0) return major.nobody
  const rest = names.length - NAMES_SHOWN
  const shown = names.slice(0, NAMES_SHOWN).join(', ')
  return rest > 0 ? `${shown} ${major.more(rest)}` : shown
}

const Next = ({ next }: Pick<ProcedureView, 'next'>) => {
  const { major } = t.value
  return (
    <section aria-label={`${major.title}: ${major.otherwise}`}>
      <h2>{major.otherwise}</h2>
      {next.length === 0 ? (
        <p class="muted">{major.restful}</p>
      ) : (
        <ol class="major-next">
          {next.slice(0, NEXT_SHOWN).map(({ at, does, audience, tells }) => (
            <li key={`${does} ${audience} ${at}`}>
              <span>
                <Instant at={at} /> <Countdown at={at} />
              </span>
              <span>{major.does[does](namesOf(tells), audience === null ? '' : major.audiences[audience])}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Where it stands, since when, who has the ball, and what happens if nobody does anything. */
export const Standing = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const { major } = t.value
  const { stage, steps, ball, next, startedAt } = procedure
  const since = steps.find(({ state }) => state === 'current')?.since
  return (
    <div class="major-standing">
      <section aria-label={major.stages[stage]}>
        <p class="major-now">{major.now[stage]}</p>
        {since && (
          <p class="major-since">
            {major.since} <Instant at={since} /> · {duration(-minutesUntil(since))}
            {since !== startedAt && <span class="muted"> · {major.inAll(duration(-minutesUntil(startedAt)))}</span>}
          </p>
        )}
        {ball && (
          <p class="major-ball">
            {major.ball} <strong>{major.holders[ball.holder]}</strong>
            {ball.people.length > 0 && `: ${namesOf(ball.people)}`}
          </p>
        )}
      </section>
      <Next next={next} />
    </div>
  )
}
