import type { ReportView } from '../../shared/contract/report-view.ts'
import { call, urlOfCall } from '../api/call.ts'
import { monthText } from '../format/day.ts'
import { CsvButton } from '../parts/csv-button.tsx'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { param, withParams } from '../place/location.ts'
import type { Params } from '../place/places.ts'
import { named, t } from '../texts/texts.ts'
import { editionInAddress } from './addresses.ts'
import { BehindTable } from './behind-table.tsx'
import { figureText } from './figure-text.ts'
import { reportTexts } from './texts.ts'
import { type Asked, askedInAddress, PARTS, useBehind } from './use-behind.ts'

type Figure = ReportView['figures'][number]

const Parts = ({ figure, part }: { readonly figure: Figure; readonly part: string }) => {
  const { behind } = reportTexts.value
  if (figure.unit !== 'rate') return null
  const names = figure.goal === null ? behind.parts : behind.inTimeParts
  return (
    <nav class="tabs not-printed" aria-label={behind.partsHint}>
      {PARTS.map((each) => (
        <a
          key={each}
          href={withParams({ part: each === 'all' ? null : each })}
          aria-current={each === part ? 'true' : undefined}
        >
          {names[each]}
        </a>
      ))}
    </nav>
  )
}

const cutName = (report: ReportView | null): string | null => {
  const by = param('by')
  if (by === null) return null
  const line = report?.cuts.find((cut) => cut.by === by)?.lines.find(({ of }) => (of ?? '') === (param('of') ?? ''))
  return line ? named(line.name) : (param('of') ?? '')
}

const About = ({ report, asked }: { readonly report: ReportView; readonly asked: Asked }) => {
  const { behind } = reportTexts.value
  const figure = report.figures.find(({ id }) => id === asked.params.id)
  const cut = cutName(report)
  if (!figure) return null
  return (
    <>
      <p>{named(figure.definition)}</p>
      {cut === null ? (
        <p class="muted number">
          {figureText(figure.unit, figure.value)}
          {figure.unit === 'rate' &&
            ` = ${figureText('tickets', figure.numerator)} / ${figureText('tickets', figure.denominator)}`}
        </p>
      ) : (
        <p class="filters not-printed">
          <a class="button" href={withParams({ by: null, of: null })} aria-label={behind.without(cut)}>
            {cut} <span aria-hidden="true">✕</span>
          </a>
        </p>
      )}
      <Parts figure={figure} part={asked.query?.part ?? 'all'} />
    </>
  )
}

/** REP-1: the tickets behind a figure, or behind one part of it or one line of a cut. */
export const BehindPage = ({ params }: { readonly params: Params }) => {
  const texts = reportTexts.value
  const asked = askedInAddress(params)
  const { month } = asked.params
  const edition = editionInAddress()
  const query = edition === null ? {} : { edition }
  const report = useLoaded(`report ${month} ${edition}`, (signal) =>
    call('getReport', { params: { month }, query, signal }),
  )
  const { found, error, more } = useBehind(asked)
  const figure = report.value.value?.figures.find(({ id }) => id === asked.params.id)
  const name = [figure ? named(figure.name) : t.value.pages.reports, cutName(report.value.value)]
  const title = texts.behind.of(name.filter((each) => each !== null).join(' · '), monthText(month))
  return (
    <div class="report">
      <Page
        title={title}
        above={
          <p class="over">
            <a href={`/reports/${month}${edition === null ? '' : `?edition=${edition}`}`}>
              {texts.title(monthText(month))}
            </a>
          </p>
        }
        beside={
          found && (
            <p class="row muted beside">
              <span class="number">{texts.behind.shown(found.items.length, found.cursor !== null)}</span>
              <CsvButton url={urlOfCall('listReportTickets', asked)} title={title} />
            </p>
          )
        }
      >
        <div class="stack">
          {report.value.value && <About report={report.value.value} asked={asked} />}
          {error !== null && <FailureNote error={error} onAgain={more} />}
          {!found && error === null && (
            <p class="muted" aria-busy="true">
              {t.value.shell.loading}
            </p>
          )}
          {found?.items.length === 0 && found.withheld === 0 && <Empty title={texts.behind.empty} />}
          {found && found.items.length > 0 && <BehindTable items={found.items} title={title} />}
          {found && found.withheld > 0 && <p class="muted">{texts.withheld(found.withheld)}</p>}
          {found && found.cursor !== null && (
            <button type="button" class="button not-printed" onClick={more}>
              {texts.behind.more}
            </button>
          )}
        </div>
      </Page>
    </div>
  )
}
