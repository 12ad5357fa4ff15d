import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Collection, readSummaries, type Summary } from './collection.ts'

/** A collection page by page; `query` is what the API looks for, where it can. */
export const useSummaries = (collection: Collection, query: string) => {
  const items = useSignal<readonly Summary[] | null>(null)
  const cursor = useSignal<string | null>(null)
  const error = useSignal<unknown>(null)
  const round = useSignal(0)
  const { value: current } = round
  const read = async (from: string | null, isWanted: () => boolean): Promise<void> => {
    try {
      const page = await readSummaries(collection, { ...(query && { query }), ...(from && { cursor: from }) })
      if (!isWanted()) return
      items.value = from === null ? page.items : [...(items.value ?? []), ...page.items]
      cursor.value = page.cursor
      error.value = null
    } catch (reason) {
      if (isWanted()) error.value = reason
    }
  }
  useEffect(() => {
    let isWanted = true
    void read(null, () => isWanted)
    return () => {
      isWanted = false
    }
  }, [collection, query, current])
  return {
    items: items.value,
    error: error.value,
    hasMore: cursor.value !== null,
    more: () => void read(cursor.value, () => true),
    again: () => void round.value++,
  }
}
