import type {
  Alias,
  Commit,
  FoundAlias,
  ListedRecord,
  ListedRow,
  ListName,
  Page,
  PageRequest,
  Store,
} from '../../shared/application/ports.ts'
import type { RecordKey } from '../../shared/domain/record.ts'

/** The lists a report is made from; nobody reads the others while a log is replayed. */
const KEPT_LISTS: readonly ListName[] = ['day', 'open', 'kind']

const nameOf = ({ kind, id }: RecordKey): string => `${kind}#${id}`

const foundIn = ({ target, data }: Alias): FoundAlias => ({ target, data: data ?? null })

type Listed = ListedRecord<unknown> & ListedRow<unknown>

type Places = Map<string, Map<string, { readonly sort: string; readonly item: Listed }>>

const listed = ({ key, expectedVersion, summary, row = null }: Commit): Listed => ({
  key,
  version: expectedVersion + 1,
  summary,
  row,
})

/** Puts the record into the lists it stands in now and takes it out of the others. */
const place = (places: Places, before: Commit | undefined, now: Commit): void => {
  const name = nameOf(now.key)
  for (const list of KEPT_LISTS) {
    const [from, to] = [before?.places[list], now.places[list]]
    if (from && from.key !== to?.key) places.get(`${list}#${from.key}`)?.delete(name)
    if (!to) continue
    const members = places.get(`${list}#${to.key}`) ?? new Map()
    members.set(name, { sort: to.sort, item: listed(now) })
    places.set(`${list}#${to.key}`, members)
  }
}

const pageOf = (places: Places, list: ListName, key: string, { cursor, limit }: PageRequest): Page<never> => {
  const from = Number(cursor ?? 0)
  const all = [...(places.get(`${list}#${key}`)?.values() ?? [])].toSorted((a, b) => (a.sort < b.sort ? -1 : 1))
  const items = all.slice(from, from + limit).map(({ item }) => item as never)
  return { items, cursor: from + limit < all.length ? String(from + limit) : null }
}

const notKept = (what: string) => async (): Promise<never> => {
  throw new Error(`A replay keeps no ${what}.`)
}

export type MemoryStore = Store & {
  /** When the record wants to be woken. */
  readonly wakeAt: (key: RecordKey) => string | null
  /** Keeps of the record only what lists show: nothing will happen to it any more. */
  readonly settle: (key: RecordKey) => void
}

/** The `Store` port in memory, for one writer; `written` sees each commit. Records are values, so none is copied. */
export const memoryStore = (written: (commit: Commit) => void): MemoryStore => {
  const records = new Map<string, Commit>()
  const aliases = new Map<string, Alias>()
  const counters = new Map<string, number>()
  const places: Places = new Map()
  const count = async (name: string): Promise<number> => {
    const next = (counters.get(name) ?? 0) + 1
    counters.set(name, next)
    return next
  }
  return {
    load: async (key) => {
      const found = records.get(nameOf(key))
      return found ? { version: found.expectedVersion + 1, state: found.state as never } : null
    },
    commit: async (commit) => {
      const before = records.get(nameOf(commit.key))
      if ((before ? before.expectedVersion + 1 : 0) !== commit.expectedVersion) return { kind: 'moved' }
      records.set(nameOf(commit.key), commit)
      for (const alias of commit.aliases) aliases.set(alias.name, alias)
      place(places, before, commit)
      written(commit)
      return { kind: 'done' }
    },
    list: async (name, key, page) => pageOf(places, name, key, page),
    rows: async (date, page) => pageOf(places, 'day', date, page),
    alias: async (name) => {
      const alias = aliases.get(name)
      return alias ? foundIn(alias) : null
    },
    nextNumber: count,
    count,
    summaries: notKept('summaries'),
    loadWithHistory: notKept('history'),
    listEntries: notKept('entries'),
    append: notKept('entries'),
    due: notKept('list of what is due'),
    wakeAt: (key) => records.get(nameOf(key))?.wakeAt ?? null,
    settle: (key) => records.delete(nameOf(key)),
  }
}
