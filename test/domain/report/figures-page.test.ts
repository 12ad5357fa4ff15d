import { describe, expect, test } from 'vitest'
import { BACKLOG_FIGURE_IDS } from '../../../shared/domain/report/backlog.ts'
import { CUT_BYS } from '../../../shared/domain/report/cuts.ts'
import { FIGURE_IDS } from '../../../shared/domain/report/figures.ts'
import { REPORT_TEXTS } from '../../../shared/domain/report/texts/report-texts.ts'
import { reportOf, resultIn } from './counted.ts'

const COUNTED_AS = {
  tickets: 'number of tickets',
  times: 'sum over the tickets',
  rate: 'numerator / denominator',
  score: 'mean of the tickets',
  ms: 'mean of the tickets',
} as const

const page = (): string => {
  const { figures, rules, cuts } = REPORT_TEXTS.en
  const report = reportOf([])
  const line = (id: (typeof FIGURE_IDS)[number] | (typeof BACKLOG_FIGURE_IDS)[number]) => {
    const { requirement, unit, goal } = resultIn(report, id)
    const aim = goal === null ? '' : `, goal ${goal * 100} %`
    return `| \`${id}\` | ${figures[id].name} | ${figures[id].definition} | ${COUNTED_AS[unit]}${aim} | ${requirement} |`
  }
  const head = '| id | figure | tickets behind it | value | requirement |\n|---|---|---|---|---|'
  return `# Figures of the monthly report

Written by \`test/domain/report/figures-page.test.ts\` from \`shared/domain/report\`, where each figure is defined once; the same words stand
under every report. To write it again: \`npx vitest run -u test/domain/report/figures-page.test.ts\`.

## What holds for all

${rules.map((rule) => `- ${rule}`).join('\n')}

## Of the month's tickets

A figure has a numerator and a denominator: the sum of what each ticket adds, and the number of tickets it is counted among. These are
the tickets behind it.

${head}
${FIGURE_IDS.map(line).join('\n')}

## Of what is open

${head}
${BACKLOG_FIGURE_IDS.map(line).join('\n')}

## Cuts

Tickets and both rates are also shown by: ${CUT_BYS.map((by) => cuts[by].toLowerCase()).join(', ')}.
`
}

test('docs/figures.md says what the code counts [REP-1]', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/figures.md')
})

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test('every figure has its own name and a definition', () => {
    const texts = Object.values(REPORT_TEXTS[language].figures)
    expect(new Set(texts.map(({ name }) => name)).size).toBe(texts.length)
    for (const { name, definition } of texts) {
      expect(name.trim()).not.toBe('')
      expect(definition).toMatch(/[.。]$/)
    }
  })

  test('the rules are as many as in the other language', () => {
    expect(REPORT_TEXTS[language].rules).toHaveLength(REPORT_TEXTS.en.rules.length)
  })
})
