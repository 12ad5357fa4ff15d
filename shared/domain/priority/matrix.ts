import type { Criticality, Policy } from '../setting/policy.ts'
import { type Impact, type Priority, URGENCIES, type Urgency } from './grade.ts'

/** The more pressing of two priorities. */
export const morePressing = (a: Priority, b: Priority): Priority => (a < b ? a : b)

/** PRI-4, PRI-5: the priority of a grade, never less urgent than the floor of the service's criticality. */
export const priorityOf = (
  policy: Policy,
  impact: Impact,
  urgency: Urgency,
  criticality: Criticality | null,
): Priority => {
  const graded = policy.priorityMatrix[impact][urgency]
  if (criticality === null) return graded
  const { priorityFloor } = policy.criticality[criticality]
  return morePressing(graded, priorityFloor)
}

/** ESC-7: the more pressing of two urgencies. */
export const moreUrgent = (a: Urgency, b: Urgency): Urgency => (URGENCIES.indexOf(a) < URGENCIES.indexOf(b) ? a : b)
