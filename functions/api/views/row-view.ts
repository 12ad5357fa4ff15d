import type { ListedRecord } from '../../../shared/application/ports.ts'
import type { TicketSummary } from '../../../shared/application/ticket-record.ts'
import type { TicketRow } from '../../../shared/contract/ticket-row.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { isStaffActor } from './may-see.ts'
import { publicName } from './public-name.ts'
import { rowClock } from './row-clock.ts'

/** Who looks at a list, at which desk, and when. */
export type Looking = { readonly actor: Actor; readonly desk: Desk; readonly now: Instant }

export type Listed = ListedRecord<TicketSummary>

/** ROL-3: one line of a list, with the numbers that are the desk's own for staff only. */
export const rowView = ({ summary, version }: Listed, { actor, desk, now }: Looking): TicketRow => {
  const { assignee, requester, major, security, reassignments, escalated } = summary
  const staff = isStaffActor(actor)
  return {
    number: summary.number,
    kind: summary.kind,
    class: summary.class,
    title: summary.title,
    state: summary.state,
    priority: summary.priority,
    impact: summary.impact,
    urgency: summary.urgency,
    category: summary.category,
    group: summary.group,
    assignee: assignee && (staff ? { id: assignee.id, name: assignee.name } : { name: publicName(assignee.name, '') }),
    requester: { name: staff ? requester.name : publicName(requester.name, ''), vip: requester.vip },
    channel: summary.channel,
    service: summary.service,
    item: summary.item,
    flags: { major: major === 'candidate' || major === 'confirmed', security },
    recordedAt: summary.recordedAt,
    updatedAt: summary.updatedAt,
    resolvedAt: summary.resolvedAt,
    dueAt: summary.dueAt,
    clock: rowClock(summary, desk, now),
    waitingFor: summary.waitingFor,
    ...(staff && { reassignments, escalated, majorWaits: summary.majorWaits ?? null }),
    version,
  }
}
