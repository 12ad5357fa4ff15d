import type { AnswerOf } from '../api/call.ts'
import { monthText } from '../format/day.ts'
import { monthAfter } from '../format/month.ts'
import { go, withParams } from '../place/location.ts'
import { editionInAddress } from './addresses.ts'
import { reportTexts } from './texts.ts'

export type MonthLine = AnswerOf<'listReports'>['items'][number]

/** Months worth looking at: those before the desk began hold nothing. */
export const monthsWorthIt = (items: readonly MonthLine[]): readonly MonthLine[] =>
  items.filter(({ editions }) => editions.at(-1)?.empty !== true)

/** The newest that was reported; else the one that is running. */
export const firstMonth = (months: readonly MonthLine[]): string | null =>
  (months.find(({ editions }) => editions.length > 0) ?? months[0])?.month ?? null

const Step = ({
  to,
  label,
  sign,
}: {
  readonly to: string | undefined
  readonly label: string
  readonly sign: string
}) =>
  to === undefined ? (
    <span class="button icon" aria-disabled="true" aria-hidden="true">
      {sign}
    </span>
  ) : (
    <a class="button icon" href={`/reports/${to}`} aria-label={label} title={label}>
      {sign}
    </a>
  )

const Editions = ({ line }: { readonly line: MonthLine }) => {
  const texts = reportTexts.value
  const newest = line.editions.at(-1)?.edition
  const shown = editionInAddress() ?? newest
  if (line.editions.length < 2) return null
  return (
    <nav class="row editions" aria-label={texts.editions}>
      {line.editions.map(({ edition }) => (
        <a
          key={edition}
          class="button plain"
          href={withParams({ edition: edition === newest ? null : String(edition) })}
          aria-current={edition === shown ? 'true' : undefined}
        >
          {texts.edition(edition)}
        </a>
      ))}
    </nav>
  )
}

/** One month after the other, or any of them, and the editions of the one that is chosen. */
export const MonthPicker = ({ months, month }: { readonly months: readonly MonthLine[]; readonly month: string }) => {
  const texts = reportTexts.value
  const chosen = months.find((each) => each.month === month)
  // a history that was taken over lies before the desk's own months
  const earlier = monthAfter(month, -1)
  const later = months.some((each) => each.month > month) ? monthAfter(month, 1) : undefined
  return (
    <div class="row month-picker not-printed">
      <Step to={earlier} label={texts.earlier} sign="‹" />
      <select
        aria-label={texts.choose}
        value={month}
        onChange={({ currentTarget }) => go(`/reports/${currentTarget.value}`)}
      >
        {chosen === undefined && <option value={month}>{monthText(month)}</option>}
        {months.map(({ month: each, editions }) => (
          <option key={each} value={each}>
            {editions.length === 0 ? `${monthText(each)} (${texts.running})` : monthText(each)}
          </option>
        ))}
      </select>
      <Step to={later} label={texts.later} sign="›" />
      {chosen && <Editions line={chosen} />}
    </div>
  )
}
