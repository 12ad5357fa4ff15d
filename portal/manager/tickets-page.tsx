import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { withParams } from '../place/location.ts'
import { liveList } from '../queue/live-list.ts'
import { QueueHead } from '../queue/queue-head.tsx'
import { TicketList } from '../queue/ticket-list.tsx'
import { t } from '../texts/texts.ts'
import { filtersOf, queryInAddress } from './list-query.ts'
import { managerTexts } from './texts.ts'

const titleOf = (view: string): string => {
  const views: Readonly<Record<string, string>> = managerTexts.value.list.views
  return views[view] ?? managerTexts.value.list.views.open
}

/** The tickets behind a figure of the dashboard: /tickets?view=open&state=waiting. */
export const TicketsPage = () => {
  const { list: texts } = managerTexts.value
  const query = queryInAddress()
  const list = liveList(query)
  const filters = filtersOf(query)
  const title = [titleOf(query.view), ...filters.map(({ label }) => label)].join(' · ')
  const mayBeWider = query.view !== 'queue' && query.view !== 'formerly'
  return (
    <Page
      title={title}
      above={
        <p class="over">
          <a href="/dashboard">{texts.back}</a>
        </p>
      }
      beside={<QueueHead list={list} title={title} />}
    >
      {mayBeWider && filters.length > 0 && (
        <p class="row filters not-printed">
          {filters.map(({ name, label }) => (
            <a key={name} class="button" href={withParams({ [name]: null })} aria-label={texts.without(label)}>
              {label} <span aria-hidden="true">✕</span>
            </a>
          ))}
        </p>
      )}
      <TicketList
        list={list}
        label={title}
        showsGroup
        empty={
          <Empty title={texts.empty}>
            <p>{texts.emptyHint}</p>
            <a href="/dashboard">{t.value.pages.dashboard}</a>
          </Empty>
        }
      />
    </Page>
  )
}
