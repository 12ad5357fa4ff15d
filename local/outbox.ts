import type { Instant } from '../shared/domain/instant.ts'
import type { Shelf } from './shelf.ts'

type Sent = { readonly id: string; readonly at: Instant }

/** What the desk has sent, each id once however often it is sent (NOT-4). */
export type Outbox<Item extends Sent> = {
  /** Keeps the item unless one of its id is there already; answers the one that is kept. */
  keep(item: Item): Promise<Item>
  newestFirst(): readonly Item[]
}

/** Only this desk writes to the shelf while it runs, so it is read once. */
export const openOutbox = async <Item extends Sent>(shelf: Shelf): Promise<Outbox<Item>> => {
  const earlier: Item[] = []
  for (const name of await shelf.names()) {
    const content = await shelf.get(name)
    if (content) earlier.push(JSON.parse(Buffer.from(content).toString()))
  }
  earlier.sort((a, b) => (a.at < b.at ? -1 : 1))
  const items = new Map(earlier.map((item) => [item.id, item]))
  const beingKept = new Map<string, Promise<Item>>()
  const put = async (item: Item): Promise<Item> => {
    try {
      await shelf.put(item.id, Buffer.from(JSON.stringify(item)))
      items.set(item.id, item)
      return item
    } finally {
      beingKept.delete(item.id)
    }
  }
  return {
    keep: async (item) => {
      const kept = items.get(item.id) ?? beingKept.get(item.id)
      if (kept) return kept
      const keeping = put(item)
      beingKept.set(item.id, keeping)
      return keeping
    },
    newestFirst: () => [...items.values()].reverse(),
  }
}
