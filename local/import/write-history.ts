import type { Alias, Commit, Store } from '../../shared/application/ports.ts'
import type { RecordedEvent, RecordKey } from '../../shared/domain/record.ts'

/** Leaves room in one transaction for the record and its name: of its 100 things, and of its 4 MB. */
const [MOST_LINES, MOST_BYTES] = [90, 3_000_000]

/** The lines of a history as they are written, a transaction each. */
export const partsOf = (commits: readonly Commit[]): readonly (readonly RecordedEvent[])[] => {
  const parts: RecordedEvent[][] = []
  let bytes = 0
  for (const line of commits.flatMap(({ events }) => events)) {
    const part = parts.at(-1)
    const size = Buffer.byteLength(JSON.stringify(line))
    if (part && part.length < MOST_LINES && bytes + size <= MOST_BYTES) {
      part.push(line)
      bytes += size
    } else {
      parts.push([line])
      bytes = size
    }
  }
  return parts
}

/** NOT-4: whoever would be told of it here was told of nothing. */
const toldNobody = <Event extends object>(event: Event): Event => ('told' in event ? { ...event, told: [] } : event)

const linesOf = (key: RecordKey, lines: readonly RecordedEvent[], part: number): readonly RecordedEvent[] =>
  lines.map((line, index) => ({
    ...{ ...line, event: toldNobody(line.event), version: part + 1, index },
    ...{ id: `${key.kind}:${key.id}:${part + 1}:${index}`, imported: true as const },
  }))

/**
 * API-3: a record that has gone its way in memory, written whole: what it came to, and all of its history. What would not fit
 * into one transaction follows in more of them, and goes on where it stopped when the first `written` are there already.
 * @returns false when somebody else has written it in the meantime
 */
export const writeHistory = async (
  store: Store,
  commits: readonly Commit[],
  { name, written }: { readonly name: Omit<Alias, 'target'>; readonly written: number },
): Promise<boolean> => {
  const last = commits.at(-1)
  if (!last) throw new Error('There is no history to be written.')
  const { key } = last
  for (const [part, lines] of partsOf(commits).entries()) {
    if (part < written) continue
    const follows = part === 0 ? undefined : (await store.load(key))?.seal
    const { kind } = await store.commit({
      ...last,
      ...{ expectedVersion: part, follows, events: linesOf(key, lines, part), wakeAt: null, entries: [] },
      aliases: part === 0 ? [{ ...name, target: key }] : [],
    })
    if (kind !== 'done') return false
  }
  return true
}
