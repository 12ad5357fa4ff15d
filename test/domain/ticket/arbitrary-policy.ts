import fc from 'fast-check'
import { LEVELS } from '../../../shared/domain/escalation/level.ts'
import { PRIORITIES } from '../../../shared/domain/priority/grade.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { EscalationCell, Policy, TargetRow } from '../../../shared/domain/setting/policy.ts'
import { deskWithPolicy, smallDesk } from '../../support/ticket-fixtures.ts'

const minutes = fc.integer({ min: 1, max: 3000 })
const target = fc.option(minutes, { nil: null, freq: 5 })
const row: fc.Arbitrary<TargetRow> = fc.record({
  clock: fc.constantFrom('around-the-clock', 'working-time'),
  assignMinutes: target,
  respondMinutes: target,
  restoreMinutes: target,
  confirmMinutes: target,
})
const cell: fc.Arbitrary<EscalationCell> = fc.record(
  {
    after: fc.oneof(
      fc.integer({ min: 0, max: 3000 }).map((given) => ({ minutes: given })),
      fc.integer({ min: 1, max: 3 }).map((workingDays) => ({ workingDays })),
    ),
    level: fc.constantFrom(...LEVELS),
    assignToLine: fc.constantFrom(1 as const, 2 as const),
  },
  { requiredKeys: ['after', 'level'] },
)
const byPriority = <Value>(value: fc.Arbitrary<Value>) => fc.record({ 1: value, 2: value, 3: value, 4: value })
const urgencyRow = fc.record({
  critical: fc.constantFrom(...PRIORITIES),
  high: fc.constantFrom(...PRIORITIES),
  medium: fc.constantFrom(...PRIORITIES),
  low: fc.constantFrom(...PRIORITIES),
})

const { closing, escalation } = smallDesk.policy.value

/** Any policy an administrator could save, sensible or not. */
export const arbitraryDesk: fc.Arbitrary<Desk> = fc
  .record({
    targets: byPriority(row),
    matrix: byPriority(fc.array(cell, { maxLength: 6 })),
    priorityMatrix: fc.record({
      extensive: urgencyRow,
      significant: urgencyRow,
      moderate: urgencyRow,
      minor: urgencyRow,
    }),
    warnAtPercent: fc.integer({ min: 1, max: 99 }),
    reassignmentLimit: fc.integer({ min: 1, max: 4 }),
    remindAfterWorkingMinutes: minutes,
    closeAfterWorkingMinutes: minutes,
  })
  .map(
    ({ matrix, reassignmentLimit, remindAfterWorkingMinutes, closeAfterWorkingMinutes, ...more }): Partial<Policy> => ({
      ...more,
      escalation: { ...escalation, matrix, reassignmentLimit },
      closing: { ...closing, remindAfterWorkingMinutes, closeAfterWorkingMinutes },
    }),
  )
  .map((changes) => deskWithPolicy(changes))
