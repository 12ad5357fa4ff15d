import { duration } from '../format/time.ts'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { type Policy, policy, type Service } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'
import { type Grade, IMPACTS, type Impact, type Priority, priorityOf, URGENCIES, type Urgency } from './grade.ts'

type Props = {
  readonly grade: Grade
  readonly service: Service | undefined
  readonly onGrade: (grade: Grade) => void
}

const Cell = ({
  impact,
  urgency,
  priority,
  props,
}: {
  impact: Impact
  urgency: Urgency
  priority: Priority
  props: Props
}) => {
  const { words } = t.value
  const isChosen = props.grade.impact === impact && props.grade.urgency === urgency
  return (
    <label data-priority={priority}>
      <input
        type="radio"
        name="grade"
        checked={isChosen}
        aria-label={`${words.impacts[impact]}, ${words.urgencies[urgency]}: ${words.priorityOf(priority)}`}
        onChange={() => props.onGrade({ impact, urgency })}
      />
      <PriorityMark priority={priority} />
    </label>
  )
}

const Matrix = ({ the, props }: { readonly the: Policy; readonly props: Props }) => {
  const { words } = t.value
  return (
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col">
            {words.impact} ↓ {words.urgency} →
          </th>
          {URGENCIES.map((urgency) => (
            <th key={urgency} scope="col">
              {words.urgencies[urgency]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {IMPACTS.map((impact) => (
          <tr key={impact}>
            <th scope="row">{words.impacts[impact]}</th>
            {URGENCIES.map((urgency) => (
              <td key={urgency}>
                <Cell
                  impact={impact}
                  urgency={urgency}
                  priority={priorityOf(the, impact, urgency, props.service)}
                  props={props}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Promises = ({ the, priority }: { readonly the: Policy; readonly priority: Priority }) => {
  const { words, acts } = t.value
  const row = the.targets[priority]
  const promised = (['assign', 'respond', 'restore'] as const).flatMap((step) => {
    const minutes = row[`${step}Minutes`]
    return minutes === null ? [] : [`${words.steps[step]} ${duration(minutes)}`]
  })
  return (
    <output class="row">
      <PriorityMark priority={priority} />
      <strong>{words.priorities[priority]}</strong>
      <span>{promised.join(' · ')}</span>
      <span class="muted">({acts.runsOn(words.clocks[row.clock])})</span>
    </output>
  )
}

/** PRI-3, PRI-4: impact × urgency as the matrix itself, with the priority and the promises that follow. */
export const GradeField = (props: Props) => {
  const the = policy.value
  if (!the) return null
  return (
    <fieldset class="field">
      <legend>
        {t.value.words.impact} × {t.value.words.urgency}
      </legend>
      <Matrix the={the} props={props} />
      <Promises the={the} priority={priorityOf(the, props.grade.impact, props.grade.urgency, props.service)} />
    </fieldset>
  )
}
