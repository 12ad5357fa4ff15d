import type { Language } from '../../shared/domain/language.ts'
import type { MonthReport } from '../../shared/domain/report/month-report.ts'
import { REPORT_TEXTS } from '../../shared/domain/report/texts/report-texts.ts'
import { REPORT_WORDS } from '../../shared/domain/report/texts/report-words.ts'
import { figureText, lineName, monthText } from '../../shared/domain/report/wording.ts'
import { tableLines } from '../history/table-lines.ts'
import type { Tally } from '../history/tallies.ts'
import type { Replayed } from './replay-log.ts'
import { REPLAY_TEXTS } from './texts.ts'

const MINUTES = 60
const EXAMPLES = 20

export type Cost = { readonly seconds: number; readonly processorSeconds: number; readonly memoryMb: number }

const section = (heading: string, lines: readonly string[]): readonly string[] => ['', `== ${heading}`, ...lines]

const tallied = (counts: Tally, none: string): readonly string[] =>
  counts.size === 0 ? [none] : tableLines([...counts].map(([name, count]) => [name, String(count)]))

const totals = ({ reconciliation: { totals: of } }: Replayed, language: Language): readonly string[] => {
  const texts = REPLAY_TEXTS[language]
  const hours = (minutes: number): string => (minutes / MINUTES).toFixed(1)
  return tableLines([
    ['', texts.desk, texts.alone, texts.column],
    [texts.reassignments, String(of.desk.reassignments), String(of.naive.reassignments), String(of.log.reassignments)],
    [texts.waiting, hours(of.desk.waitedMinutes), hours(of.naive.waitedMinutes), hours(of.log.waitedMinutes)],
    [texts.restored, String(of.desk.restoredInTime), '', String(of.log.restoredInTime)],
  ])
}

const differences = ({ reconciliation }: Replayed, language: Language): readonly string[] => {
  const texts = REPLAY_TEXTS[language]
  const named = (what: string, counts: Tally): readonly (readonly [string, string])[] =>
    [...counts].map(([reasons, count]) => {
      const names = reasons.split(' + ').map((reason) => texts.why[`${what}: ${reason}`] ?? `${what}: ${reason}`)
      return [names.join('; '), String(count)]
    })
  const lines = [
    ...named('reassignments', reconciliation.reassignmentsDiffer),
    ...named('waiting', reconciliation.waitingDiffers),
    ...named('priority', reconciliation.prioritiesDiffer),
  ]
  return lines.length === 0 ? [texts.none] : tableLines(lines)
}

const equality = ({ reconciliation: { unequal } }: Replayed, language: Language): readonly string[] => {
  const texts = REPLAY_TEXTS[language]
  if (unequal.length === 0) return ['', texts.equal]
  const shown = unequal.slice(0, EXAMPLES).map((each) => `${each.case}: ${each.what} ${each.desk} ≠ ${each.naive}`)
  return section(`${texts.unequal}: ${unequal.length}`, shown)
}

const refusals = ({ refused, examples }: Replayed, language: Language): readonly string[] => {
  const { none, example } = REPLAY_TEXTS[language]
  if (refused.size === 0) return [none]
  return tableLines(
    [...refused].map(([why, n]) => [why, String(n), `${example} ${(examples.get(why) ?? []).join(', ')}`]),
  )
}

const reportLines = (report: MonthReport, { desk }: Replayed, language: Language): readonly string[] => {
  const { figures, cuts } = REPORT_TEXTS[language]
  const { columns } = REPORT_WORDS[language]
  const rows = report.figures.map(({ id, unit, value, numerator, denominator, lastMonth, lastYear }) => [
    figures[id].name,
    figureText(unit, value, language),
    unit === 'rate' ? `${numerator} / ${denominator}` : '',
    figureText(unit, lastMonth, language),
    figureText(unit, lastYear, language),
  ])
  const byPriority = report.cuts.find(({ by }) => by === 'priority')?.lines ?? []
  return [
    ...section(`${REPLAY_TEXTS[language].headings.month} ${monthText(report.month, language)}`, []),
    ...tableLines([[columns.figure, columns.now, '', columns.lastMonth, columns.lastYear], ...rows]),
    '',
    ...tableLines([
      [cuts.priority, ...(['tickets', 'responded-in-time', 'restored-in-time'] as const).map((id) => figures[id].name)],
      ...byPriority.map(({ of, figures: by }) => [
        lineName('priority', of, desk, language),
        figureText('tickets', by.tickets.value, language),
        figureText('rate', by['responded-in-time'].value, language),
        figureText('rate', by['restored-in-time'].value, language),
      ]),
    ]),
  ]
}

/** Everything a replay has to say, line by line. */
export const printedReplay = (replayed: Replayed, cost: Cost, language: Language): readonly string[] => {
  const texts = REPLAY_TEXTS[language]
  const { headings, none } = texts
  const { unreadable } = replayed
  return [
    ...tableLines([
      [texts.cases, String(replayed.cases)],
      [texts.entries, String(replayed.entries)],
      [texts.events, String(replayed.events)],
      [texts.seconds, cost.seconds.toFixed(1)],
      [texts.processor, cost.processorSeconds.toFixed(1)],
      [texts.memory, cost.memoryMb.toFixed(0)],
    ]),
    ...section(headings.totals, totals(replayed, language)),
    ...equality(replayed, language),
    ...section(headings.differences, differences(replayed, language)),
    ...section(headings.escalations, tallied(replayed.escalations, none)),
    ...section(headings.sent, tallied(replayed.sent, none)),
    ...section(headings.refused, refusals(replayed, language)),
    ...section(
      headings.unreadable,
      unreadable.length === 0 ? [none] : unreadable.map(({ line, why }) => `${line}: ${why.replaceAll('\n', ' ')}`),
    ),
    ...replayed.reports.flatMap((report) => reportLines(report, replayed, language)),
  ]
}
