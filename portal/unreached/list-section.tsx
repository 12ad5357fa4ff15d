import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { CsvButton } from '../parts/csv-button.tsx'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { t } from '../texts/texts.ts'
import { unreachedTexts } from './texts.ts'

type Props<Item> = {
  readonly title: string
  readonly hint: string
  readonly empty: string
  readonly emptyHint: string
  /** Null while it is read. */
  readonly page: { readonly items: readonly Item[]; readonly cursor: string | null } | null
  readonly error: unknown
  readonly onAgain: () => void
  readonly csvUrl: string
  readonly draw: (item: Item) => ComponentChildren
}

/** A part of the page: its heading, and a card for each item or a word on why there is none. */
export const ListSection = <Item,>({ title, hint, empty, emptyHint, page, error, onAgain, ...rest }: Props<Item>) => {
  const heading = useId()
  return (
    <section class="stack tight" aria-labelledby={heading}>
      <div class="row">
        <h2 id={heading}>{title}</h2>
        <CsvButton url={rest.csvUrl} title={title} />
      </div>
      {error !== null && <FailureNote error={error} onAgain={onAgain} />}
      {page === null && error === null && (
        <p class="muted" aria-busy="true">
          {t.value.shell.loading}
        </p>
      )}
      {page?.items.length === 0 && (
        <Empty title={empty}>
          <p>{emptyHint}</p>
        </Empty>
      )}
      {page !== null && page.items.length > 0 && (
        <>
          <p class="muted">{hint}</p>
          <ul class="tasks">{page.items.map(rest.draw)}</ul>
        </>
      )}
      {page !== null && page.cursor !== null && <p class="notice">{unreachedTexts.value.more}</p>}
    </section>
  )
}
