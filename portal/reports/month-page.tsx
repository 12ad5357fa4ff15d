import { useEffect } from 'preact/hooks'
import type { ReportView } from '../../shared/contract/report-view.ts'
import { call } from '../api/call.ts'
import { monthText } from '../format/day.ts'
import { ReviewSection } from '../improvement/review-section.tsx'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { withParams } from '../place/location.ts'
import type { Params } from '../place/places.ts'
import { t } from '../texts/texts.ts'
import { editionInAddress } from './addresses.ts'
import { CutSection } from './cut-section.tsx'
import { Definitions } from './definitions.tsx'
import { FigureTables } from './figure-tables.tsx'
import { Goals } from './goals.tsx'
import { Listings } from './listings.tsx'
import { firstMonth, type MonthLine, MonthPicker, monthsWorthIt } from './month-picker.tsx'
import { ReportActs } from './report-acts.tsx'
import { Sendings } from './sendings.tsx'
import { reportTexts } from './texts.ts'

const AGAIN_MS = 2_000

const read = async (wanted: string | undefined, edition: number | null, signal: AbortSignal) => {
  const { items } = await call('listReports', { signal })
  const months = monthsWorthIt(items)
  const month = wanted ?? firstMonth(months)
  if (month === null) return { months, line: null, report: null }
  const query = edition === null ? {} : { edition }
  const report = await call('getReport', { params: { month }, query, signal })
  return { months, line: items.find((each) => each.month === month) ?? null, report }
}

/** What one has to know of the numbers before one believes them. */
const Notes = ({ report, line }: { readonly report: ReportView; readonly line: MonthLine | null }) => {
  const texts = reportTexts.value
  const { history, correction, edition, provisional } = report
  const isOlder = edition !== null && edition < (line?.editions.at(-1)?.edition ?? 0)
  return (
    <>
      {provisional && <p class="notice soon">{texts.provisional}</p>}
      {correction && edition !== null && (
        <p class="notice">
          {texts.corrected(edition, correction.by.name)} <span dir="auto">{correction.why}</span>
        </p>
      )}
      {isOlder && (
        <p class="notice soon">
          {texts.older} <a href={withParams({ edition: null })}>{texts.newest}</a>
        </p>
      )}
      {line?.outstanding && (
        <p class="notice" role="status">
          {line.correction ? texts.beingCounted(line.correction.by.name) : texts.outstanding}
        </p>
      )}
      {!(history.lastMonth || history.lastYear) && <p class="muted">{texts.noHistory}</p>}
      {!history.lastMonth && history.lastYear && <p class="muted">{texts.noLastMonth}</p>}
      {history.lastMonth && !history.lastYear && <p class="muted">{texts.noLastYear}</p>}
    </>
  )
}

const Report = ({ report, isOutstanding }: { readonly report: ReportView; readonly isOutstanding: boolean }) => (
  <>
    <Goals month={report.month} figures={report.figures} />
    <FigureTables month={report.month} figures={report.figures.filter(({ goal }) => goal === null)} />
    <CutSection report={report} />
    <Listings report={report} />
    {report.edition !== null && <ReviewSection month={report.month} />}
    <Sendings month={report.month} isOutstanding={isOutstanding} />
    <Definitions report={report} />
  </>
)

/** REP-1 to REP-3: the figures of a month as they were mailed; each leads to the tickets behind it. */
export const MonthPage = ({ params }: { readonly params: Params }) => {
  const texts = reportTexts.value
  const edition = editionInAddress()
  const { value, error, again } = useLoaded(`report ${params['month']} ${edition}`, (signal) =>
    read(params['month'], edition, signal),
  )
  const loaded = value.value
  const isOutstanding = loaded?.line?.outstanding === true
  useEffect(() => {
    if (!isOutstanding) return undefined
    const timer = setInterval(again, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOutstanding])
  const report = loaded?.report
  return (
    <div class="report">
      <Page
        title={report ? texts.title(monthText(report.month)) : t.value.pages.reports}
        above={
          report && (
            <p class="over muted">
              {texts.asOf} <Instant at={report.asOf} />
              {report.edition !== null && ` · ${texts.edition(report.edition)}`} · {texts.zone(report.timeZone)}
            </p>
          )
        }
        beside={report && <MonthPicker months={loaded.months} month={report.month} />}
      >
        <div class="stack">
          {error.value !== null && <FailureNote error={error.value} onAgain={again} />}
          {!loaded && error.value === null && (
            <p class="muted" aria-busy="true">
              {t.value.shell.loading}
            </p>
          )}
          {loaded && !report && (
            <Empty title={texts.empty}>
              <p>{texts.emptyHint}</p>
            </Empty>
          )}
          {report && (
            <>
              <ReportActs month={report.month} isFrozen={report.edition !== null} onAsked={again} />
              <Notes report={report} line={loaded.line} />
              <Report report={report} isOutstanding={isOutstanding} />
            </>
          )}
        </div>
      </Page>
    </div>
  )
}
