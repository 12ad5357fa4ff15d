import type { ListedRecord, ListName, Page, PageRequest, Store } from './ports.ts'

/** Of this many a page is asked for; a request to the table answers 1 MB at most, whatever is asked for. */
const PAGE = 500

/** All there is to read, page by page, so that nobody has to hold it all; one request a page. */
export const allPages = async function* <Item>(
  read: (page: PageRequest) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  let cursor: string | null = null
  do {
    const page: Page<Item> = await read({ limit: PAGE, cursor: cursor ?? undefined })
    yield page.items
    cursor = page.cursor
  } while (cursor !== null)
}

/** The whole of a list, page by page. */
export const pagesOf = <Summary>(
  store: Pick<Store, 'list'>,
  list: ListName,
  key: string,
): AsyncGenerator<readonly ListedRecord<Summary>[]> => allPages((page) => store.list<Summary>(list, key, page))

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
