import type { RecordedEvent } from '../domain/record.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Deps } from './deps.ts'
import { childAttached, childDetached, childrenFollow, parentNotes, passOnUpdate } from './major-children.ts'

/** MAJ-4, MAJ-6, MAJ-8: what an event of a major incident means for its children and its report; safe to do twice. */
export const reactToMajor = async (
  deps: Deps,
  line: RecordedEvent & { readonly event: TicketEvent },
): Promise<void> => {
  const { event, record } = line
  switch (event.type) {
    case 'child-attached':
      return childAttached(deps, record.id, event.child)
    case 'child-detached':
      return childDetached(deps, record.id, event.child)
    case 'attached-to-parent':
      return parentNotes(deps, record.id, event.parent)
    case 'audience-updated':
      return event.audience === 'requesters' && event.of === null
        ? passOnUpdate(deps, record.id, event.text, line.id)
        : undefined
    case 'major-reviewed':
      // the one event in thousands that needs it: not part of every start
      if (event.satisfied) return (await import('./major-report.ts')).draftMajorReport(deps, record.id)
      return childrenFollow(deps, record.id)
    case 'major-judged':
    case 'resolved':
    case 'rejected':
    case 'alarm-returned':
      return childrenFollow(deps, record.id)
    default:
      return
  }
}
