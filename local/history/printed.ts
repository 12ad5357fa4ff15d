import type { Language } from '../../shared/domain/language.ts'
import type { Reconciliation } from './reconciliation.ts'
import { RECONCILIATION_TEXTS } from './reconciliation-texts.ts'
import { tableLines } from './table-lines.ts'
import type { Tally } from './tallies.ts'

const MINUTES = 60
const EXAMPLES = 20

/** More reasons than anybody reads: when every line is wrong in its own way, the first of them say enough. */
const MOST_REASONS = 40

export const section = (heading: string, lines: readonly string[]): readonly string[] => ['', `== ${heading}`, ...lines]

export const tallied = (counts: Tally, none: string): readonly string[] =>
  counts.size === 0 ? [none] : tableLines([...counts].map(([name, count]) => [name, String(count)]))

/** A dash for what the log has no column for. */
const said = (value: number | null, as: (value: number) => string = String): string =>
  value === null ? '–' : as(value)

const totals = ({ totals: of }: Reconciliation, language: Language): readonly string[] => {
  const texts = RECONCILIATION_TEXTS[language]
  const hours = (minutes: number): string => (minutes / MINUTES).toFixed(1)
  return tableLines([
    ['', texts.desk, texts.alone, texts.column],
    [texts.reassignments, String(of.desk.reassignments), String(of.naive.reassignments), said(of.log.reassignments)],
    [texts.waiting, hours(of.desk.waitedMinutes), hours(of.naive.waitedMinutes), said(of.log.waitedMinutes, hours)],
    [texts.restored, String(of.desk.restoredInTime), '', said(of.log.restoredInTime)],
  ])
}

const differences = (reconciliation: Reconciliation, language: Language): readonly string[] => {
  const texts = RECONCILIATION_TEXTS[language]
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

const equality = ({ unequal }: Reconciliation, language: Language): readonly string[] => {
  const texts = RECONCILIATION_TEXTS[language]
  if (unequal.length === 0) return ['', texts.equal]
  const shown = unequal.slice(0, EXAMPLES).map((each) => `${each.case}: ${each.what} ${each.desk} ≠ ${each.naive}`)
  return section(`${texts.unequal}: ${unequal.length}`, shown)
}

export const withExamples = (
  counts: Tally,
  examples: ReadonlyMap<string, readonly string[]>,
  language: Language,
): readonly string[] => {
  const { none, example } = RECONCILIATION_TEXTS[language]
  if (counts.size === 0) return [none]
  const shown = [...counts].slice(0, MOST_REASONS)
  const more = counts.size - shown.length
  return tableLines([
    ...shown.map(([why, n]) => [why, String(n), `${example} ${(examples.get(why) ?? []).join(', ')}`]),
    ...(more > 0 ? [[`… +${more}`]] : []),
  ])
}

/** API-3, REP-4: how the desk's figures compare with a count over the log alone, and with the log's own columns. */
export const printedReconciliation = (reconciliation: Reconciliation, language: Language): readonly string[] => {
  const texts = RECONCILIATION_TEXTS[language]
  return [
    ...section(texts.totals, totals(reconciliation, language)),
    ...equality(reconciliation, language),
    ...section(texts.differences, differences(reconciliation, language)),
  ]
}
