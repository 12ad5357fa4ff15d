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
  /** Returns when what was being woken has been, and whether there was any. */
  ended(): Promise<boolean>
}

/** Something that is done at a moment of its own, which no record waits for. */
export type Appointment = {
  /** Now or before when it is time; null when it never will be. */
  next(): Promise<Instant | null>
  keep(): Promise<void>
}

const PAGE = 25
/** Reactions to what falls due within so short a time may wait for one another: they run this late at most. */
const TOGETHER_MS = 1_000
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
  let outstanding = 0
  const turn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    outstanding += 1
    const done = last.then(work).finally(() => {
      outstanding -= 1
    })
    last = done.catch(() => undefined)
    return done
  }
  const ended = async (): Promise<boolean> => {
    const hadSome = outstanding > 0
    await last
    return hadSome
  }
  return { turn, ended }
}

export const dueWakeUps = (parts: {
  readonly store: Pick<Store, 'due'>
  readonly clock: DemoClock
  readonly wake: (key: RecordKey, at: Instant) => Promise<unknown>
  /** Returns when no reaction and no mail is outstanding. */
  readonly settled: () => Promise<void>
  readonly appointment?: Appointment
  readonly log: Log
}): DueWakeUps => {
  const { store, clock, wake, settled, appointment, log } = parts
  const { turn, ended } = inTurn()

  /** Up to a page of each shard's records that want to be woken by `until` and have not been. */
  const dueOfShard = async (shard: number, until: Instant, woken: Woken): Promise<readonly Due[]> => {
    for (let limit = PAGE; ; limit *= 4) {
      const found = await store.due(shard, until, limit)
      const due = found.filter((each) => !woken.has(each))
      if (due.length > 0 || found.length < limit) return due
    }
  }

  /** Earliest first; empty only when nothing is due. */
  const dueBy = async (until: Instant, woken: Woken): Promise<readonly Due[]> => {
    const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => dueOfShard(shard, until, woken))
    return (await Promise.all(shards)).flat().sort((a, b) => (a.wakeAt < b.wakeAt ? -1 : 1))
  }

  const wakeOnce = async (due: Due, woken: Woken): Promise<void> => {
    woken.add(due)
    try {
      await wake(due.key, due.wakeAt)
    } catch (error) {
      log.error('a wake-up failed', error, { kind: due.key.kind, id: due.key.id, wakeAt: due.wakeAt })
    }
  }

  /** Keeps the appointment unless something else comes before it; each moment is tried once. */
  const keepBy = async (until: Instant, tried: Set<Instant>): Promise<boolean> => {
    const at = (await appointment?.next()) ?? null
    if (at === null || at > until || tried.has(at)) return false
    tried.add(at)
    await clock.moveTo(at)
    try {
      await appointment?.keep()
    } catch (error) {
      log.error('an appointment failed', error, { at })
    }
    return true
  }

  const keptBySweeps = new Set<Instant>()
  let wokenBySweeps = new Woken(log)
  let sweeps = 0

  const sweepOnce = async (): Promise<void> => {
    sweeps += 1
    if (sweeps % RETRY_AFTER_SWEEPS === 0) wokenBySweeps = new Woken(log)
    if (sweeps % RETRY_AFTER_SWEEPS === 0) keptBySweeps.clear()
    for (const due of await dueBy(clock.now(), wokenBySweeps)) await wakeOnce(due, wokenBySweeps)
    await keepBy(clock.now(), keptBySweeps)
  }

  const advanceTo = async (target: Instant): Promise<void> => {
    const woken = new Woken(log)
    const kept = new Set<Instant>()
    for (;;) {
      await settled()
      const due = await dueBy(target, woken)
      const [first] = due
      if (await keepBy(first?.wakeAt ?? target, kept)) continue
      if (!first) break
      const together = plus(first.wakeAt, TOGETHER_MS)
      for (const each of due.filter(({ wakeAt }) => wakeAt <= together)) {
        await clock.moveTo(each.wakeAt)
        await wakeOnce(each, woken)
      }
    }
    await clock.moveTo(target)
  }

  return {
    catchUp: () => turn(sweepOnce),
    advance: (seconds) => turn(() => advanceTo(plus(clock.now(), seconds * 1000))),
    ended,
  }
}
