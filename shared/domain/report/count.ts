import type { Instant } from '../instant.ts'
import { CUT_FIGURES, CUTS, type CutBy } from './cuts.ts'
import { FIGURE_IDS, type FigureId, figure } from './figures.ts'
import { leftOutAs } from './outcome.ts'
import type { ReportRow } from './row.ts'

/** Of one figure. */
export type Tally = { readonly numerator: number; readonly denominator: number }

export type Tallies = ReadonlyMap<FigureId, Tally>

/**
 * REP-4: what is known after some rows: the tallies of every figure, those of the cuts by what they are cut by, and the few
 * tickets the report names. Rows are not kept, so that a month takes no more room than its groups and services do.
 */
export type Count = {
  readonly figures: Tallies
  readonly cuts: ReadonlyMap<CutBy, ReadonlyMap<string, Tallies>>
  readonly named: readonly ReportRow[]
}

export const NOTHING_COUNTED: Count = { figures: new Map(), cuts: new Map(), named: [] }

/** Tickets the report lists one by one. */
const isNamed = (row: ReportRow, asOf: Instant): boolean =>
  (['bad-ratings', 'bad-rating-reviews-open', 'majors', 'post-registered'] as const).some((id) =>
    figure(id).among(row, asOf),
  )

type Growing = Map<FigureId, { numerator: number; denominator: number }>

const addTo = (tallies: Growing, ids: readonly FigureId[], row: ReportRow, asOf: Instant): void => {
  for (const id of ids) {
    const { among, value } = figure(id)
    if (!among(row, asOf)) continue
    const tally = tallies.get(id) ?? { numerator: 0, denominator: 0 }
    tally.numerator += value(row, asOf)
    tally.denominator += 1
    tallies.set(id, tally)
  }
}

const under = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const there = map.get(key) ?? make()
  map.set(key, there)
  return there
}

/** Counts rows one after the other, as they stood at `asOf`. */
export const countRows = (rows: Iterable<ReportRow>, asOf: Instant): Count => {
  const figures: Growing = new Map()
  const cuts = new Map<CutBy, Map<string, Growing>>()
  const named: ReportRow[] = []
  for (const row of rows) {
    addTo(figures, FIGURE_IDS, row, asOf)
    if (isNamed(row, asOf)) named.push(row)
    if (leftOutAs(row) !== null) continue
    for (const [by, underOf] of CUTS) {
      const value = underOf(row)
      if (value === undefined) continue
      const ofCut = under(cuts, by, () => new Map<string, Growing>())
      addTo(
        under(ofCut, value ?? '', () => new Map()),
        CUT_FIGURES,
        row,
        asOf,
      )
    }
  }
  return { figures, cuts, named }
}

const mergedMaps = <Key, Value>(
  maps: readonly ReadonlyMap<Key, Value>[],
  merge: (values: readonly Value[]) => Value,
): ReadonlyMap<Key, Value> => {
  const entries = Map.groupBy(
    maps.flatMap((map) => [...map]),
    ([key]) => key,
  )
  return new Map([...entries].map(([key, all]) => [key, merge(all.map(([, value]) => value))]))
}

const mergedTallies = (all: readonly Tallies[]): Tallies =>
  mergedMaps(all, (tallies) => ({
    numerator: tallies.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: tallies.reduce((sum, { denominator }) => sum + denominator, 0),
  }))

/** What was counted in parts, in whatever order: the same as all of it counted at once. */
export const mergeCounts = (counts: readonly Count[]): Count => ({
  figures: mergedTallies(counts.map(({ figures }) => figures)),
  cuts: mergedMaps(
    counts.map(({ cuts }) => cuts),
    (ofCut) => mergedMaps(ofCut, mergedTallies),
  ),
  named: counts.flatMap(({ named }) => named),
})
