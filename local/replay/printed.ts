import type { Language } from '../../shared/domain/language.ts'
import type { MonthReport } from '../../shared/domain/report/month-report.ts'
import { REPORT_TEXTS } from '../../shared/domain/report/texts/report-texts.ts'
import { REPORT_WORDS } from '../../shared/domain/report/texts/report-words.ts'
import { figureText, lineName, monthText } from '../../shared/domain/report/wording.ts'
import { printedReconciliation, section, tallied, withExamples } from '../history/printed.ts'
import { RECONCILIATION_TEXTS } from '../history/reconciliation-texts.ts'
import { tableLines } from '../history/table-lines.ts'
import type { Replayed } from './replay-log.ts'
import { REPLAY_TEXTS } from './texts.ts'

export type Cost = { readonly seconds: number; readonly processorSeconds: number; readonly memoryMb: number }

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
  const { headings } = texts
  const { none } = RECONCILIATION_TEXTS[language]
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
    ...printedReconciliation(replayed.reconciliation, language),
    ...section(headings.escalations, tallied(replayed.escalations, none)),
    ...section(headings.sent, tallied(replayed.sent, none)),
    ...section(headings.refused, withExamples(replayed.refused, replayed.examples, language)),
    ...section(
      headings.unreadable,
      unreadable.length === 0 ? [none] : unreadable.map(({ line, why }) => `${line}: ${why.replaceAll('\n', ' ')}`),
    ),
    ...replayed.reports.flatMap((report) => reportLines(report, replayed, language)),
  ]
}
