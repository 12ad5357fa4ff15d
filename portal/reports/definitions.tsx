import type { ReportView } from '../../shared/contract/report-view.ts'
import { named } from '../texts/texts.ts'
import { reportTexts } from './texts.ts'

/** REP-1: what every figure counts, in the words of docs/figures.md. */
export const Definitions = ({ report: { rules, figures } }: { readonly report: ReportView }) => {
  const texts = reportTexts.value
  return (
    <section class="card stack definitions" aria-labelledby="definitions">
      <h2 id="definitions">{texts.definitions}</h2>
      <h3>{texts.rules}</h3>
      <ul>
        {rules.map((rule) => (
          <li key={rule.en}>{named(rule)}</li>
        ))}
      </ul>
      <dl>
        {figures.map(({ id, name, definition, requirement }) => (
          <div key={id}>
            <dt>{named(name)}</dt>
            <dd>
              {named(definition)} <span class="muted">{requirement}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
