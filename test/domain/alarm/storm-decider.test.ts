import { describe, expect, test } from 'vitest'
import { type StormWatch, stormDecider } from '../../../shared/domain/alarm/storm-decider.ts'
import { type Instant, plus } from '../../../shared/domain/instant.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { MONDAY_9 } from '../../support/ticket-fixtures.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

type Incident = { readonly number: string; readonly at: Instant }

/** So many incidents, one every so often. */
const incidents = (count: number, everyMs: number, from = MONDAY_9): readonly Incident[] =>
  Array.from({ length: count }, (_, i) => ({ number: `INC-${from}-${i}`, at: plus(from, i * everyMs) }))

/** Notes each; by default the moment it was recorded, or all of them when the desk got round to it. */
const note = (noted: readonly Incident[], from: StormWatch | null = null, heardAt?: Instant) => {
  let watch = from
  const events = noted.flatMap(({ number, at }) => {
    const now = heardAt ?? at
    const context = { now, actor: DESK, newId: () => `storm-${now}`, aboveIncidents: 20, withinMinutes: 5 }
    const decided = stormDecider.decide(watch, { type: 'note-incident', number, recordedAt: at }, context)
    for (const event of decided)
      watch = stormDecider.evolve(watch, event, { at: now, actor: { kind: 'system', id: 'desk', name: 'desk' } })
    return decided
  })
  return { watch, events, all: (type: string) => events.filter((event) => event.type === type) }
}

describe('alarm storms', () => {
  test('20 incidents in five minutes are no storm, the 21st makes one of all of them [INT-8]', () => {
    const twenty = note(incidents(20, SECOND))
    expect(twenty.all('storm-started')).toEqual([])
    const next = note([{ number: 'one-more', at: plus(MONDAY_9, 4 * MINUTE) }], twenty.watch)
    const [storm] = next.all('storm-started')
    expect(storm).toMatchObject({ members: [...incidents(20, SECOND).map(({ number }) => number), 'one-more'] })
  })

  test('what joins while it rages hangs under the same storm [INT-8]', () => {
    const { watch } = note(incidents(21, SECOND))
    const later = note(incidents(3, MINUTE, plus(MONDAY_9, MINUTE)), watch)
    expect(later.all('storm-started')).toEqual([])
    expect(later.all('storm-joined').map((event) => 'stormId' in event && event.stormId)).toEqual(
      Array.from({ length: 3 }, () => watch?.stormId),
    )
  })

  test('incidents that come more slowly are no storm, however many [INT-8]', () => {
    expect(note(incidents(60, 15 * SECOND)).all('storm-started')).toEqual([])
    expect(note(incidents(60, 14 * SECOND)).all('storm-started')).toHaveLength(1)
  })

  test('after five minutes without any the weather is calm, and the next storm is another one [INT-8]', () => {
    const first = note(incidents(21, SECOND))
    const calm = note([{ number: 'alone', at: plus(MONDAY_9, 20 * SECOND + 5 * MINUTE) }], first.watch)
    expect(calm.events.map(({ type }) => type)).toEqual(['incident-noted'])
    expect(calm.watch?.stormId).toBeNull()
    const again = note(incidents(21, SECOND, plus(MONDAY_9, 60 * MINUTE)), calm.watch)
    expect(again.all('storm-started')).toHaveLength(1)
    expect(again.watch?.stormId).not.toBe(first.watch?.stormId)
  })

  test('an incident noted twice counts once [INT-8]', () => {
    const twenty = incidents(20, SECOND)
    const twice = note([...twenty, ...twenty])
    expect(twice.events).toHaveLength(20)
  })

  test('it is the same storm when the desk hears of it late and in another order [INT-8]', () => {
    const storm = incidents(25, SECOND)
    const late = note([...storm].reverse(), null, plus(MONDAY_9, 60 * MINUTE))
    expect(late.all('storm-started')).toHaveLength(1)
    expect(late.all('storm-joined')).toHaveLength(4)
  })

  test('an incident from before the window is not part of what goes on now [INT-8]', () => {
    const { watch } = note(incidents(1, SECOND, plus(MONDAY_9, 10 * MINUTE)))
    expect(note([{ number: 'old', at: plus(MONDAY_9, 5 * MINUTE) }], watch).events).toEqual([])
    expect(note([{ number: 'in-time', at: plus(MONDAY_9, 5 * MINUTE + 1) }], watch).events).toHaveLength(1)
  })

  test('the watch wants nothing by itself [INT-8]', () => {
    const { watch } = note(incidents(1, SECOND))
    const context = { now: MONDAY_9, actor: DESK, newId: () => '', aboveIncidents: 20, withinMinutes: 5 }
    if (!watch) throw new Error('nothing was noted')
    expect(watch.updatedAt).toBe(MONDAY_9)
    expect([stormDecider.passTime(watch, context), stormDecider.wakeAt(watch, context)]).toEqual([[], null])
  })
})
