import { useEffect, useRef } from 'preact/hooks'
import { CsvButton } from '../parts/csv-button.tsx'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Page } from '../parts/page.tsx'
import { go, param, withParams } from '../place/location.ts'
import { named, t } from '../texts/texts.ts'
import { valueText } from './change-table.tsx'
import type { Summary } from './collection.ts'
import { COLUMNS, type Listed } from './columns.ts'
import { isObject } from './document.ts'
import { fieldLabel } from './labels.ts'
import { useReferences } from './references.ts'
import { useSummaries } from './summaries.ts'
import { adminTexts } from './texts.ts'

const nameOf = ({ value, id }: Summary): string => {
  const { name } = value
  if (isObject(name)) return named(name as Readonly<Record<'zh-CN' | 'en', string>>)
  return typeof name === 'string' ? name : id
}

const Line = ({ collection, summary }: { readonly collection: Listed; readonly summary: Summary }) => (
  <tr>
    <th scope="row">
      <a href={`/admin/${collection}/${encodeURIComponent(summary.id)}`} dir="auto">
        {nameOf(summary)}
      </a>{' '}
      {summary.value['vip'] === true && <span class="tag vip">{t.value.words.vip}</span>}{' '}
      {summary.value['active'] === false && <span class="tag">{adminTexts.value.list.inactive}</span>}
    </th>
    <td class="muted number">{summary.id}</td>
    {COLUMNS[collection].map((column) => (
      <td key={column} dir="auto">
        {column === 'line' || summary.value[column] ? valueText(column, summary.value[column]) : ''}
      </td>
    ))}
  </tr>
)

const Search = ({ collection }: { readonly collection: Listed }) => {
  const { list } = adminTexts.value
  const label = collection === 'people' ? list.search : list.filter
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <search class="narrow">
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        defaultValue={param('q') ?? ''}
        onInput={({ currentTarget: { value } }) => {
          clearTimeout(timer.current)
          timer.current = setTimeout(() => go(withParams({ q: value.trim() }), 'replace'), 250)
        }}
      />
    </search>
  )
}

const matches = (summary: Summary, filter: string): boolean =>
  `${summary.id} ${JSON.stringify(summary.value)}`.toLowerCase().includes(filter.toLowerCase())

const Lines = ({ collection }: { readonly collection: Listed }) => {
  const { list } = adminTexts.value
  const filter = param('q') ?? ''
  const isSearched = collection === 'people'
  const found = useSummaries(collection, isSearched ? filter : '')
  useReferences()
  if (found.error) return <FailureNote error={found.error} onAgain={found.again} />
  if (found.items === null)
    return (
      <p class="muted" aria-busy="true">
        {t.value.shell.loading}
      </p>
    )
  const shown = isSearched ? found.items : found.items.filter((summary) => matches(summary, filter))
  return (
    <>
      {shown.length === 0 && !found.hasMore ? (
        <Empty title={filter === '' ? list.empty : list.noMatch} />
      ) : (
        <div class="field-table card flush">
          <table class="listing">
            <thead>
              <tr>
                <th scope="col">{fieldLabel('name')}</th>
                <th scope="col">{list.id}</th>
                {COLUMNS[collection].map((column) => (
                  <th key={column} scope="col">
                    {fieldLabel(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((summary) => (
                <Line key={summary.id} collection={collection} summary={summary} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.hasMore && (
        <button type="button" class="button not-printed" onClick={found.more}>
          {list.more}
        </button>
      )}
    </>
  )
}

/** People are looked up by the API, the other lists filtered here. */
const Csv = ({ collection }: { readonly collection: Listed }) => {
  const filter = param('q') ?? ''
  const isSearched = collection === 'people'
  const query = isSearched && filter !== '' ? `?${new URLSearchParams({ query: filter })}` : ''
  return (
    <CsvButton
      url={`/api/v1/${collection}${query}`}
      filter={isSearched ? '' : filter}
      title={t.value.pages.admin[collection]}
    />
  )
}

/** The list of one kind of setting, each leading to its form. */
const CollectionPage = ({ collection }: { readonly collection: Listed }) => {
  const { about, list } = adminTexts.value
  return (
    <div class="admin">
      <Page
        title={t.value.pages.admin[collection]}
        beside={
          <>
            <Csv collection={collection} />
            <a class="button primary not-printed" href={`/admin/${collection}/new`}>
              {list.add}
            </a>
          </>
        }
      >
        <div class="stack">
          <p class="muted">{about[collection]}</p>
          <Search collection={collection} />
          <Lines collection={collection} />
        </div>
      </Page>
    </div>
  )
}

export const collectionPage = (collection: Listed) => () => <CollectionPage collection={collection} />
