import fc from 'fast-check'
import { instantOf } from '../../../shared/domain/instant.ts'
import type { DutyWindow, Layer, Override, Rota, TurnLength } from '../../../shared/domain/on-call/rota.ts'
import { type Calendar, weekdays } from '../../../shared/domain/sla/calendar.ts'
import { QUARTER_MS } from './naive-rota.ts'

/** Zones with a moment around which their clocks do something of interest; nothing happens in the last three. */
const scenes = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'], // by half an hour
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z'], // the date begins at 01:00
  ['America/Sao_Paulo', '2019-02-17T02:00Z'], // the last hour of the date comes twice
  ['America/Havana', '2026-11-01T05:00Z'], // the first hour of the date comes twice
  ['Pacific/Apia', '2011-12-30T10:00Z'], // a date that never was
  ['Asia/Shanghai', '2026-02-14T00:00Z'],
  ['Asia/Kathmandu', '2026-05-01T00:00Z'],
  ['UTC', '2026-12-31T00:00Z'],
] as const

const DAY_QUARTERS = 96
const PEOPLE = ['ann', 'ben', 'cho', 'dee', 'eve'] as const

const wallTime = (quarters: number): string =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`

/** Often those where clocks are changed. */
const timeOfDay = fc
  .oneof(fc.integer({ min: 0, max: DAY_QUARTERS - 1 }), fc.constantFrom(0, 2, 4, 6, 7, 8, 9, 10, 12, 92, 95))
  .map(wallTime)

const turn: fc.Arbitrary<TurnLength> = fc.oneof(
  fc.record({ hours: fc.constantFrom(1, 2, 7, 8, 12, 24, 30) }),
  fc.record({ days: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ weeks: fc.integer({ min: 1, max: 2 }) }),
)

const days = fc.subarray([...weekdays], { minLength: 1 })
const dutyWindow: fc.Arbitrary<DutyWindow> = fc
  .record({ days, from: timeOfDay, to: fc.oneof(timeOfDay, fc.constant('24:00')) })
  .filter(({ from, to }) => from !== to)

const dateAround = (ms: number, [min, max]: readonly [number, number]) =>
  fc.integer({ min, max }).map((offset) => instantOf(ms + offset * DAY_QUARTERS * QUARTER_MS).slice(0, 10))

/** Earlier than anything begins, so that whoever walks has seen it all. */
export const WALK_BEFORE_MS = 14 * DAY_QUARTERS * QUARTER_MS

const layerAround = (ms: number): fc.Arbitrary<Layer> =>
  fc
    .record({
      participants: fc.subarray([...PEOPLE]),
      atOnce: fc.constantFrom(1, 1, 2),
      startsOn: dateAround(ms, [-10, 1]),
      handOverAt: timeOfDay,
      turn,
      windows: fc.oneof(fc.constant([]), fc.array(dutyWindow, { minLength: 1, maxLength: 3 })),
      holidays: fc.constantFrom('ignored' as const, 'ignored' as const, 'off' as const, 'only' as const),
      calendar: fc.constantFrom('any', 'unknown'),
      endsOn: fc.option(dateAround(ms, [2, 3]), { nil: null, freq: 3 }),
    })
    .map((layer) => ({ ...layer, atOnce: Math.min(layer.atOnce, Math.max(1, layer.participants.length)) }))

const instantAround = (ms: number) =>
  fc.integer({ min: -3 * DAY_QUARTERS, max: 3 * DAY_QUARTERS }).map((offset) => ms + offset * QUARTER_MS)

const overrideAround = (ms: number): fc.Arbitrary<Override> =>
  fc.record({
    id: fc.uuid(),
    from: instantAround(ms).map(instantOf),
    to: instantAround(ms).map(instantOf),
    person: fc.constantFrom('fay', ...PEOPLE),
    replaces: fc.option(fc.constantFrom(...PEOPLE), { nil: null }),
  })

const calendarAround = (timeZone: string, ms: number): fc.Arbitrary<Calendar> => {
  const dates = fc
    .uniqueArray(dateAround(ms, [-2, 2]), { maxLength: 2 })
    .map((all) => all.map((on) => ({ on, name: on })))
  return fc.record({
    id: fc.constant('any'),
    name: fc.constant('any'),
    timeZone: fc.constant(timeZone),
    weekly: fc.constant({ mon: [['09:00', '17:00']] as const }),
    holidays: dates,
    yearlyHolidays: fc
      .uniqueArray(dateAround(ms, [-2, 2]), { maxLength: 1 })
      .map((all) => all.map((on) => on.slice(5))),
    makeUpDays: dates,
  })
}

/** A random rota with a calendar, and a stretch around something of interest. */
export const arbitraryRota = fc.constantFrom(...scenes).chain(([timeZone, moment]) => {
  const ms = Date.parse(moment)
  return fc.record({
    rota: fc.record({
      id: fc.constant('any'),
      name: fc.constant({ en: 'Any', 'zh-CN': '任意' }),
      subject: fc.constant({ kind: 'desk' } as const),
      timeZone: fc.constant(timeZone),
      layers: fc.array(layerAround(ms), { minLength: 1, maxLength: 3 }),
      overrides: fc.array(overrideAround(ms), { maxLength: 3 }),
      neededDuring: fc.constant(null),
    }) satisfies fc.Arbitrary<Rota>,
    calendar: calendarAround(timeZone, ms),
    fromMs: instantAround(ms),
    toMs: instantAround(ms),
  })
})
