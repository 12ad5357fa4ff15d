import type { Language } from '../../language.ts'
import { instantText } from '../../notice/rendering/instant-text.ts'
import { cut, oneLine } from '../../notice/rendering/safe-text.ts'
import type { Desk } from '../../setting/desk.ts'
import type { CutLine, MonthReport, ReportFigure } from '../month-report.ts'
import type { Edition } from '../report.ts'
import { REPORT_TEXTS } from '../texts/report-texts.ts'
import { REPORT_WORDS, type ReportWords } from '../texts/report-words.ts'
import { figureText, goalText, lineName, monthText } from '../wording.ts'
import { type Listing, LONGEST, listingsIn, type Reader } from './report-listings.ts'

/** A number beside what it was: `▲ 87` says it was 87 and is more now. */
type Compared = { readonly now: string; readonly lastMonth: string; readonly lastYear: string }

export type Goal = Compared & {
  readonly name: string
  readonly verdict: 'met' | 'missed' | null
  readonly detail: string
}

export type Bar = { readonly name: string; readonly share: number | null; readonly text: string }

/** The report's mail before it is text or HTML, in one person's language. */
export type ReportLetter = {
  readonly language: Language
  readonly subject: string
  readonly greeting: string
  readonly notes: readonly string[]
  readonly goals: readonly Goal[]
  readonly headline: readonly (Compared & { readonly name: string })[]
  readonly bars: readonly { readonly heading: string; readonly bars: readonly Bar[] }[]
  readonly listings: readonly Listing[]
  readonly rules: readonly string[]
  readonly url: string
  readonly words: ReportWords
  readonly footer: string
}

const MOST_BARS = 8

const HEADLINE = [
  'tickets',
  'backlog',
  'backlog-overdue',
  'majors',
  'overruns-silent',
  'overruns-agreed',
  'reassignments',
  'escalations-matrix',
  'escalations-missed-target',
  'escalations-manual',
  'escalations-reassignments',
  'waiting-time',
  'satisfaction',
  'satisfaction-coverage',
  'bad-ratings',
  'problems',
  'post-registered',
  'post-registered-unconfirmed',
  'returned',
] as const satisfies readonly ReportFigure['id'][]

const figureIn = ({ figures }: MonthReport, id: ReportFigure['id']): ReportFigure | null =>
  figures.find((figure) => figure.id === id) ?? null

const then = (figure: ReportFigure, past: number | null, language: Language): string => {
  if (past === null) return '–'
  const text = figureText(figure.unit, past, language)
  if (figure.value === null) return text
  return `${figure.value > past ? '▲' : figure.value < past ? '▼' : '='} ${text}`
}

const compared = (figure: ReportFigure, language: Language): Compared => ({
  now: figureText(figure.unit, figure.value, language),
  lastMonth: then(figure, figure.lastMonth, language),
  lastYear: then(figure, figure.lastYear, language),
})

const goalsIn = (report: MonthReport, language: Language): readonly Goal[] =>
  report.figures.flatMap((figure): readonly Goal[] => {
    const { id, goal, value, numerator, denominator } = figure
    if (goal === null) return []
    const words = REPORT_WORDS[language]
    const count = (number: number) => figureText('tickets', number, language)
    return [
      {
        name: REPORT_TEXTS[language].figures[id].name,
        verdict: value === null ? null : value >= goal ? 'met' : 'missed',
        detail: `${words.of(count(numerator), count(denominator))}, ${words.goal(goalText(goal, language))}`,
        ...compared(figure, language),
      },
    ]
  })

const headlineIn = (report: MonthReport, language: Language): ReportLetter['headline'] =>
  HEADLINE.flatMap((id) => {
    const figure = figureIn(report, id)
    return figure ? [{ name: REPORT_TEXTS[language].figures[id].name, ...compared(figure, language) }] : []
  })

const barOf = (name: string, { figures }: CutLine, language: Language): Bar => {
  const { value, numerator, denominator } = figures['restored-in-time']
  const count = REPORT_WORDS[language].of(
    figureText('tickets', numerator, language),
    figureText('tickets', denominator, language),
  )
  return {
    name: cut(oneLine(name), LONGEST.name),
    share: value,
    text: `${figureText('rate', value, language)} (${count})`,
  }
}

const linesBy = (report: MonthReport, by: 'priority' | 'group'): readonly CutLine[] =>
  report.cuts.find((each) => each.by === by)?.lines ?? []

const barsIn = (report: MonthReport, desk: Desk, language: Language): ReportLetter['bars'] => {
  const { headings } = REPORT_WORDS[language]
  const bars = (by: 'priority' | 'group', lines: readonly CutLine[]) =>
    lines.map((line) => barOf(lineName(by, line.of, desk, language), line, language))
  const goal = figureIn(report, 'restored-in-time')?.goal ?? 1
  const rate = ({ figures }: CutLine) => figures['restored-in-time'].value ?? 1
  const worst = linesBy(report, 'group')
    .filter((line) => rate(line) < goal)
    .toSorted((a, b) => rate(a) - rate(b))
    .slice(0, MOST_BARS)
  const priorities = linesBy(report, 'priority').toSorted((a, b) => Number(a.of) - Number(b.of))
  return [
    { heading: headings.byPriority, bars: bars('priority', priorities) },
    { heading: headings.worstQueues, bars: bars('group', worst) },
  ]
}

/** REP-3: the mail of an edition to one of its readers; it follows from these alone, so that sent again it is the same. */
export const reportLetter = (
  report: MonthReport,
  { edition, correction }: Pick<Edition, 'edition' | 'correction'>,
  desk: Desk,
  reader: Reader,
  deskName: string,
): ReportLetter => {
  const { language } = reader
  const words = REPORT_WORDS[language]
  const month = monthText(report.month, language)
  return {
    language,
    subject: `${cut(oneLine(deskName), LONGEST.name)} – ${words.subject(month)}`,
    greeting: words.greeting(cut(oneLine(reader.name), LONGEST.name)),
    notes: [
      ...(correction
        ? [words.corrected(edition, oneLine(correction.by.name), cut(oneLine(correction.why), LONGEST.comment))]
        : []),
      words.asOf(instantText(report.asOf, language, report.timeZone)),
    ],
    goals: goalsIn(report, language),
    headline: headlineIn(report, language),
    bars: barsIn(report, desk, language),
    listings: listingsIn(report, desk, reader),
    rules: REPORT_TEXTS[language].rules,
    url: `${reader.publicUrl}/reports/${report.month}`,
    words,
    footer: words.footer(cut(oneLine(deskName), LONGEST.name)),
  }
}
