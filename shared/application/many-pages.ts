import type { ListedRecord, ListName, Page, PageRequest, Store, Where } from './ports.ts'

/** A request to the table answers 1 MB at most, whatever is asked for. */
const PAGE = 1_000

/** How much of a list is wanted, at most; the list itself may be longer. */
export type Bounds = { readonly items: number; readonly requests: number }

/** Reads page after page of a list, up to a bound; the cursor says whether there is more, and from where. */
export const manyPages = async <Summary>(
  store: Store,
  list: ListName,
  key: string,
  request: Omit<PageRequest, 'limit'> & Where<Summary>,
  most: Bounds,
): Promise<Page<ListedRecord<Summary>>> => {
  const items: ListedRecord<Summary>[] = []
  let cursor: string | null = request.cursor ?? null
  for (let requests = 0; requests < most.requests && items.length < most.items; requests += 1) {
    const limit = Math.min(PAGE, most.items - items.length)
    const page: Page<ListedRecord<Summary>> = await store.list<Summary>(list, key, {
      ...request,
      limit,
      cursor: cursor ?? undefined,
    })
    items.push(...page.items)
    cursor = page.cursor
    if (cursor === null) break
  }
  return { items, cursor }
}
