import { useSignal } from '@preact/signals'
import { type AnswerOf, call, urlOfCall } from '../api/call.ts'
import { CsvButton } from '../parts/csv-button.tsx'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { param, withParams } from '../place/location.ts'
import { hasRole } from '../session/session.ts'
import { t } from '../texts/texts.ts'
import { PlanDialog } from './measure-dialog.tsx'
import { type MeasureLine, MeasureTable } from './measure-table.tsx'
import { improvementTexts } from './texts.ts'

type State = 'open' | 'ended'

/** A plan that is longer than this is no plan any more. */
const MOST_READ = 10

const readAllOf = async (state: State, signal: AbortSignal): Promise<readonly MeasureLine[]> => {
  const items: MeasureLine[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < MOST_READ; pages += 1) {
    const query = { state, limit: 100, ...(cursor === null ? {} : { cursor }) }
    const page: AnswerOf<'listMeasures'> = await call('listMeasures', { query, signal })
    items.push(...page.items)
    cursor = page.cursor
    if (cursor === null) break
  }
  return items
}

const Tabs = ({ state }: { readonly state: State }) => {
  const texts = improvementTexts.value
  return (
    <nav class="tabs not-printed" aria-label={texts.tabsLabel}>
      {(['open', 'ended'] as const).map((each) => (
        <a
          key={each}
          href={withParams({ state: each === 'open' ? null : each })}
          aria-current={each === state ? 'true' : undefined}
        >
          {texts.tabs[each]}
        </a>
      ))}
    </nav>
  )
}

/** REP-5: the improvement plan: every measure with owner, date and state; whoever owns some sees those. */
export const PlanPage = () => {
  const texts = improvementTexts.value
  const state: State = param('state') === 'ended' ? 'ended' : 'open'
  const measures = useLoaded(`measures ${state}`, (signal) => readAllOf(state, signal))
  const isPlanning = useSignal(false)
  const items = measures.value.value
  const title = t.value.pages.improvement
  return (
    <div class="report">
      <Page
        title={title}
        beside={
          <p class="row not-printed">
            {hasRole('incident-manager', 'desk-manager') && (
              <button
                type="button"
                class="button primary"
                onClick={() => {
                  isPlanning.value = true
                }}
              >
                {texts.plan}
              </button>
            )}
            <CsvButton url={urlOfCall('listMeasures', { query: { state } })} title={title} />
          </p>
        }
      >
        <div class="stack">
          <Tabs state={state} />
          {measures.error.value !== null && <FailureNote error={measures.error.value} onAgain={measures.again} />}
          {!items && measures.error.value === null && (
            <p class="muted" aria-busy="true">
              {t.value.shell.loading}
            </p>
          )}
          {items?.length === 0 && (
            <Empty title={state === 'open' ? texts.empty : texts.emptyEnded}>
              <p>{texts.emptyHint}</p>
            </Empty>
          )}
          {items && items.length > 0 && <MeasureTable items={items} title={title} />}
        </div>
        {isPlanning.value && (
          <PlanDialog
            onDone={measures.again}
            onClose={() => {
              isPlanning.value = false
            }}
          />
        )}
      </Page>
    </div>
  )
}
