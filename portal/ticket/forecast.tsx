import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'

type Step = TicketForStaff['escalation']['forecast'][number]

/** Enough to know what comes next; the rest is far away and will change. */
const SHOWN = 5

const whom = (role: string): string => {
  const { ticket, words } = t.value
  const names: Readonly<Record<string, string>> = { ...words.levels, ...ticket.whom }
  return names[role] ?? role
}

const because = ({ because: cause, step }: Step): string => {
  const { ticket, words } = t.value
  const steps: Readonly<Record<string, string>> = words.steps
  return step ? `${ticket.because[cause]}: ${steps[step] ?? step}` : ticket.because[cause]
}

/** ESC-2: who will be told next, and when. */
export const Forecast = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { ticket: texts, words } = t.value
  const { forecast, level } = ticket.escalation
  if (forecast.length === 0 && level === null) return null
  return (
    <section class="card stack tight" aria-label={texts.forecast}>
      <h2>{texts.forecast}</h2>
      {level && <p class="muted">{texts.told(words.levels[level])}</p>}
      <ol class="forecast">
        {forecast.slice(0, SHOWN).map((step) => (
          <li key={`${step.at} ${step.role} ${step.because}`}>
            <Instant at={step.at} />
            <span>
              {whom(step.role)} <small class="muted">{because(step)}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
