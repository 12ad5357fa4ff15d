import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type AnswerOf, call } from '../api/call.ts'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/texts.ts'
import { adminTexts } from './texts.ts'

type Refusal = AnswerOf<'listRefusals'>['items'][number]

const PAGE = 50

const OF_TICKET = /^\/api\/v1\/tickets\/((?:INC|REQ)-\d+-\d+)(?:\/([\w-]+))?/

/** The act by its name where it was one on a ticket, else what was asked of the API. */
const What = ({ refusal: { method, path } }: { readonly refusal: Refusal }) => {
  const [, number, act = ''] = OF_TICKET.exec(path) ?? []
  const names: Readonly<Record<string, string>> = t.value.acts.names
  if (number === undefined) return <code>{`${method} ${path}`}</code>
  return (
    <>
      {names[act] ?? <code>{`${method} ${act}`}</code>} · <a href={`/tickets/${number}`}>{number}</a>
    </>
  )
}

const useRefusals = () => {
  const items = useSignal<readonly Refusal[] | null>(null)
  const cursor = useSignal<string | null>(null)
  const error = useSignal<unknown>(null)
  const read = async (from: string | null): Promise<void> => {
    try {
      const page = await call('listRefusals', { query: { limit: PAGE, ...(from === null ? {} : { cursor: from }) } })
      items.value = from === null ? page.items : [...(items.value ?? []), ...page.items]
      cursor.value = page.cursor
      error.value = null
    } catch (reason) {
      error.value = reason
    }
  }
  useEffect(() => void read(null), [])
  return { items: items.value, error: error.value, hasMore: cursor.value !== null, read: () => void read(cursor.value) }
}

const Table = ({ items }: { readonly items: readonly Refusal[] }) => {
  const { refusals } = adminTexts.value
  return (
    <div class="field-table card flush">
      <table class="listing">
        <thead>
          <tr>
            <th scope="col">{refusals.when}</th>
            <th scope="col">{refusals.who}</th>
            <th scope="col">{refusals.what}</th>
            <th scope="col">{refusals.why}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((refusal) => (
            <tr key={refusal.id}>
              <td>
                <Instant at={refusal.at} />
              </td>
              <th scope="row">
                <a href={`/admin/people/${encodeURIComponent(refusal.actor.id)}`} dir="auto">
                  {refusal.actor.name}
                </a>
              </th>
              <td>
                <What refusal={refusal} />
              </td>
              <td>{refusal.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** ROL-2: who tried what without the right to, newest first. */
export const RefusalsPage = () => {
  const { about, list, refusals } = adminTexts.value
  const { items, error, hasMore, read } = useRefusals()
  return (
    <div class="admin">
      <Page title={t.value.pages.admin.refusals}>
        <div class="stack">
          <p class="muted">{about.refusals}</p>
          {Boolean(error) && <FailureNote error={error} onAgain={read} />}
          {items === null && !error && (
            <p class="muted" aria-busy="true">
              {t.value.shell.loading}
            </p>
          )}
          {items?.length === 0 && <Empty title={refusals.none} />}
          {items && items.length > 0 && <Table items={items} />}
          {hasMore && (
            <button type="button" class="button not-printed" onClick={read}>
              {list.more}
            </button>
          )}
        </div>
      </Page>
    </div>
  )
}
