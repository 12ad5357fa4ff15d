import { describe, expect, test } from 'vitest'
import type { Language } from '../../../shared/domain/language.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import { reportHtml } from '../../../shared/domain/report/mail/report-html.ts'
import { reportLetter } from '../../../shared/domain/report/mail/report-letter.ts'
import { reportText } from '../../../shared/domain/report/mail/report-text.ts'
import type { MonthReport, ReportMeasure } from '../../../shared/domain/report/month-report.ts'
import { asActor, personNamed, smallDesk } from '../../support/ticket-fixtures.ts'
import { aRow, FIRST_OF_APRIL, reportOf } from './counted.ts'

const measure: ReportMeasure = {
  number: 'SIP-2026-000001',
  title: 'Spare <printers>',
  owner: { id: 'noor', name: 'Noor' },
  dueOn: '2026-03-20',
  overdue: true,
  review: '2026-02',
  ticket: null,
  progress: null,
}

const rating = (score: 1 | 2, comment: string | null) => ({ satisfaction: { score, comment } }) as const

const rows = [
  aRow({ ...rating(1, 'Three <b>days</b>!'), ratingReview: 'open' }),
  aRow({
    ...rating(2, null),
    ratingReview: 'done',
    ratingReviewed: { finding: 'Nobody called', measure: null },
  }),
  aRow({ ...rating(2, 'late'), ratingReview: 'done' }),
  aRow({ major: 'candidate' }),
  aRow({ postRegistered: true }),
  aRow({ security: true, group: 'platform', ...rating(1, 'secret'), ratingReview: 'open' }),
]

const mail = (report: MonthReport, language: Language, actor: Actor = asActor(personNamed('diana'))) => {
  const correction = { why: 'A test', by: { id: 'ivan', name: 'Ivan' }, askedAt: FIRST_OF_APRIL }
  const reader = { name: 'Diana', language, actor, publicUrl: 'https://desk.test' }
  const letter = reportLetter(report, { edition: 2, correction }, smallDesk, reader, 'Desk')
  return { html: reportHtml(letter), text: reportText(letter) }
}

describe('the mail of a report', () => {
  test.each([
    ['en', ['goal 90 %', 'Nobody called', 'overdue', 'from the review of February 2026', 'not judged yet', 'Edition']],
    ['zh-CN', ['目标 90%', 'Nobody called', '已逾期', '来自2026年2月评审', '尚未判定', '更正：第 2 版']],
  ] as const)('in %s names bad ratings, majors and open measures [REP-2] [REP-3] [REP-5] [CLO-6]', (language, said) => {
    const { html, text } = mail(reportOf(rows, { measures: [measure] }), language)
    for (const part of said.filter((each) => each !== 'Edition')) {
      expect(text).toContain(part)
      expect(html).toContain(part)
    }
    expect(text).toContain('SIP-2026-000001')
    expect(html).toContain('href="https://desk.test/improvement/SIP-2026-000001"')
  })

  test.each([
    ['en', 'not confirmed by a second person yet'],
    ['zh-CN', '尚未经第二人确认'],
  ] as const)(
    'in %s says what is registered afterwards and vouched for by one person alone [INT-12]',
    (language, said) => {
      const confirmed = aRow({ postRegistered: true, unconfirmed: false })
      const { html, text } = mail(reportOf([confirmed, aRow({ postRegistered: true, unconfirmed: true })]), language)
      expect(text.split(said)).toHaveLength(2)
      expect(html.split(said)).toHaveLength(2)
    },
  )

  test('loads nothing, runs nothing, and takes nothing for its own that people have written [REP-3]', () => {
    const { html } = mail(reportOf(rows, { measures: [measure] }), 'en')
    expect(html).not.toMatch(/<(img|script|link|style|iframe)\b|url\(|src=|@import/i)
    expect(html).not.toContain('<b>days</b>')
    expect(html).toContain('Spare &lt;printers&gt;')
  })

  test('says of each figure whether it is more, less or as much as it was [REP-2] [REP-3]', () => {
    const said = [rows.slice(1), [...rows, aRow()], rows].map((lastMonth) => {
      const { text } = mail(reportOf(rows, { past: { lastMonth: reportOf(lastMonth), lastYear: null } }), 'en')
      return /^Tickets: 6 \(Last month (.*?),/m.exec(text)?.[1]
    })
    expect(said).toEqual(['▲ 5', '▼ 7', '= 6'])
  })

  test('has only colours and widths old mail programs know [REP-3]', () => {
    const { html } = mail(reportOf(rows), 'en')
    const colours = html.match(/#[0-9a-f]+(?=[;"' ])/gi) ?? []
    expect(colours.filter((colour) => colour.length !== 7)).toEqual([])
    expect(html).toContain('width="600"')
  })

  test('names no ticket that is kept from its reader [PRI-9]', () => {
    const { html, text } = mail(reportOf(rows), 'en', asActor(personNamed('martin')))
    expect(html + text).not.toContain('secret')
    expect(text).toContain('1 of them cannot be shown to you.')
  })

  test('stays below 100 kB, whatever the month was like [REP-3]', () => {
    const long = '长'.repeat(5_000)
    const bad = Array.from({ length: 300 }, (_, index) =>
      aRow({
        title: long,
        category: `c${index % 40}`,
        service: 'email',
        group: `g${index}`,
        ...rating(1, long),
        ratingReview: 'open',
        major: 'confirmed',
        postRegistered: true,
      }),
    )
    const measures = Array.from({ length: 80 }, () => ({ ...measure, title: long }))
    for (const language of ['en', 'zh-CN'] as const) {
      const { html, text } = mail(reportOf(bad, { measures }), language)
      expect(Buffer.byteLength(html)).toBeLessThan(100_000)
      expect(Buffer.byteLength(text)).toBeLessThan(100_000)
    }
  })
})
