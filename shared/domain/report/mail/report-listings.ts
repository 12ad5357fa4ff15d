import type { Language } from '../../language.ts'
import { cut, oneLine } from '../../notice/rendering/safe-text.ts'
import type { Actor } from '../../people/actor.ts'
import type { Desk } from '../../setting/desk.ts'
import type { BacklogRow } from '../backlog.ts'
import { isRowKeptFrom } from '../kept-from.ts'
import type { MonthReport } from '../month-report.ts'
import type { ReportRow } from '../row.ts'
import { REPORT_WORDS, type ReportWords } from '../texts/report-words.ts'
import { figureText, lineName, monthText } from '../wording.ts'

/** Tickets one by one: each leads to itself. */
export type Listing = {
  readonly heading: string
  readonly lines: readonly { readonly label: string; readonly url: string | null; readonly text: string }[]
  readonly notes: readonly string[]
}

/** Enough to know what went wrong in a month; a mail stays below 100 kB (REP-3). */
const MOST_LISTED = 20

/** How much of a text a mail shows. */
export const LONGEST = { name: 60, title: 100, comment: 200 } as const

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

/** INT-12: what one person alone says counts, but the reader is told so. */
const unconfirmedText = ({ unconfirmed }: ReportRow, words: ReportWords): string =>
  unconfirmed ? words.unconfirmed : ''

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

/** REP-5: what was decided and is not done yet. */
const measuresIn = ({ measures }: MonthReport, { language, publicUrl }: Reader): Listing => {
  const words = REPORT_WORDS[language]
  return {
    heading: words.headings.measures,
    lines: measures.slice(0, MOST_LISTED).map(({ number, title, owner, dueOn, overdue, review }) => ({
      label: number,
      url: `${publicUrl}/improvement/${number}`,
      text: [
        cut(oneLine(title), LONGEST.title),
        words.measure(cut(oneLine(owner.name), LONGEST.name), dueOn),
        ...(overdue ? [words.overdue] : []),
        ...(review === null ? [] : [words.fromReview(monthText(review, language))]),
      ].join(' – '),
    })),
    notes: [
      ...(measures.length === 0 ? [words.none] : []),
      ...(measures.length > MOST_LISTED ? [words.more(measures.length - MOST_LISTED)] : []),
    ],
  }
}

/** What the mail names one by one, without what is kept from its reader. */
export const listingsIn = (report: MonthReport, desk: Desk, reader: Reader): readonly Listing[] => {
  const words = REPORT_WORDS[reader.language]
  const { headings } = words
  const inMonth = new Set(report.badRatings.map(({ number }) => number))
  const earlier = report.openReviews.filter(({ number }) => !inMonth.has(number))
  return [
    listing(headings.badRatings, report.badRatings, reader, (row) => ratingText(row, words)),
    ...(earlier.length === 0 ? [] : [listing(headings.openReviews, earlier, reader, () => '')]),
    listing(headings.majors, report.majors, reader, (row) =>
      row.major === 'candidate' ? words.majorCandidate : unconfirmedText(row, words),
    ),
    ...(report.postRegistered.length === 0
      ? []
      : [listing(headings.postRegistered, report.postRegistered, reader, (row) => unconfirmedText(row, words))]),
    faultsIn(report, desk, reader),
    measuresIn(report, reader),
  ]
}
