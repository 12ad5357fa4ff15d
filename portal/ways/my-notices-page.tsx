import { call } from '../api/call.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { t } from '../texts/texts.ts'
import type { OwnWays } from './own-ways.ts'
import { OwnWaysForm } from './own-ways-form.tsx'
import { waysTexts } from './texts.ts'

/** Who has changed one's entry, oneself or an administrator (AUD-1). */
const Changes = ({ changes }: Pick<OwnWays, 'changes'>) => {
  const texts = waysTexts.value
  return (
    <details class="stack tight">
      <summary>{texts.changes}</summary>
      <ul>
        {changes.map(({ at, actor, type }) => (
          <li key={at}>
            <Instant at={at} />{' '}
            <span dir="auto">{actor.kind === 'system' ? t.value.timeline.theDesk : actor.name}</span>{' '}
            <span class="muted">{texts.changeTypes[type] ?? type}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** NOT-2: everybody's own: in which order, by which channel and in which language they are told. */
export const MyNoticesPage = () => {
  const { value, error, again } = useLoaded('own-ways', (signal) => call('getOwnChannels', { signal }))
  const { value: own } = value
  return (
    <Page title={t.value.pages.myNotices}>
      <div class="stack own-ways">
        <p class="muted">{waysTexts.value.intro}</p>
        {error.value !== null && <FailureNote error={error.value} onAgain={again} />}
        {own === null && error.value === null && (
          <p class="muted" aria-busy="true">
            {t.value.shell.loading}
          </p>
        )}
        {own && (
          <>
            <OwnWaysForm
              own={own}
              onChanged={(next) => {
                value.value = next
              }}
              onStale={again}
            />
            <Changes changes={own.changes} />
          </>
        )}
      </div>
    </Page>
  )
}
