import type { Language } from '../../shared/domain/language.ts'
import { monthText } from '../../shared/domain/report/wording.ts'
import { printedReconciliation, section, withExamples } from '../history/printed.ts'
import { RECONCILIATION_TEXTS } from '../history/reconciliation-texts.ts'
import { tableLines } from '../history/table-lines.ts'
import type { Tally } from '../history/tallies.ts'
import type { Imported } from './import-log.ts'
import { NAMED, type UnknownName } from './names.ts'
import { IMPORT_TEXTS } from './texts.ts'

/** More names of one kind than anybody reads; the file of what was left says nothing of them, so their number stands behind. */
const MOST_NAMES = 40

const inWords = ({ whyLeft, examples }: Imported, language: Language) => {
  const { why } = IMPORT_TEXTS[language]
  const said = (reason: string): string => {
    const [kind = '', ...detail] = reason.split(': ')
    const words = why[kind as keyof typeof why]
    return detail.length === 0 ? words : `${words}: ${detail.join(': ').replaceAll('\n', ' ')}`
  }
  return {
    counts: new Map([...whyLeft].map(([reason, n]) => [said(reason), n] as const)),
    examples: new Map(
      [...examples].map(([reason, few]) => [whyLeft.has(reason) ? said(reason) : reason, few] as const),
    ),
  }
}

const namesLines = (
  of: UnknownName['of'],
  names: Tally,
  language: Language,
): readonly (readonly [string, string])[] => {
  const shown = [...names]
    .slice(0, MOST_NAMES)
    .map(([name, n]) => [`${IMPORT_TEXTS[language].unknown[of]}: ${name}`, String(n)] as const)
  const more = names.size - shown.length
  return more > 0 ? [...shown, [`${IMPORT_TEXTS[language].unknown[of]}: … +${more}`, '']] : shown
}

const unknownLines = ({ unknown }: Imported, language: Language): readonly string[] => {
  const lines = NAMED.flatMap((of) => namesLines(of, unknown[of], language))
  return lines.length === 0 ? [RECONCILIATION_TEXTS[language].none] : tableLines(lines)
}

const reportedLines = ({ reported }: Imported, language: Language): readonly string[] => {
  const { headings, reportAgain } = IMPORT_TEXTS[language]
  if (reported.length === 0) return []
  return section(headings.reported, [reportAgain, ...reported.map((month) => monthText(month, language))])
}

/** API-3: the reconciliation report of an import, line by line. */
export const printedImport = (
  imported: Imported,
  { dryRun, language }: { readonly dryRun: boolean; readonly language: Language },
): readonly string[] => {
  const texts = IMPORT_TEXTS[language]
  const { counts, examples } = inWords(imported, language)
  return [
    ...tableLines([
      [dryRun ? texts.wouldBeTaken : texts.taken, String(imported.taken)],
      [texts.here, String(imported.here)],
      [texts.left, String(imported.left)],
      [texts.entries, String(imported.entries)],
    ]),
    ...section(texts.headings.left, withExamples(counts, examples, language)),
    ...section(texts.headings.refused, withExamples(imported.refused, examples, language)),
    ...section(texts.headings.unknown, unknownLines(imported, language)),
    ...printedReconciliation(imported.reconciliation, language),
    ...reportedLines(imported, language),
  ]
}
