import type { ReportView } from '../../shared/contract/report-view.ts'
import { ChartFigure } from '../charts/chart.tsx'
import type { ChartData } from '../charts/chart-data.ts'
import { param, withParams } from '../place/location.ts'
import { named } from '../texts/texts.ts'
import { behindHref, type CutBy } from './addresses.ts'
import { Compared } from './compared.tsx'
import { figureText } from './figure-text.ts'
import { reportTexts } from './texts.ts'

type Cut = ReportView['cuts'][number]
type Line = Cut['lines'][number]
type Cell = Line['tickets']

/** More would be too thin to tell apart. */
const MOST_DRAWN = 12

const FIGURES = [
  ['tickets', 'tickets', 'tickets'],
  ['respondedInTime', 'responded-in-time', 'rate'],
  ['restoredInTime', 'restored-in-time', 'rate'],
] as const

const ticketsChart = (lines: readonly Line[], history: ReportView['history']): ChartData => {
  const texts = reportTexts.value
  const values = (of: (cell: Cell) => number | null) => lines.map(({ tickets }) => of(tickets))
  return {
    kind: 'bars',
    labels: lines.map(({ name }) => named(name)),
    of: 'counts',
    goal: null,
    text: (value) => figureText('tickets', value),
    series: [
      { label: texts.now, tone: 'now', values: values(({ value }) => value) },
      ...(history.lastMonth
        ? [{ label: texts.lastMonth, tone: 'last-month' as const, values: values(({ lastMonth }) => lastMonth) }]
        : []),
      ...(history.lastYear
        ? [{ label: texts.lastYear, tone: 'last-year' as const, values: values(({ lastYear }) => lastYear) }]
        : []),
    ],
  }
}

const ratesChart = (lines: readonly Line[], goal: number | null): ChartData => {
  const texts = reportTexts.value
  return {
    kind: 'bars',
    labels: lines.map(({ name }) => named(name)),
    of: 'shares',
    goal,
    text: (value) => figureText('rate', value),
    series: [
      { label: texts.responded, tone: 'first', values: lines.map(({ respondedInTime }) => respondedInTime.value) },
      { label: texts.restored, tone: 'second', values: lines.map(({ restoredInTime }) => restoredInTime.value) },
    ],
  }
}

const Row = ({ month, by, line }: { readonly month: string; readonly by: CutBy; readonly line: Line }) => (
  <tr>
    <th scope="row" dir="auto">
      {named(line.name)}
    </th>
    {FIGURES.map(([key, id, unit]) => {
      const { value, lastMonth, lastYear } = line[key]
      return [
        <td key={id} class="number now">
          <a href={behindHref({ month, id, cut: { by, of: line.of } })}>{figureText(unit, value)}</a>
        </td>,
        <td key={`${id}-month`}>
          <Compared unit={unit} now={value} then={lastMonth} />
        </td>,
        <td key={`${id}-year`}>
          <Compared unit={unit} now={value} then={lastYear} />
        </td>,
      ]
    })}
  </tr>
)

const CutTable = ({ month, cut }: { readonly month: string; readonly cut: Cut }) => {
  const texts = reportTexts.value
  const name = named(cut.name)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways, by keyboard too
    <section class="wide-table" tabIndex={0} aria-label={name}>
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {name}
            </th>
            {[texts.tickets, texts.responded, texts.restored].map((figure) => (
              <th key={figure} scope="colgroup" colSpan={3}>
                {figure}
              </th>
            ))}
          </tr>
          <tr>
            {FIGURES.map(([key]) =>
              [texts.now, texts.lastMonth, texts.lastYear].map((when) => (
                <th key={`${key}-${when}`} scope="col">
                  {when}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {cut.lines.map((line) => (
            <Row key={line.of ?? ''} month={month} by={cut.by} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The most tickets first; priorities in their own order. */
const inOrder = (cut: Cut): Cut =>
  cut.by === 'priority' ? { ...cut, lines: cut.lines.toSorted((a, b) => Number(a.of) - Number(b.of)) } : cut

const Charts = ({ report, cut }: { readonly report: ReportView; readonly cut: Cut }) => {
  const texts = reportTexts.value
  const lines = cut.lines.slice(0, MOST_DRAWN)
  const goal = report.figures.find(({ id }) => id === 'restored-in-time')?.goal ?? null
  const by = named(cut.name)
  return (
    <>
      <div class="cut-charts">
        <ChartFigure data={ticketsChart(lines, report.history)} label={texts.chart.tickets(by)} />
        <ChartFigure data={ratesChart(lines, goal)} label={texts.chart.rates(by)} />
      </div>
      {cut.lines.length > MOST_DRAWN && <p class="muted">{texts.chart.first(MOST_DRAWN)}</p>}
    </>
  )
}

/** REP-2: volumes and both rates by kind, priority, service …, as a picture and as a table. */
export const CutSection = ({ report }: { readonly report: ReportView }) => {
  const texts = reportTexts.value
  const cuts = report.cuts.filter(({ by }) => by !== 'fault')
  const chosen = cuts.find(({ by }) => by === param('by')) ?? cuts.find(({ by }) => by === 'priority')
  if (!chosen) return null
  const cut = inOrder(chosen)
  return (
    <section class="card stack" aria-labelledby="cuts">
      <h2 id="cuts">{texts.cuts}</h2>
      <nav class="tabs not-printed" aria-label={texts.cutBy}>
        {cuts.map(({ by, name }) => (
          <a key={by} href={withParams({ by })} aria-current={by === cut.by ? 'true' : undefined}>
            {named(name)}
          </a>
        ))}
      </nav>
      {cut.lines.length === 0 ? (
        <p class="muted">{texts.none}</p>
      ) : (
        <>
          <Charts report={report} cut={cut} />
          <CutTable month={report.month} cut={cut} />
        </>
      )}
    </section>
  )
}
