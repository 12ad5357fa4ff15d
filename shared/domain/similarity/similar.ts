import { isOpenState } from '../ticket/moves.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { termsOf } from './terms.ts'

/** What the desk knows so far of the ticket it records. */
export type Sought = {
  readonly title: string
  readonly service?: string | undefined
  readonly category?: string | undefined
  readonly item?: string | undefined
}

export type Comparable = Pick<Ticket, 'title' | 'service' | 'category' | 'item' | 'state'>

/** `score` from 0 to 1: how much of what both titles say is the same, rare words counting most. */
export type Similar<Candidate> = { readonly candidate: Candidate; readonly score: number }

/** Below this, titles share a word by chance. */
const LEAST_SCORE = 0.2

/** Of two with the same words, what concerns the same thing comes first, and what is still open before what is past. */
const FOR_SAME = { item: 1.4, service: 1.2, category: 1.2 } as const
const FOR_PAST = 0.9

type Weight = (term: string) => number

/** A word in every title tells nothing, one in a single title almost all. */
const weightIn = (texts: readonly ReadonlySet<string>[]): Weight => {
  const found = new Map<string, number>()
  for (const text of texts) for (const term of text) found.set(term, (found.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + texts.length / (1 + (found.get(term) ?? 0)))
}

const lengthOf = (terms: Iterable<string>, weight: Weight): number => Math.hypot(...Array.from(terms, weight))

/** The cosine of the angle between both texts, as search engines have it. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Weight): number => {
  const lengths = lengthOf(a, weight) * lengthOf(b, weight)
  return lengths === 0
    ? 0
    : lengthOf(
        [...a].filter((term) => b.has(term)),
        weight,
      ) **
        2 /
        lengths
}

const nearness = (sought: Sought, candidate: Comparable): number => {
  const same = (['item', 'service', 'category'] as const).filter(
    (field) => sought[field] !== undefined && sought[field] === candidate[field],
  )
  return same.reduce((product, field) => product * FOR_SAME[field], isOpenState(candidate.state) ? 1 : FOR_PAST)
}

/** INT-14: the tickets whose titles say most nearly the same, best first; words alone decide whether one is shown at all. */
export const mostSimilar = <Candidate>(
  sought: Sought,
  candidates: readonly Candidate[],
  comparable: (candidate: Candidate) => Comparable,
  most: number,
): readonly Similar<Candidate>[] => {
  const wanted = termsOf(sought.title)
  const texts = candidates.map((candidate) => ({ candidate, terms: termsOf(comparable(candidate).title) }))
  const weight = weightIn(texts.map(({ terms }) => terms))
  return texts
    .map(({ candidate, terms }) => ({ candidate, words: likeness(wanted, terms, weight) }))
    .filter(({ words }) => words >= LEAST_SCORE)
    .map(({ candidate, words }) => ({
      candidate,
      score: Math.min(1, words * nearness(sought, comparable(candidate))),
    }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
}
