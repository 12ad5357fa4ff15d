import type { AnswerOf } from '../api/call.ts'
import { dayText, monthText } from '../format/day.ts'
import { improvementTexts } from './texts.ts'

export type MeasureLine = AnswerOf<'listMeasures'>['items'][number]

export const MeasureState = ({ state, overdue }: Pick<MeasureLine, 'state' | 'overdue'>) => {
  const texts = improvementTexts.value
  if (state === 'open' && overdue) return <span class="tag late">{texts.overdue}</span>
  return <span class={`tag ${state === 'done' ? 'ok' : ''}`}>{texts.states[state]}</span>
}

/** The review or the ticket it comes from. */
export const MeasureOrigin = ({ review, ticket }: Pick<MeasureLine, 'review' | 'ticket'>) => {
  const texts = improvementTexts.value
  if (review !== null) return <a href={`/reports/${review}`}>{texts.reviewOf(monthText(review))}</a>
  return ticket === null ? <>–</> : <a href={`/tickets/${ticket}`}>{ticket}</a>
}

const Row = ({ measure }: { readonly measure: MeasureLine }) => (
  <tr>
    <th scope="row">
      <a href={`/improvement/${measure.number}`} dir="auto">
        {measure.title}
      </a>
      <small class="muted number">{measure.number}</small>
    </th>
    <td dir="auto">{measure.owner.name}</td>
    <td class="number">{dayText(measure.dueOn)}</td>
    <td>
      <MeasureState {...measure} />
    </td>
    <td>
      <MeasureOrigin {...measure} />
    </td>
    <td class="prose" dir="auto">
      {measure.outcome ?? measure.progress?.text ?? '–'}
    </td>
  </tr>
)

export const MeasureTable = ({ items, title }: { readonly items: readonly MeasureLine[]; readonly title: string }) => {
  const texts = improvementTexts.value
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways, by keyboard too
    <section class="card wide-table" tabIndex={0} aria-label={title}>
      <table class="behind-table measures">
        <thead>
          <tr>
            {[texts.measure, texts.owner, texts.due, '', texts.from, texts.lastNoted].map((column) => (
              <th key={column} scope="col">
                {column === '' ? <span class="only-read-aloud">{texts.tabsLabel}</span> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((measure) => (
            <Row key={measure.number} measure={measure} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
