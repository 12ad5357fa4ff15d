import type { ReportTicketView, ReportView } from '../../../shared/contract/report-view.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Texts } from '../../../shared/domain/language.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { BacklogRow } from '../../../shared/domain/report/backlog.ts'
import type { CutBy } from '../../../shared/domain/report/cuts.ts'
import { isRowKeptFrom } from '../../../shared/domain/report/kept-from.ts'
import type { CutLine, MonthReport, ReportFigure } from '../../../shared/domain/report/month-report.ts'
import { outcomeOf, waitedMsOf } from '../../../shared/domain/report/outcome.ts'
import type { Edition } from '../../../shared/domain/report/report.ts'
import type { ReportRow } from '../../../shared/domain/report/row.ts'
import { REPORT_TEXTS, type ReportTexts } from '../../../shared/domain/report/texts/report-texts.ts'
import { lineName } from '../../../shared/domain/report/wording.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'

const inBoth = (of: (texts: ReportTexts) => string): Texts => ({
  'zh-CN': of(REPORT_TEXTS['zh-CN']),
  en: of(REPORT_TEXTS.en),
})

/** The row of a ticket for people; nobody is named in it. */
export const rowView = (row: ReportRow, asOf: Instant): ReportTicketView => {
  const { number, title, kind, class: of, state, priority, category, service, item, group, channel, department } = row
  const { recordedAt, respondedAt, resolvedAt, closedAt, reassignments, major, postRegistered, overrunAgreed } = row
  const { satisfaction, ratingReview, problem } = row
  return {
    ...{ number, title, kind, class: of, state, priority, category, service, item, group, channel, department },
    ...{ recordedAt, respondedAt, resolvedAt, closedAt },
    responded: outcomeOf(row.respond, asOf),
    restored: outcomeOf(row.restore, asOf),
    dueAt: row.restore?.dueAt ?? null,
    waitedMinutes: waitedMsOf(row, asOf) / 60_000,
    reassignments,
    escalations: Object.values(row.escalations).reduce((sum, times) => sum + times, 0),
    ...{ major, postRegistered, overrunAgreed },
    registrationConfirmed: postRegistered ? row.unconfirmed !== true : null,
    score: satisfaction && 'score' in satisfaction ? satisfaction.score : null,
    comment: satisfaction && 'score' in satisfaction ? satisfaction.comment : null,
    ratingReview,
    finding: row.ratingReviewed?.finding ?? null,
    problem,
  }
}

/** What is known of an open ticket of the backlog. */
export const backlogView = (row: BacklogRow): ReportTicketView => {
  const { number, title, state, priority, group, channel, recordedAt, dueAt } = row
  return {
    ...{ number, title, state, priority, group, channel, recordedAt, dueAt },
    ...{ kind: null, class: null, category: null, service: null, item: null, department: null },
    ...{ respondedAt: null, resolvedAt: null, closedAt: null, responded: null, restored: null, waitedMinutes: null },
    ...{ reassignments: null, escalations: null, major: null, postRegistered: null, registrationConfirmed: null },
    ...{ overrunAgreed: null, score: null, comment: null, ratingReview: null, finding: null, problem: null },
  }
}

const shown = <Row extends BacklogRow | ReportRow>(
  rows: readonly Row[],
  actor: Actor,
  view: (row: Row) => ReportTicketView,
): ReportView['majors'] => {
  const visible = rows.filter((row) => !isRowKeptFrom(row, actor))
  return { items: visible.map(view), withheld: rows.length - visible.length }
}

const figureView = (figure: ReportFigure): ReportView['figures'][number] => ({
  ...figure,
  name: inBoth(({ figures }) => figures[figure.id].name),
  definition: inBoth(({ figures }) => figures[figure.id].definition),
})

const lineView = (by: CutBy, { of, figures }: CutLine, desk: Desk): ReportView['cuts'][number]['lines'][number] => ({
  of,
  name: { 'zh-CN': lineName(by, of, desk, 'zh-CN'), en: lineName(by, of, desk, 'en') },
  tickets: figures.tickets,
  respondedInTime: figures['responded-in-time'],
  restoredInTime: figures['restored-in-time'],
})

/** What a report shows to one of its readers: every number, and the tickets that are not kept from them (PRI-9). */
export const reportView = (report: MonthReport, edition: Edition | null, actor: Actor, desk: Desk): ReportView => {
  const { month, timeZone, asOf, history, figures, cuts } = report
  return {
    ...{ month, timeZone, asOf, history },
    edition: edition?.edition ?? null,
    provisional: edition === null,
    correction: edition?.correction ?? null,
    figures: figures.map(figureView),
    cuts: cuts.map(({ by, lines }) => ({
      by,
      name: inBoth((texts) => texts.cuts[by]),
      lines: lines.map((line) => lineView(by, line, desk)),
    })),
    badRatings: shown(report.badRatings, actor, (row) => rowView(row, asOf)),
    openReviews: shown(report.openReviews, actor, backlogView),
    majors: shown(report.majors, actor, (row) => rowView(row, asOf)),
    postRegistered: shown(report.postRegistered, actor, (row) => rowView(row, asOf)),
    measures: report.measures.map(({ owner, progress, ...measure }) => ({
      ...measure,
      owner: owner.name,
      progress: progress?.text ?? null,
    })),
    rules: REPORT_TEXTS.en.rules.map((_, index) => inBoth(({ rules }) => rules[index] ?? '')),
  }
}
