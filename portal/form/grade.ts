import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import type { Policy, Service } from '../settings/catalogue.ts'

export type Impact = TicketRow['impact']
export type Urgency = TicketRow['urgency']
export type Priority = TicketRow['priority']

export const IMPACTS: readonly Impact[] = ['extensive', 'significant', 'moderate', 'minor']
export const URGENCIES: readonly Urgency[] = ['critical', 'high', 'medium', 'low']

/** PRI-4, PRI-5: what the desk will make of a grade, shown before it is saved; the desk decides by the same policy. */
export const priorityOf = (
  policy: Policy,
  impact: Impact,
  urgency: Urgency,
  service: Service | undefined,
): Priority => {
  const graded = policy.priorityMatrix[impact][urgency]
  const floor = service ? policy.criticality[service.criticality].priorityFloor : 4
  return Math.min(graded, floor) as Priority
}

export type Grade = { readonly impact: Impact; readonly urgency: Urgency }

/** PRI-3, PRI-5: what a ticket gets when nobody says a grade. */
export const usualGrade = (policy: Policy, service: Service | undefined, isVip: boolean): Grade => ({
  impact: service ? policy.criticality[service.criticality].defaultImpact : 'minor',
  urgency: isVip ? policy.defaultUrgency.vip : policy.defaultUrgency.normal,
})
