import type { ReportView } from '../../shared/contract/report-view.ts'
import { figureText } from './figure-text.ts'
import { reportTexts } from './texts.ts'

type Unit = ReportView['figures'][number]['unit']

type Trend = 'more' | 'less' | 'same'

const ARROWS: Readonly<Record<Trend, string>> = { more: '▲', less: '▼', same: '=' }

const trendOf = (now: number, then: number): Trend => (now > then ? 'more' : now < then ? 'less' : 'same')

/** More is better only of what is a share or a score; of a mere count nobody can say. */
const toneOf = (unit: Unit, trend: Trend): 'ok' | 'late' | 'none' => {
  if (trend === 'same' || (unit !== 'rate' && unit !== 'score')) return 'none'
  return trend === 'more' ? 'ok' : 'late'
}

type Props = { readonly unit: Unit; readonly now: number | null; readonly then: number | null }

/** What a figure was, with an arrow that says which way it went: `▲ 87` is more now than 87 (REP-2). */
export const Compared = ({ unit, now, then }: Props) => {
  const texts = reportTexts.value
  if (then === null) {
    return (
      <span class="compared muted">
        <span aria-hidden="true">–</span>
        <span class="only-read-aloud">{texts.unknown}</span>
      </span>
    )
  }
  const trend = now === null ? null : trendOf(now, then)
  return (
    <span class="compared number" data-tone={trend === null ? 'none' : toneOf(unit, trend)}>
      {trend !== null && (
        <>
          <span class="arrow" aria-hidden="true">
            {ARROWS[trend]}
          </span>{' '}
          <span class="only-read-aloud">{texts[trend]} </span>
        </>
      )}
      {figureText(unit, then)}
    </span>
  )
}
