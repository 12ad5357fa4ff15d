import type { ListedRecord, ListName, Page, Store } from './ports.ts'

/** Of this many a page is asked for; a request to the table answers 1 MB at most, whatever is asked for. */
const PAGE = 1_000

/** The whole of a list, page by page, so that nobody has to hold it all; one request a page. */
export const pagesOf = async function* <Summary>(
  store: Pick<Store, 'list'>,
  list: ListName,
  key: string,
): AsyncGenerator<readonly ListedRecord<Summary>[]> {
  let cursor: string | null = null
  do {
    const page: Page<ListedRecord<Summary>> = await store.list<Summary>(list, key, {
      limit: PAGE,
      cursor: cursor ?? undefined,
    })
    yield page.items
    cursor = page.cursor
  } while (cursor !== null)
}

/** All of a list at once, for those that are known to be short. */
export const wholeList = async <Summary>(
  store: Pick<Store, 'list'>,
  list: ListName,
  key: string,
): Promise<readonly ListedRecord<Summary>[]> => {
  const all: ListedRecord<Summary>[] = []
  for await (const page of pagesOf<Summary>(store, list, key)) all.push(...page)
  return all
}
