import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'

const MARKS = { done: '✓', current: '●', ahead: '○', skipped: '–' } as const

/** The steps of the procedure; shape and words say what the colour says. */
export const StepList = ({ steps }: Pick<ProcedureView, 'steps'>) => {
  const { stages, states, title } = t.value.major
  return (
    <ol class="major-steps" aria-label={title}>
      {steps.map(({ stage, since, state }) => (
        <li key={stage} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span class="mark" aria-hidden="true">
            {MARKS[state]}
          </span>
          <span>
            {stages[stage]}
            <span class="only-read-aloud"> ({states[state]})</span>
          </span>
          <small>{since && <Instant at={since} />}</small>
        </li>
      ))}
    </ol>
  )
}
