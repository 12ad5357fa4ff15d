import type { PublicEntry, StaffEntry } from '../../shared/contract/timeline-view.ts'
import { printedTime } from '../format/time.ts'
import { isMajorEntry, type MajorEntry, majorEntryText, majorEntryWords } from '../major-incident/major-entry.ts'
import { codeName, groupName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'
import type { Entry } from './open-ticket.ts'

type Handed = Extract<StaffEntry, { readonly type: 'assigned' | 'transferred' }>

const handedTo = ({ assignee, group }: Handed): string => assignee?.name ?? groupName(group)

const isStaffEntry = (entry: Entry): entry is StaffEntry =>
  'kind' in entry.actor && ['person', 'link', 'mail', 'system'].includes(entry.actor.kind)

/** The desk does what follows from an act of somebody on another ticket (INT-13). */
const speakerOf = (entry: Entry): { readonly kind: Entry['actor']['kind']; readonly name: string } => {
  if (!('by' in entry)) return entry.actor
  if (entry.type === 'merged') return { kind: 'person', name: entry.by.name }
  return entry.type === 'commented' ? (entry.by ?? entry.actor) : entry.actor
}

/** Parts of the desk itself have names of their own; everybody else has theirs. */
export const actorName = (entry: Entry): string => {
  const { timeline } = t.value
  const { kind, name } = speakerOf(entry)
  if (kind !== 'system')
    return name || (kind in timeline.roles ? timeline.roles[kind as PublicEntry['actor']['kind']] : name)
  if (name === 'clock') return timeline.clock
  return name === 'monitoring' ? timeline.monitoring : timeline.theDesk
}

/** Entries about a notice or a call, each of them to somebody. */
const noticeText = (entry: Extract<StaffEntry, { readonly to: string }>): string => {
  const { did, ways, by, nobody } = t.value.timeline
  switch (entry.type) {
    case 'notice-acknowledged':
      return did[entry.type](entry.to, ways[entry.via as keyof typeof ways])
    case 'notice-passed-on':
      return did[entry.type](entry.to, entry.next ?? nobody)
    case 'notice-sent':
    case 'notice-delivered':
    case 'notice-failed':
    case 'notice-skipped':
    case 'notice-bounced':
      return did[entry.type](entry.to, by[entry.channel as keyof typeof by])
    default:
      return did[entry.type](entry.to)
  }
}

const isNotice = (entry: StaffEntry): entry is Extract<StaffEntry, { readonly to: string }> =>
  /^(notice|call)-/.test(entry.type)

const staffText = (entry: Exclude<StaffEntry, { readonly to: string } | MajorEntry>): string => {
  const { words, timeline } = t.value
  const { did } = timeline
  switch (entry.type) {
    case 'recorded':
      return did.recorded(codeName('channels', entry.channel))
    case 'regraded':
      return did.regraded(entry.priority, timeline.causes[entry.cause])
    case 'major-judged':
      return entry.confirmed ? did.confirmedMajor : did.demotedMajor
    case 'assigned':
    case 'transferred':
      return did[entry.type](handedTo(entry))
    case 'contacted':
      return (entry.contact.reached ? did.contacted : did.triedContact)(words.media[entry.contact.medium])
    case 'commented':
      if (entry.of !== undefined) return did.commentedOn(entry.of)
      return entry.visibility === 'public' ? did.commented : did.commentedInternally
    case 'waiting-started':
      return did['waiting-started'](codeName('waitCodes', entry.code))
    case 'priority-change-requested':
      return did['priority-change-requested'](words.impacts[entry.impact], words.urgencies[entry.urgency])
    case 'priority-change-decided':
      return entry.granted ? did.granted : did.refused
    case 'returned':
      return did.returnedAs(t.value.acts.fields.returnedAs[entry.as ?? 'out-of-scope'])
    case 'service-decided':
      return entry.serve ? did.serves : did.declines
    case 'time-proposed':
      return did['time-proposed'](printedTime(entry.restoreBy))
    case 'time-answered':
      return (entry.agreed ? did.agreedToTime : did.objectedToTime)(printedTime(entry.restoreBy))
    case 'time-unanswered':
      return did['time-unanswered'](printedTime(entry.restoreBy))
    case 'target-warned':
    case 'target-missed':
      return did[entry.type](words.steps[entry.step])
    case 'escalated':
      return entry.level === null ? did.escalatedAgain : did.escalated(words.levels[entry.level])
    case 'resolved':
      return did.resolved(words.outcomes[entry.resolution.outcome])
    case 'closed':
      return did.closed(codeName('closeCodes', entry.code))
    case 'problem-raised':
      return did['problem-raised'](entry.problem)
    case 'attached-to-parent':
      return did['attached-to-parent'](entry.parent)
    case 'duplicates-merged':
      return did['duplicates-merged'](entry.duplicates.join(', '))
    case 'duplicate-released':
      return did['duplicate-released'](entry.duplicate)
    case 'merged':
      return did.mergedInto(entry.into)
    case 'unmerged':
      return did.unmergedFrom(entry.from)
    default:
      return did[entry.type]
  }
}

const publicText = (entry: PublicEntry): string => {
  const { words, timeline } = t.value
  const { did } = timeline
  switch (entry.type) {
    case 'recorded':
      return did.recorded(words.channel)
    case 'contacted':
      return did.contacted(words.media[entry.medium ?? 'other'])
    case 'waiting-started':
      return did['waiting-started'](codeName('waitCodes', entry.code ?? ''))
    case 'resolved':
      return did.resolved(words.outcomes[entry.outcome ?? 'cure'])
    case 'closed':
      return did.closed(codeName('closeCodes', entry.code ?? ''))
    case 'audience-updated':
      return did.commented
    case 'returned':
      return did.returnedAs(t.value.acts.fields.returnedAs[entry.returnedAs ?? 'out-of-scope'])
    case 'service-decided':
      return entry.agreed ? did.serves : did.declines
    case 'time-answered':
      return (entry.agreed ? did.agreedToTime : did.objectedToTime)(printedTime(entry.until ?? entry.at))
    case 'time-proposed':
    case 'time-unanswered':
      return did[entry.type](printedTime(entry.until ?? entry.at))
    default:
      return did[entry.type]
  }
}

/** What was done, to follow the name of who did it. */
export const entryText = (entry: Entry): string => {
  if (!isStaffEntry(entry)) return publicText(entry)
  if (isMajorEntry(entry)) return majorEntryText(entry)
  return isNotice(entry) ? noticeText(entry) : staffText(entry)
}

export const entryLine = (entry: Entry): string => `${actorName(entry)} ${entryText(entry)}`

/** PRI-7 */
const agreement = (isAgreed: boolean | null): string | null =>
  isAgreed === null ? null : t.value.timeline[isAgreed ? 'gradeAgreed' : 'gradeNotAgreed']

/** What was said or given as the reason, if anything. */
export const entryWords = (entry: Entry): string | null => {
  if (!isStaffEntry(entry)) return entry.text ?? null
  if (isMajorEntry(entry)) return majorEntryWords(entry)
  switch (entry.type) {
    case 'commented':
    case 'time-answered':
    case 'insisted':
      return entry.text
    case 'contacted':
      return [entry.contact.note, agreement(entry.contact.gradeAgreed)].filter(Boolean).join('\n')
    case 'resolved':
      return entry.resolution.solution
    case 'diagnosed':
      return [entry.cause, entry.workaround, entry.solution].filter((text) => text !== null).join('\n')
    case 'rating-reviewed':
      return [entry.finding, entry.cause, entry.measure, entry.conversation].filter(Boolean).join('\n')
    case 'problem-raised':
      return entry.leftToFindOut
    case 'escalated':
      // a missed promise has a line of its own just below
      return entry.trigger === 'manual' ? entry.reason : null
    case 'call-made':
      return entry.note
    case 'confirmed':
      return entry.satisfaction && 'score' in entry.satisfaction
        ? t.value.timeline.rated(entry.satisfaction.score)
        : null
    default:
      return 'reason' in entry ? entry.reason : null
  }
}
