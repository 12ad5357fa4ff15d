import { useSignal } from '@preact/signals'
import { monthAfter } from '../format/month.ts'
import { nowMs } from '../format/now.ts'
import { language } from '../texts/texts.ts'
import type { Json } from './document.ts'
import { WEEKDAYS } from './hours.ts'
import { weekdayNames } from './labels.ts'
import { type DayPreview, minutesOf, monthPreview } from './month.ts'
import { adminTexts } from './texts.ts'

/** Days before the first of the month, in weeks that begin on Monday. */
const blanksBefore = (month: string): number => (new Date(`${month}-01`).getUTCDay() + 6) % 7

const weeksOf = (days: readonly (DayPreview | null)[]): readonly (readonly (DayPreview | null)[])[] =>
  Array.from({ length: Math.ceil(days.length / 7) }, (_, index) => days.slice(index * 7, index * 7 + 7))

const Day = ({ day }: { readonly day: DayPreview }) => {
  const { preview } = adminTexts.value
  const reason = day.name ?? preview.why[day.why]
  return (
    <td data-why={day.why} data-open={day.hours.length > 0}>
      <span class="date number">{Number(day.on.slice(8))}</span>
      {day.hours.length === 0 ? (
        <span class="muted">{preview.closed}</span>
      ) : (
        day.hours.map(([open, close]) => (
          <span key={open} class="number">
            {open}–{close}
          </span>
        ))
      )}
      {reason !== '' && <span class="reason">{reason}</span>}
    </td>
  )
}

const monthName = (month: string): string =>
  new Intl.DateTimeFormat(language.value, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01`),
  )

/** What a calendar means, day by day, before it is saved. */
export const MonthPreview = ({ calendar }: { readonly calendar: Json }) => {
  const { preview } = adminTexts.value
  const month = useSignal(new Date(nowMs.value).toISOString().slice(0, 7))
  const days = monthPreview(calendar, month.value)
  const hours = days.reduce((sum, day) => sum + minutesOf(day.hours), 0) / 60
  const turn = (step: 1 | -1) => () => {
    month.value = monthAfter(month.value, step)
  }
  return (
    <div class="month stack tight">
      <div class="row spread">
        <h2 aria-live="polite">
          {monthName(month.value)}{' '}
          <span class="muted number">{preview.hours(new Intl.NumberFormat(language.value).format(hours))}</span>
        </h2>
        <span class="buttons not-printed">
          <button type="button" class="button icon" aria-label={preview.previous} onClick={turn(-1)}>
            ‹
          </button>
          <button type="button" class="button icon" aria-label={preview.next} onClick={turn(1)}>
            ›
          </button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, by keyboard too */}
      <section class="field-table" tabIndex={0} aria-label={preview.title}>
        <table class="days" aria-label={preview.title}>
          <thead>
            <tr>
              {WEEKDAYS.map((day) => (
                <th key={day} scope="col">
                  {weekdayNames('short')[day]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf([...Array.from({ length: blanksBefore(month.value) }, () => null), ...days]).map((week, index) => (
              <tr key={`${month.value}-${index}`}>
                {week.map((day, column) => (day ? <Day key={day.on} day={day} /> : <td key={`${index}-${column}`} />))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="muted">{preview.hint}</p>
    </div>
  )
}
