/** What a series stands for; its colour follows from it. */
export type Tone = 'now' | 'last-month' | 'last-year' | 'first' | 'second'

export type Series = {
  readonly label: string
  readonly tone: Tone
  /** One for each label; null where nothing is known. */
  readonly values: readonly (number | null)[]
}

/** A chart before it is drawn. */
export type ChartData = {
  /** `bars` lie, so that long names can be read; `lines` are for months one after the other. */
  readonly kind: 'bars' | 'lines'
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  /** Shares from 0 to 1, or counts. */
  readonly of: 'shares' | 'counts'
  /** A line across, for what is to be reached. */
  readonly goal: number | null
  /** How values are said. */
  readonly text: (value: number) => string
}
