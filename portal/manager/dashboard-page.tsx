import type { Dashboard } from '../../shared/contract/dashboard-endpoints.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { Page } from '../parts/page.tsx'
import { codeName, groupName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'
import { type Bar, Bars, Figure, LinkedFigure } from './bars.tsx'
import { DueNext } from './due-next.tsx'
import { Majors } from './majors.tsx'
import { managerTexts } from './texts.ts'
import { useDashboard } from './use-dashboard.ts'

const priorityBars = ({ byPriority }: Dashboard['open']): readonly Bar[] =>
  byPriority.map(({ priority, ...figure }) => {
    const label = `${priority} · ${t.value.words.priorities[priority]}`
    return { key: String(priority), label, priority, ...figure }
  })

const Figures = ({ now }: { readonly now: Dashboard }) => {
  const { dashboard } = managerTexts.value
  const { open, missed, intake, ratingReviews, unreached, dueNext } = now
  const { words } = t.value
  return (
    <>
      {!now.complete && <p class="notice soon">{dashboard.incomplete}</p>}
      <Majors majors={now.majors} majorWaits={now.majorWaits} />
      <div class="figures">
        <Figure label={dashboard.open} {...open} />
        <Figure label={dashboard.missed} {...missed} isLate={missed.count > 0} />
        <Figure label={dashboard.intake} {...intake} />
        <Figure label={dashboard.ratingReviews} {...ratingReviews} isLate={ratingReviews.count > 0} />
        {unreached && (
          <LinkedFigure label={dashboard.unreached} {...unreached} href="/unreached" isLate={unreached.count > 0} />
        )}
      </div>
      <div class="charts">
        <Bars
          title={dashboard.byState}
          bars={open.byState.map(({ state, ...figure }) => ({ key: state, label: words.states[state], ...figure }))}
        />
        <Bars title={dashboard.byPriority} bars={priorityBars(open)} />
        <Bars
          title={dashboard.byGroup}
          bars={open.byGroup.map(({ group, ...figure }) => ({ key: group, label: groupName(group), ...figure }))}
        />
        <Bars
          title={dashboard.byChannel}
          bars={intake.byChannel.map(({ channel, ...figure }) => ({
            key: channel,
            label: codeName('channels', channel),
            ...figure,
          }))}
        />
      </div>
      <DueNext due={dueNext} />
    </>
  )
}

/** REP-6: how the desk stands now; every figure leads to the tickets behind it. */
export const DashboardPage = () => {
  const { dashboard: texts } = managerTexts.value
  const { dashboard: now, error, again } = useDashboard()
  return (
    <div class="dashboard">
      <Page
        title={t.value.pages.dashboard}
        beside={
          now && (
            <p class="muted">
              {texts.at} <Instant at={now.at} /> {error !== null && <span class="tag late">{texts.stale}</span>}
            </p>
          )
        }
      >
        <div class="stack">
          {now && <Figures now={now} />}
          {!now && error !== null && <FailureNote error={error} onAgain={again} />}
          {!now && error === null && (
            <p class="muted" aria-busy="true">
              {t.value.shell.loading}
            </p>
          )}
        </div>
      </Page>
    </div>
  )
}
