import type { Commit } from '../../shared/application/ports.ts'
import type { PastCase, PastEntry } from '../history/past-case.ts'
import { type Tally, tally } from '../history/tallies.ts'
import type { Line, WouldBeSent } from './would-be-sent.ts'

/** What is counted on the way through a log. */
export type Gathered = {
  readonly cases: number
  readonly entries: number
  readonly events: number
  readonly escalations: Tally
  readonly sent: Tally
  readonly refused: Tally
  /** The first few of each reason, as case and moment. */
  readonly examples: ReadonlyMap<string, readonly string[]>
  readonly unreadable: readonly { readonly line: number; readonly why: string }[]
}

const MOST_EXAMPLES = 3

/** Counts what is written, sent, refused and unreadable; `fresh` hands over the events written since it was last asked. */
export const gathering = () => {
  const [escalations, sent, refused] = [tally(), tally(), tally()]
  const examples = new Map<string, string[]>()
  const unreadable: Gathered['unreadable'][number][] = []
  const lines: Line[] = []
  const counts = { cases: 0, entries: 0, events: 0 }
  return {
    written: ({ events }: Commit): void => {
      counts.events += events.length
      for (const line of events as readonly Line[]) {
        lines.push(line)
        if (line.event.type === 'escalated') escalations.add(`${line.event.trigger} ${line.event.level ?? ''}`.trim())
      }
    },
    fresh: (): readonly Line[] => lines.splice(0),
    sent: ({ what, medium }: WouldBeSent): void => sent.add(`${what} (${medium})`),
    refused: (reason: string, past: PastCase, entry: PastEntry): void => {
      refused.add(reason)
      const known = examples.get(reason) ?? []
      if (known.length < MOST_EXAMPLES) examples.set(reason, [...known, `${past.id} ${entry.at}`])
    },
    unreadable: (line: number, why: string): void => void unreadable.push({ line, why }),
    done: ({ events }: PastCase): void => {
      counts.cases += 1
      counts.entries += events.length
    },
    result: (): Gathered => ({
      ...counts,
      escalations: escalations.sorted(),
      sent: sent.sorted(),
      refused: refused.sorted(),
      examples,
      unreadable,
    }),
  }
}
