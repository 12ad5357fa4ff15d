import { useSignal } from '@preact/signals'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { timeUsedOf } from '../format/pressing.ts'
import { duration } from '../format/time.ts'
import { Instant } from '../parts/instant.tsx'
import { TimeLeft } from '../parts/time-left.tsx'
import { warnAtShare } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'
import { ClockExplanation } from './clock-explanation.tsx'
import { doneAt, STEPS, type Step } from './promise-steps.ts'

type Sla = TicketForStaff['sla']
type Clock = NonNullable<Sla['respond']>

const Kept = ({ at, wasMissed }: { readonly at: string; readonly wasMissed: boolean }) => (
  <span class="row">
    <span class={wasMissed ? 'tag late' : 'tag ok'}>{wasMissed ? t.value.ticket.missed : t.value.ticket.metAt}</span>
    <Instant at={at} />
  </span>
)

type PromisedProps = { readonly step: Step; readonly clock: Clock; readonly endedAt: string | null }

const Promised = ({ step, clock, endedAt }: PromisedProps) => {
  const { ticket: texts, words } = t.value
  const used = clock.target - clock.remainingMinutes
  return (
    <li class="clock-step">
      <p class="row spread">
        <strong>{words.steps[step]}</strong>
        <span class="muted" title={words.clocks[clock.runsOn]}>
          {texts.of(duration(Math.max(0, used)), duration(clock.target))}
        </span>
      </p>
      {endedAt !== null ? (
        <Kept at={endedAt} wasMissed={clock.missedAt !== null} />
      ) : (
        <TimeLeft used={timeUsedOf(clock, warnAtShare.value)} dueAt={clock.dueAt} />
      )}
      {clock.provisional && <small class="muted">{texts.provisional}</small>}
    </li>
  )
}

/** SLA-1, SLA-4: the promises as they stand, open ones first in sight; each explains itself on request. */
export const ClockPanel = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { ticket: texts } = t.value
  const isOpen = useSignal(false)
  return (
    <section class="card stack tight" aria-label={texts.clock}>
      <h2>{texts.clock}</h2>
      <ul class="stack tight">
        {STEPS.map((step) => {
          const clock = ticket.sla[step]
          return clock && <Promised key={step} step={step} clock={clock} endedAt={doneAt(ticket, step)} />
        })}
      </ul>
      <details
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open
        }}
      >
        <summary>{texts.explain}</summary>
        {isOpen.value && <ClockExplanation number={ticket.number} version={ticket.version} />}
      </details>
    </section>
  )
}
