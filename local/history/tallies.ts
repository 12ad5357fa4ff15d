/** How often each of some names came up, the most frequent first. */
export type Tally = ReadonlyMap<string, number>

export const tally = () => {
  const counts = new Map<string, number>()
  return {
    add: (name: string, times = 1): void => void counts.set(name, (counts.get(name) ?? 0) + times),
    sorted: (): Tally => new Map([...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))),
  }
}
