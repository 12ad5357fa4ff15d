import ICAL from 'ical.js'

/** Wall-clock milliseconds, as if the zone's clocks were those of UTC. */
export type Wall = number

export const wallOfTime = ({ year, month, day, hour, minute, second, isDate }: ICAL.Time): Wall =>
  Date.UTC(year, month - 1, day, ...(isDate ? [0, 0, 0] : [hour, minute, second]))

/** How many repetitions of all events of a file are looked at. */
export type Patience = { left: number }

export class Unreadable extends Error {}

/** The library counts through longer ones one by one. */
const LONGEST_INTERVAL = 400

/**
 * Rules a rota is written with. Others the library may search for ever, such as the 30th of February: they are told back
 * to whoever imports them.
 */
const isUnderstood = (rule: ICAL.Recur): boolean => {
  const parts = Object.keys(rule.parts).sort().join()
  const days: readonly (string | number)[] = rule.parts['BYDAY'] ?? []
  if (rule.interval < 1 || rule.interval > LONGEST_INTERVAL || (rule.count !== null && rule.count < 1)) return false
  if (rule.freq !== 'MONTHLY' && !days.every((day) => /^[A-Z]{2}$/.test(String(day)))) return false
  switch (rule.freq) {
    case 'HOURLY':
    case 'YEARLY':
      return parts === ''
    case 'DAILY':
      return parts === '' || (parts === 'BYDAY' && rule.interval === 1)
    case 'WEEKLY':
      return parts === '' || parts === 'BYDAY'
    case 'MONTHLY':
      return parts === '' || (rule.interval === 1 && (parts === 'BYDAY' || parts === 'BYMONTHDAY'))
    default:
      return false
  }
}

/**
 * The wall-clock times before `before` at which something begins that first begins at `start` and repeats by the rule.
 * @param until the rule's end on the same clock; null: none
 * @throws Unreadable when the rule is not understood, or there are too many repetitions
 */
export const repetitions = (
  rule: ICAL.Recur,
  start: ICAL.Time,
  until: Wall | null,
  before: Wall,
  patience: Patience,
): readonly Wall[] => {
  if (!isUnderstood(rule)) throw new Unreadable(`the repetition ${rule.toString()} is not understood`)
  const found: Wall[] = []
  const { count } = rule
  const endless = rule.clone()
  endless.until = null
  const iterator = endless.iterator(
    new ICAL.Time({ ...start.toJSON(), timezone: 'floating' }, ICAL.Timezone.localTimezone),
  )
  while (count === null || found.length < count) {
    if (patience.left <= 0) throw new Unreadable('it repeats too often, or has for too long')
    patience.left -= 1
    const next = iterator.next()
    if (!next) break
    const wall = wallOfTime(next)
    if (wall >= before || (until !== null && wall > until)) break
    found.push(wall)
  }
  return found
}
