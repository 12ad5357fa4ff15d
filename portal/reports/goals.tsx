import { named } from '../texts/texts.ts'
import { behindHref } from './addresses.ts'
import { Compared } from './compared.tsx'
import { type Figure, figureText, goalText } from './figure-text.ts'
import { reportTexts } from './texts.ts'

type Verdict = 'met' | 'missed' | 'nothingToRate'

const verdictOf = ({ value, goal }: Figure): Verdict => {
  if (value === null) return 'nothingToRate'
  return value >= (goal ?? 0) ? 'met' : 'missed'
}

const MARKS: Readonly<Record<Verdict, string>> = { met: '✓', missed: '✗', nothingToRate: '–' }

const Meter = ({ value, goal }: { readonly value: number | null; readonly goal: number }) => (
  <span class="meter" aria-hidden="true" style={{ '--share': value ?? 0, '--goal': goal }} />
)

const Goal = ({ month, figure }: { readonly month: string; readonly figure: Figure }) => {
  const texts = reportTexts.value
  const { id, name, unit, goal, value, numerator, denominator, lastMonth, lastYear } = figure
  const verdict = verdictOf(figure)
  const count = (number: number) => figureText('tickets', number)
  return (
    <li class="card goal" data-verdict={verdict}>
      <h3>{named(name)}</h3>
      <p class="row">
        <strong class="value number">{figureText(unit, value)}</strong>
        <span class="verdict">
          <span aria-hidden="true">{MARKS[verdict]}</span> {texts[verdict]}
        </span>
        <span class="muted">{texts.goal(goalText(goal ?? 1))}</span>
      </p>
      <Meter value={value} goal={goal ?? 1} />
      <p class="row">
        <a href={behindHref({ month, id, part: 'numerator' })}>{texts.inTime(count(numerator), count(denominator))}</a>
        <a href={behindHref({ month, id, part: 'rest' })}>{texts.notInTime(count(denominator - numerator))}</a>
      </p>
      <dl class="row past">
        <dt>{texts.lastMonth}</dt>
        <dd>
          <Compared unit={unit} now={value} then={lastMonth} />
        </dd>
        <dt>{texts.lastYear}</dt>
        <dd>
          <Compared unit={unit} now={value} then={lastYear} />
        </dd>
      </dl>
    </li>
  )
}

/** REP-1: the goals, met or missed at a glance. */
export const Goals = ({ month, figures }: { readonly month: string; readonly figures: readonly Figure[] }) => (
  <section aria-labelledby="goals" class="stack tight">
    <h2 id="goals">{reportTexts.value.goals}</h2>
    <ul class="goals">
      {figures
        .filter(({ goal }) => goal !== null)
        .map((figure) => (
          <Goal key={figure.id} month={month} figure={figure} />
        ))}
    </ul>
  </section>
)
