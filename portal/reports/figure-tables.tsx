import { named } from '../texts/texts.ts'
import { behindHref } from './addresses.ts'
import { Compared } from './compared.tsx'
import { type Figure, figureText } from './figure-text.ts'
import { reportTexts } from './texts.ts'

const GROUPS = ['volume', 'promises', 'satisfaction', 'work', 'apart'] as const
type Group = (typeof GROUPS)[number]

const PATTERNS: readonly (readonly [RegExp, Group])[] = [
  [/^(tickets|backlog)/, 'volume'],
  [/^(respon|restor|overruns|no-)/, 'promises'],
  [/^(satisfaction|bad-rating)/, 'satisfaction'],
  [/^(returned|redirected|service-declined|merged|cancelled|canaries)$/, 'apart'],
]

const groupOf = (id: string): Group => PATTERNS.find(([pattern]) => pattern.test(id))?.[1] ?? 'work'

const Line = ({ month, figure }: { readonly month: string; readonly figure: Figure }) => {
  const { id, name, definition, unit, value, denominator, lastMonth, lastYear } = figure
  return (
    <tr>
      <th scope="row" title={named(definition)}>
        {named(name)}
      </th>
      <td class="number now">
        {denominator === 0 ? (
          figureText(unit, value)
        ) : (
          <a href={behindHref({ month, id })}>{figureText(unit, value)}</a>
        )}
      </td>
      <td>
        <Compared unit={unit} now={value} then={lastMonth} />
      </td>
      <td>
        <Compared unit={unit} now={value} then={lastYear} />
      </td>
    </tr>
  )
}

type Props = { readonly month: string; readonly figures: readonly Figure[] }

const GroupTable = ({ group, month, figures }: Props & { readonly group: Group }) => {
  const texts = reportTexts.value
  return (
    <section class="card" aria-labelledby={`figures-${group}`}>
      <h2 id={`figures-${group}`}>{texts.groups[group]}</h2>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{texts.figure}</th>
            <th scope="col">{texts.now}</th>
            <th scope="col">{texts.lastMonth}</th>
            <th scope="col">{texts.lastYear}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Line key={figure.id} month={month} figure={figure} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** REP-2: every figure beside what it was, each leading to the tickets behind it (REP-1). */
export const FigureTables = ({ month, figures }: Props) => {
  const byGroup = Map.groupBy(figures, ({ id }) => groupOf(id))
  return (
    <div class="figure-tables">
      {GROUPS.map((group) => {
        const ofGroup = byGroup.get(group) ?? []
        return ofGroup.length > 0 && <GroupTable key={group} group={group} month={month} figures={ofGroup} />
      })}
    </div>
  )
}
