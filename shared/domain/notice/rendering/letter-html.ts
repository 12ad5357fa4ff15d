import type { Language } from '../../language.ts'
import type { Letter } from './letter.ts'
import { markdownHtml } from './markdown-html.ts'
import { escapeHtml } from './safe-text.ts'

/**
 * Colours are left to the mail program, so that it can show the mail dark: only buttons set both of theirs, and lines are
 * of a grey that shows on either. Nothing is loaded from anywhere.
 */
const FONT = "font:16px/1.5 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',Roboto,Arial,sans-serif"
const LINE = '1px solid #8886'
const BUTTON =
  'display:inline-block;margin:0 8px 8px 0;padding:10px 18px;border-radius:6px;background:#1a56b8;color:#ffffff;text-decoration:none'
const QUIET = 'font-size:14px;opacity:.8'

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${text}</p>`

const quotation = (text: string): string =>
  `<div dir="auto" style="margin:0 0 16px;padding:4px 0 4px 14px;border-left:4px solid #8888;white-space:pre-wrap;overflow-wrap:anywhere">${escapeHtml(text)}</div>`

const button = ({ label, url }: Letter['buttons'][number]): string =>
  `<a href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(label)}</a>`

const item = ({ text, url }: NonNullable<Letter['list']>[number]): string =>
  `<li dir="auto" style="margin:0 0 8px;overflow-wrap:anywhere"><a href="${escapeHtml(url)}">${escapeHtml(text)}</a></li>`

const row = ({ label, value }: Letter['facts'][number]): string =>
  `<tr><td style="padding:6px 16px 6px 0;border-top:${LINE};white-space:nowrap;vertical-align:top;opacity:.8">${escapeHtml(label)}</td>` +
  `<td dir="auto" style="padding:6px 0;border-top:${LINE};overflow-wrap:anywhere">${escapeHtml(value)}</td></tr>`

/** The HTML part of a mail: readable on a phone and in the dark, without pictures or scripts. */
export const letterHtml = (letter: Letter, language: Language): string => {
  const { subject, greeting, paragraphs, quote, list = [], document, next, buttons, facts, colon, footer } = letter
  const body = [
    paragraph(escapeHtml(greeting)),
    ...paragraphs.map((text) => paragraph(escapeHtml(text))),
    ...(quote === null ? [] : [quotation(quote)]),
    ...(list.length === 0 ? [] : [`<ul style="margin:0 0 16px;padding-left:20px">${list.map(item).join('')}</ul>`]),
    ...(document === null ? [] : [`<div dir="auto" style="overflow-wrap:anywhere">${markdownHtml(document)}</div>`]),
    paragraph(`<strong>${escapeHtml(next.label + colon)}</strong>${escapeHtml(next.text)}`),
    paragraph(buttons.map(button).join('')),
    `<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;border-collapse:collapse;margin:0 0 16px;font-size:14px">${facts.map(row).join('')}</table>`,
    ...footer.map((line) => `<p style="margin:0;${QUIET}">${escapeHtml(line)}</p>`),
  ]
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:16px"><table role="presentation" cellpadding="0" cellspacing="0" align="center" style="width:100%;max-width:600px"><tr><td style="${FONT}">
${body.join('\n')}
</td></tr></table></body></html>
`
}
