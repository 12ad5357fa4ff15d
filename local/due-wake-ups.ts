import { DUE_SHARDS, type Log, type Store } from '../shared/application/ports.ts'
import { type Instant, plus } from '../shared/domain/instant.ts'
import type { RecordKey } from '../shared/domain/record.ts'
import type { DemoClock } from './clock.ts'

type Due = { readonly key: RecordKey; readonly wakeAt: Instant }

/** What the scheduler does in the cloud: waking records when they asked for it, by the demo clock. */
export type DueWakeUps = {
  /** Wakes everything that is due by now. */
  catchUp(): Promise<void>
  /**
   * Moves the clock forward by `seconds`, stopping at every instant at which something becomes due on the way, and
   * returns when all of it and what follows from it is done.
   */
  advance(seconds: number): Promise<void>
}

const FEW = 5
const RETRY_AFTER_SWEEPS = 60
/** Far more than any record asks for on the longest way; what asks for more asks for ever. */
const MOST_WAKES_OF_ONE_RECORD = 2_000

const recordOf = ({ key }: Due): string => `${key.kind} ${key.id}`

/** What has been woken already: a record that stays due all the same must not hold up the rest. */
class Woken {
  readonly #moments = new Set<string>()
  readonly #wakesOf = new Map<string, number>()
  readonly #stuck = new Set<string>()
  readonly #log: Log

  constructor(log: Log) {
    this.#log = log
  }

  add(due: Due): void {
    this.#moments.add(`${recordOf(due)} ${due.wakeAt}`)
    this.#wakesOf.set(recordOf(due), (this.#wakesOf.get(recordOf(due)) ?? 0) + 1)
  }

  /** True for a record to pass over; that is logged once. */
  has(due: Due): boolean {
    const wakes = this.#wakesOf.get(recordOf(due)) ?? 0
    if (!this.#moments.has(`${recordOf(due)} ${due.wakeAt}`) && wakes < MOST_WAKES_OF_ONE_RECORD) return false
    if (!this.#stuck.has(recordOf(due)))
      this.#log.error('stays due after its wake-up', null, { record: recordOf(due), wakeAt: due.wakeAt, wakes })
    this.#stuck.add(recordOf(due))
    return true
  }
}

/** One thing after the other, whoever asks. */
const inTurn = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}

export const dueWakeUps = (parts: {
  readonly store: Pick<Store, 'due'>
  readonly clock: DemoClock
  readonly wake: (key: RecordKey, at: Instant) => Promise<unknown>
  /** Returns when no reaction and no mail is outstanding. */
  readonly settled: () => Promise<void>
  readonly log: Log
}): DueWakeUps => {
  const { store, clock, wake, settled, log } = parts
  const turn = inTurn()

  const firstOfShard = async (shard: number, until: Instant, woken: Woken): Promise<Due | null> => {
    for (let limit = FEW; ; limit *= 4) {
      const due = await store.due(shard, until, limit)
      const first = due.find((each) => !woken.has(each))
      if (first || due.length < limit) return first ?? null
    }
  }

  const firstDue = async (until: Instant, woken: Woken): Promise<Due | null> => {
    const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => firstOfShard(shard, until, woken))
    return (await Promise.all(shards)).reduce(
      (first, due) => (first && due && due.wakeAt < first.wakeAt ? due : (first ?? due)),
      null,
    )
  }

  const wakeOnce = async (due: Due, woken: Woken): Promise<void> => {
    woken.add(due)
    try {
      await wake(due.key, due.wakeAt)
    } catch (error) {
      log.error('a wake-up failed', error, { kind: due.key.kind, id: due.key.id, wakeAt: due.wakeAt })
    }
  }

  let wokenBySweeps = new Woken(log)
  let sweeps = 0

  const sweepOnce = async (): Promise<void> => {
    sweeps += 1
    if (sweeps % RETRY_AFTER_SWEEPS === 0) wokenBySweeps = new Woken(log)
    for (let due = await firstDue(clock.now(), wokenBySweeps); due; due = await firstDue(clock.now(), wokenBySweeps))
      await wakeOnce(due, wokenBySweeps)
  }

  const advanceTo = async (target: Instant): Promise<void> => {
    const woken = new Woken(log)
    await settled()
    for (let due = await firstDue(target, woken); due; due = await firstDue(target, woken)) {
      await clock.moveTo(due.wakeAt)
      await wakeOnce(due, woken)
      await settled()
    }
    await clock.moveTo(target)
  }

  return {
    catchUp: () => turn(sweepOnce),
    advance: (seconds) => turn(() => advanceTo(plus(clock.now(), seconds * 1000))),
  }
}
