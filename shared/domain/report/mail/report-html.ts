import { escapeHtml } from '../../notice/rendering/safe-text.ts'
import type { Bar, Goal, ReportLetter } from './report-letter.ts'
import type { Listing } from './report-listings.ts'

/**
 * Text is left to the mail program's colours, so that it can show the mail dark; bars and verdicts set both of theirs. Bars
 * are cells of tables with a colour, which every program draws, Outlook too; nothing is loaded from anywhere.
 */
const FONT = "font:16px/1.5 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',Roboto,Arial,sans-serif"
/** Without transparency, which Outlook and Gmail do not know: grey enough on white and on black. */
const LINE = '1px solid #9aa0a6'
const SMALL = 'font-size:14px'
const BUTTON =
  'display:inline-block;margin:0 0 8px;padding:10px 18px;border-radius:6px;background:#1a56b8;color:#ffffff;text-decoration:none'
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"'

const FILLED = { good: '#2e7d32', bad: '#b3261e', none: '#5f6368' } as const
const EMPTY = '#c9ced6'

const heading = (text: string): string =>
  `<h2 style="margin:28px 0 8px;font-size:18px;line-height:1.3">${escapeHtml(text)}</h2>`

const paragraph = (text: string): string => `<p style="margin:0 0 12px">${escapeHtml(text)}</p>`

const quiet = (text: string): string => `<p style="margin:4px 0 0;${SMALL};opacity:.8">${escapeHtml(text)}</p>`

const colourOf = (verdict: Goal['verdict']): string =>
  verdict === null ? FILLED.none : verdict === 'met' ? FILLED.good : FILLED.bad

/** Each goal a row of its own: two side by side are too narrow for a phone. */
const goalRow = ({ name, now, verdict, detail, lastMonth, lastYear }: Goal, { words }: ReportLetter): string => {
  const said = verdict === null ? words.nothingToRate : verdict === 'met' ? `✓ ${words.met}` : `✗ ${words.missed}`
  const colour = colourOf(verdict)
  return `<tr><td style="padding:10px 0 10px 12px;border-left:6px solid ${colour}">
<div style="${SMALL}">${escapeHtml(name)}</div>
<div><span style="font-size:28px;line-height:1.2;font-weight:bold">${escapeHtml(now)}</span>&nbsp; <span style="display:inline-block;padding:2px 8px;border-radius:4px;background:${colour};color:#ffffff;${SMALL}">${escapeHtml(said)}</span></div>
<div style="${SMALL}">${escapeHtml(detail)}</div>
<div style="${SMALL};opacity:.8">${escapeHtml(words.columns.lastMonth)} ${escapeHtml(lastMonth)} · ${escapeHtml(words.columns.lastYear)} ${escapeHtml(lastYear)}</div>
</td></tr><tr><td style="height:8px;font-size:0;line-height:0">&nbsp;</td></tr>`
}

const cell = (text: string, align: 'left' | 'right', more = ''): string =>
  `<td align="${align}" style="padding:6px 0 6px 8px;border-top:${LINE};vertical-align:top;white-space:nowrap;${more}">${escapeHtml(text)}</td>`

const headlineTable = ({ headline, words }: ReportLetter): string => {
  const head = [words.columns.now, words.columns.lastMonth, words.columns.lastYear]
    .map(
      (text) => `<th align="right" style="padding:0 0 6px 8px;font-weight:normal;opacity:.8">${escapeHtml(text)}</th>`,
    )
    .join('')
  const rows = headline.map(
    ({ name, now, lastMonth, lastYear }) =>
      `<tr><td style="padding:6px 0;border-top:${LINE};vertical-align:top">${escapeHtml(name)}</td>${cell(now, 'right', 'font-weight:bold;')}${cell(lastMonth, 'right')}${cell(lastYear, 'right')}</tr>`,
  )
  return `<table cellpadding="0" cellspacing="0" border="0" width="100%" style="border-collapse:collapse;${SMALL}"><tr><th align="left" style="padding:0 0 6px;font-weight:normal;opacity:.8">${escapeHtml(words.columns.figure)}</th>${head}</tr>${rows.join('')}</table>${quiet(words.arrows)}`
}

const GOAL = 0.9

/** A cell of no width would still be drawn, so a part of nothing is left out. */
const barParts = ({ share }: Bar): string => {
  const percent = Math.round((share ?? 0) * 100)
  const colour = share === null ? EMPTY : share >= GOAL ? FILLED.good : FILLED.bad
  const part = (width: number, background: string): string =>
    width === 0
      ? ''
      : `<td width="${width}%" bgcolor="${background}" style="height:12px;font-size:0;line-height:0">&nbsp;</td>`
  return `<table ${TABLE}><tr>${part(percent, colour)}${part(100 - percent, EMPTY)}</tr></table>`
}

const bars = ({ bars: all }: { readonly bars: readonly Bar[] }, none: string): string =>
  all.length === 0
    ? paragraph(none)
    : all
        .map(
          (bar) =>
            `<table ${TABLE} style="margin:0 0 10px;${SMALL}"><tr><td>${escapeHtml(bar.name)}</td><td align="right" style="padding-left:8px;white-space:nowrap">${escapeHtml(bar.text)}</td></tr><tr><td colspan="2" style="padding-top:2px">${barParts(bar)}</td></tr></table>`,
        )
        .join('\n')

const listingHtml = ({ heading: title, lines, notes }: Listing): string => {
  const rows = lines.map(({ label, url, text }) => {
    const name = url === null ? escapeHtml(label) : `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`
    return `<tr><td dir="auto" style="padding:6px 0;border-top:${LINE};overflow-wrap:anywhere">${name}<br>${escapeHtml(text)}</td></tr>`
  })
  const table = rows.length === 0 ? '' : `<table ${TABLE} style="${SMALL}">${rows.join('')}</table>`
  return heading(title) + table + notes.map(quiet).join('')
}

/** The HTML part: readable in Outlook, on a phone and in the dark, without pictures or scripts. */
export const reportHtml = (letter: ReportLetter): string => {
  const { subject, greeting, notes, goals, words, url, rules, footer, language } = letter
  const body = [
    paragraph(greeting),
    `<h1 style="margin:0 0 8px;font-size:22px;line-height:1.3">${escapeHtml(subject)}</h1>`,
    ...notes.map(paragraph),
    `<p style="margin:0 0 8px"><a href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(words.open)}</a></p>`,
    heading(words.headings.goals),
    `<table ${TABLE}>${goals.map((goal) => goalRow(goal, letter)).join('')}</table>`,
    heading(words.headings.headline),
    headlineTable(letter),
    ...letter.bars.map((group) => heading(group.heading) + bars(group, words.none)),
    ...letter.listings.map(listingHtml),
    heading(words.headings.rules),
    ...rules.map(quiet),
    `<p style="margin:24px 0 0;${SMALL};opacity:.8">${escapeHtml(footer)}</p>`,
  ]
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:16px"><table role="presentation" cellpadding="0" cellspacing="0" align="center" width="600" style="width:100%;max-width:600px"><tr><td style="${FONT}">
${body.join('\n')}
</td></tr></table></body></html>
`
}
