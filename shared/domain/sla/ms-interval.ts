/** From `fromMs` until just before `toMs`, in whole milliseconds; `toMs` may be infinite. */
export type MsInterval = { readonly fromMs: number; readonly toMs: number }

const lasts = ({ fromMs, toMs }: MsInterval): boolean => fromMs < toMs

/** The same moments as sorted intervals that neither overlap nor touch; empty and reversed ones are dropped. */
export const union = (intervals: readonly MsInterval[]): readonly MsInterval[] => {
  const merged: MsInterval[] = []
  for (const next of intervals.filter(lasts).sort((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1)
    if (last === undefined || last.toMs < next.fromMs) merged.push(next)
    else merged[merged.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, next.toMs) }
  }
  return merged
}

/** What is left of `whole` outside all of `removed`, in order. */
export const without = (whole: MsInterval, removed: readonly MsInterval[]): readonly MsInterval[] => {
  const left: MsInterval[] = []
  let fromMs = whole.fromMs
  for (const gone of union(removed)) {
    left.push({ fromMs, toMs: Math.min(gone.fromMs, whole.toMs) })
    fromMs = Math.max(fromMs, gone.toMs)
  }
  return [...left, { fromMs, toMs: whole.toMs }].filter(lasts)
}

/** The moments in both; reversed or empty when there are none. */
export const intersection = (a: MsInterval, b: MsInterval): MsInterval => ({
  fromMs: Math.max(a.fromMs, b.fromMs),
  toMs: Math.min(a.toMs, b.toMs),
})
