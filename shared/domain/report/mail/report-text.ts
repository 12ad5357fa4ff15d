import type { ReportLetter } from './report-letter.ts'
import type { Listing } from './report-listings.ts'

const underlined = (heading: string, lines: readonly string[]): string => [`== ${heading}`, ...lines].join('\n')

const listingText = ({ heading, lines, notes }: Listing): string =>
  underlined(heading, [
    ...lines.map(({ label, url, text }) => `- ${label} ${text}${url === null ? '' : `\n  ${url}`}`),
    ...notes,
  ])

/** The plain part of the report's mail: the same in words. */
export const reportText = (letter: ReportLetter): string => {
  const { greeting, subject, notes, goals, headline, bars, listings, rules, words, url, footer } = letter
  const { columns, headings } = words
  const past = ({ lastMonth, lastYear }: { readonly lastMonth: string; readonly lastYear: string }): string =>
    `${columns.lastMonth} ${lastMonth}, ${columns.lastYear} ${lastYear}`
  return [
    greeting,
    [subject, ...notes, url].join('\n'),
    underlined(
      headings.goals,
      goals.map((goal) => {
        const verdict = goal.verdict === null ? words.nothingToRate : words[goal.verdict]
        return `${goal.name}: ${goal.now} – ${verdict} (${goal.detail}; ${past(goal)})`
      }),
    ),
    underlined(headings.headline, [
      ...headline.map((line) => `${line.name}: ${line.now} (${past(line)})`),
      words.arrows,
    ]),
    ...bars.map((group) =>
      underlined(
        group.heading,
        group.bars.length === 0 ? [words.none] : group.bars.map(({ name, text }) => `${name}: ${text}`),
      ),
    ),
    ...listings.map(listingText),
    underlined(
      headings.rules,
      rules.map((rule) => `- ${rule}`),
    ),
    ['-- ', footer].join('\n'),
  ].join('\n\n')
}
