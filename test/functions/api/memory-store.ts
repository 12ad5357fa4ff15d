import type {
  Alias,
  Commit,
  FoundAlias,
  HistoryLine,
  ListedRecord,
  ListedRow,
  Page,
  PageRequest,
  Store,
  TimelineEntry,
  Where,
} from '../../../shared/application/ports.ts'
import type { RecordKey } from '../../../shared/domain/record.ts'
import { refuse } from '../../../shared/domain/refusal.ts'

type Line = HistoryLine & { readonly sort: string }

const nameOf = ({ kind, id }: RecordKey): string => `${kind}#${id}`

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Cursors are positions, written so that a made-up one is noticed. */
const CURSOR = /^at-(\d{1,9})$/

const pageOf = <Item>(
  sorted: readonly Item[],
  { cursor, limit, order }: PageRequest,
  wanted: (item: Item) => boolean = () => true,
): Page<Item> => {
  const given = cursor === undefined ? '0' : CURSOR.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  if (given === undefined) return refuse('invalid', 'bad-cursor', 'This cursor belongs to another list or is damaged.')
  const ordered = order === 'descending' ? sorted.toReversed() : sorted
  const items: Item[] = []
  let at = Number(given)
  for (; at < ordered.length && items.length < limit; at += 1) {
    const item = ordered[at]
    if (item !== undefined && wanted(item)) items.push(item)
  }
  return { items, cursor: at < ordered.length ? Buffer.from(`at-${at}`).toString('base64url') : null }
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** The `Store` port in the memory of one test, for answers that do not depend on the table. */
export class MemoryStore implements Store {
  readonly #records = new Map<string, Commit & { readonly version: number }>()
  readonly #lines = new Map<string, Line[]>()
  readonly #aliases = new Map<string, Alias>()
  readonly #entries: TimelineEntry[] = []
  readonly #counters = new Map<string, number>()

  async load<State>(key: RecordKey) {
    const record = this.#records.get(nameOf(key))
    return record ? { version: record.version, state: copy(record.state) as State } : null
  }

  async summaries<Summary>(keys: readonly RecordKey[]) {
    return keys.map((key) => {
      const record = this.#records.get(nameOf(key))
      return record ? { key, version: record.version, summary: copy(record.summary) as Summary } : null
    })
  }

  async loadWithHistory<State>(key: RecordKey, page: PageRequest) {
    const lines = (this.#lines.get(nameOf(key)) ?? []).toSorted((a, b) => byText(a.sort, b.sort))
    const history = pageOf(lines, { ...page, order: 'descending' })
    const record = page.cursor === undefined ? await this.load<State>(key) : null
    return { record, history: { ...history, items: history.items.map(({ sort: _, ...line }) => line) } }
  }

  async commit(commit: Commit) {
    const name = nameOf(commit.key)
    const version = this.#records.get(name)?.version ?? 0
    if (version !== commit.expectedVersion) return { kind: 'moved' as const }
    for (const { name: alias, replaces, target } of commit.aliases) {
      const held = this.#aliases.get(alias)
      const free = !held || replaces === 'anything' || (replaces !== 'nothing' && held.target.id === replaces.id)
      if (!free && held && !(replaces === 'nothing' && held.target === target)) {
        return { kind: 'taken' as const, name: alias, by: foundIn(held) }
      }
    }
    this.#records.set(name, copy({ ...commit, version: version + 1 }))
    for (const alias of commit.aliases) this.#aliases.set(alias.name, alias)
    for (const { id, at, actor, event, changes, index } of commit.events) {
      const line = { id, at, actor, event, changes, version: version + 1 }
      this.#write(commit.key, { ...line, sort: `${at}#${version + 1}`.padEnd(40, '#') + index })
    }
    for (const entry of commit.entries) await this.append(entry)
    return { kind: 'done' as const }
  }

  async append(entry: TimelineEntry) {
    const { id, at, actor, event } = entry
    this.#write(entry.record, { id, at, actor: actor as HistoryLine['actor'], event, sort: `${at}#entry#${id}` })
    this.#entries.push(entry)
  }

  #write(key: RecordKey, line: Line): void {
    const lines = this.#lines.get(nameOf(key)) ?? []
    this.#lines.set(nameOf(key), [...lines, copy(line)])
  }

  async list<Summary>(
    name: keyof Commit['places'],
    key: string,
    { where, ...page }: PageRequest & Where<Summary>,
  ): Promise<Page<ListedRecord<Summary>>> {
    const [from, to] = page.between ?? ['', '\uffff']
    const found = [...this.#records.values()]
      .flatMap((record) => ({ record, place: record.places[name] }))
      .filter(({ place }) => place?.key === key && place.sort >= from && place.sort <= to)
      .toSorted((a, b) => byText(a.place?.sort ?? '', b.place?.sort ?? ''))
      .map(({ record }) => ({
        key: record.key,
        version: record.version,
        summary: copy(record.summary) as Summary,
      }))
    return pageOf(found, page, where && (({ summary }) => where(summary)))
  }

  async rows<Row>(date: string, page: PageRequest): Promise<Page<ListedRow<Row>>> {
    const { items, cursor } = await this.list('day', date, page)
    const rowOf = (key: RecordKey) => (this.#records.get(nameOf(key))?.row ?? null) as Row | null
    return { items: items.map(({ key }) => ({ key, row: copy(rowOf(key)) })), cursor }
  }

  async listEntries(key: string, page: PageRequest) {
    const found = this.#entries
      .filter(({ place }) => place?.key === key)
      .toSorted((a, b) => byText(a.place?.sort ?? '', b.place?.sort ?? ''))
      .map(({ id, at, actor, event }) => ({ id, at, actor: actor as HistoryLine['actor'], event }))
    return pageOf(found, page)
  }

  async alias(name: string) {
    const alias = this.#aliases.get(name)
    return alias ? foundIn(alias) : null
  }

  async due() {
    return []
  }

  async nextNumber(series: string) {
    const next = (this.#counters.get(series) ?? 0) + 1
    this.#counters.set(series, next)
    return next
  }

  async count(name: string) {
    return this.nextNumber(name)
  }
}

const foundIn = ({ target, data }: Alias): FoundAlias => ({ target, data: data ?? null })
