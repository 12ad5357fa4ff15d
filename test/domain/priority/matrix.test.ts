import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../shared/application/defaults/default-policy.ts'
import { IMPACTS, type Impact, type Priority, URGENCIES } from '../../../shared/domain/priority/grade.ts'
import { morePressing, moreUrgent, priorityOf } from '../../../shared/domain/priority/matrix.ts'

const ordered: Readonly<Record<Impact, readonly Priority[]>> = {
  extensive: [1, 1, 2, 4],
  significant: [1, 2, 3, 4],
  moderate: [2, 2, 3, 4],
  minor: [2, 3, 3, 4],
}

describe('priority', () => {
  test('comes from the matrix of impact and urgency [PRI-4]', () => {
    for (const impact of IMPACTS) {
      const row = URGENCIES.map((urgency) => priorityOf(defaultPolicy, impact, urgency, null))
      expect(row, impact).toEqual(ordered[impact])
    }
  })

  test('the matrix is data [PRI-4]', () => {
    const row = { critical: 4, high: 4, medium: 4, low: 1 } as const
    const policy = { ...defaultPolicy, priorityMatrix: { ...defaultPolicy.priorityMatrix, minor: row } }
    expect(priorityOf(policy, 'minor', 'low', null)).toBe(1)
  })

  test('is never less than the floor of the service, nor lowered to it [PRI-5]', () => {
    expect(defaultPolicy.criticality.vital.priorityFloor).toBe(3)
    expect(priorityOf(defaultPolicy, 'minor', 'low', 'vital')).toBe(3)
    expect(priorityOf(defaultPolicy, 'extensive', 'high', 'vital')).toBe(1)
    expect(priorityOf(defaultPolicy, 'minor', 'low', 'normal')).toBe(4)
  })

  test('the more pressing of two is the lower number and the earlier word [ESC-7]', () => {
    expect([morePressing(1, 2), morePressing(4, 3), morePressing(2, 2)]).toEqual([1, 3, 2])
    expect([moreUrgent('low', 'high'), moreUrgent('critical', 'high'), moreUrgent('high', 'high')]).toEqual([
      'high',
      'critical',
      'high',
    ])
  })
})
