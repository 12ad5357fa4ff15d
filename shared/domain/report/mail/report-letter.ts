import type { Language } from '../../language.ts'
import { instantText } from '../../notice/rendering/instant-text.ts'
import { cut, oneLine } from '../../notice/rendering/safe-text.ts'
import type { Actor } from '../../people/actor.ts'
import type { Desk } from '../../setting/desk.ts'
import type { BacklogRow } from '../backlog.ts'
import { isRowKeptFrom } from '../kept-from.ts'
import type { CutLine, MonthReport, ReportFigure } from '../month-report.ts'
import type { Edition } from '../report.ts'
import type { ReportRow } from '../row.ts'
import { REPORT_TEXTS } from '../texts/report-texts.ts'
import { REPORT_WORDS, type ReportWords } from '../texts/report-words.ts'
import { figureText, lineName, monthText } from '../wording.ts'

/** A number beside what it was: `▲ 87` says it was 87 and is more now. */
type Compared = { readonly now: string; readonly lastMonth: string; readonly lastYear: string }

export type Goal = Compared & {
  readonly name: string
  readonly verdict: 'met' | 'missed' | null
  readonly detail: string
}

export type Bar = { readonly name: string; readonly share: number | null; readonly text: string }

/** Tickets one by one: each leads to itself. */
export type Listing = {
  readonly heading: string
  readonly lines: readonly { readonly label: string; readonly url: string | null; readonly text: string }[]
  readonly notes: readonly string[]
}

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

/** Enough to know what went wrong in a month; a mail stays below 100 kB (REP-3). */
const MOST_LISTED = 20
const MOST_BARS = 8
const LONGEST = { name: 60, title: 100, comment: 200 } as const

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
        detail: `${words.of(count(numerator), count(denominator))}, ${words.goal(figureText('rate', goal, language))}`,
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

type Named = Pick<BacklogRow, 'number' | 'title' | 'group' | 'security' | 'assignee' | 'requester'>

const listing = <Row extends Named>(
  heading: string,
  rows: readonly Row[],
  reader: Reader,
  about: (row: Row) => string,
): Listing => {
  const words = REPORT_WORDS[reader.language]
  const shown = rows.filter((row) => !isRowKeptFrom(row, reader.actor))
  const withheld = rows.length - shown.length
  const more = shown.length - MOST_LISTED
  return {
    heading,
    lines: shown.slice(0, MOST_LISTED).map((row) => ({
      label: row.number,
      url: `${reader.publicUrl}/tickets/${row.number}`,
      text: [cut(oneLine(row.title), LONGEST.title), about(row)].filter((part) => part !== '').join(' – '),
    })),
    notes: [
      ...(rows.length === 0 ? [words.none] : []),
      ...(more > 0 ? [words.more(more)] : []),
      ...(withheld > 0 ? [words.withheld(withheld)] : []),
    ],
  }
}

/** Whom the mail is for; it names no ticket that is kept from them (PRI-9). */
export type Reader = {
  readonly name: string
  readonly language: Language
  readonly actor: Actor
  readonly publicUrl: string
}

const ratingText = ({ satisfaction, ratingReview, ratingReviewed }: ReportRow, words: ReportWords): string => {
  if (!satisfaction || !('score' in satisfaction)) return ''
  const comment = satisfaction.comment === null ? '' : `: ${cut(oneLine(satisfaction.comment), LONGEST.comment)}`
  const found = ratingReviewed
    ? `${words.reviewDone}: ${cut(oneLine(ratingReviewed.finding), LONGEST.comment)}`
    : words.reviewDone
  return `${words.score(satisfaction.score)}${comment} (${ratingReview === 'done' ? found : words.reviewOpen})`
}

const faultsIn = (report: MonthReport, desk: Desk, reader: Reader): Listing => {
  const words = REPORT_WORDS[reader.language]
  const faults = report.cuts.find(({ by }) => by === 'fault')?.lines ?? []
  return {
    heading: words.headings.recurring,
    lines: faults.slice(0, MOST_LISTED).map(({ of, figures }) => ({
      label: cut(lineName('fault', of, desk, reader.language), LONGEST.title),
      url: null,
      text: words.tickets(figureText('tickets', figures.tickets.numerator, reader.language)),
    })),
    notes: [
      ...(faults.length === 0 ? [words.none] : []),
      ...(faults.length > MOST_LISTED ? [words.more(faults.length - MOST_LISTED)] : []),
    ],
  }
}

const listingsIn = (report: MonthReport, desk: Desk, reader: Reader): readonly Listing[] => {
  const words = REPORT_WORDS[reader.language]
  const { headings } = words
  const inMonth = new Set(report.badRatings.map(({ number }) => number))
  const earlier = report.openReviews.filter(({ number }) => !inMonth.has(number))
  return [
    listing(headings.badRatings, report.badRatings, reader, (row) => ratingText(row, words)),
    ...(earlier.length === 0 ? [] : [listing(headings.openReviews, earlier, reader, () => '')]),
    listing(headings.majors, report.majors, reader, ({ major }) => (major === 'candidate' ? words.majorCandidate : '')),
    ...(report.postRegistered.length === 0
      ? []
      : [listing(headings.postRegistered, report.postRegistered, reader, () => '')]),
    faultsIn(report, desk, reader),
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
