import { describe, expect, test } from 'vitest'
import { localDate } from '../../../shared/domain/sla/local-date.ts'

describe('the date where the desk is', () => {
  test.each([
    ['2026-03-01T15:59:59.999Z', 'Asia/Shanghai', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', 'Asia/Shanghai', '2026-03-02'],
    ['2025-12-31T16:00:00.000Z', 'Asia/Shanghai', '2026-01-01'],
    ['2026-03-29T21:59:59.999Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-03-28T22:59:59.999Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-02T00:00:00.000Z', 'UTC', '2026-03-02'],
  ])('%s in %s is %s [SLA-3]', (at, timeZone, date) => {
    expect(localDate(at, timeZone)).toBe(date)
  })
})
