import type { StaffEntry } from '../../shared/contract/timeline-view.ts'
import { t } from '../texts/texts.ts'

const TYPES = [
  'major-demoted',
  'major-step-overdue',
  'major-roles-set',
  'major-visit-arranged',
  'major-arrival-noted',
  'major-resource-requested',
  'major-resource-arranged',
  'major-second-line-asked',
  'major-vendor-asked',
  'audience-updated',
  'update-missed',
  'major-reviewed',
  'major-report-written',
  'major-report-approved',
  'major-report-sent',
  'child-attached',
  'child-detached',
  'detached-from-parent',
] as const

export type MajorEntry = Extract<StaffEntry, { readonly type: (typeof TYPES)[number] }>

export const isMajorEntry = (entry: StaffEntry): entry is MajorEntry => TYPES.some((type) => type === entry.type)

const rolesText = ({ roles }: Extract<MajorEntry, { readonly type: 'major-roles-set' }>): string => {
  const names: Readonly<Record<string, string>> = t.value.major.roles
  return Object.entries(roles)
    .map(([role, holder]) => `${names[role] ?? role} ${holder?.name ?? '–'}`)
    .join(', ')
}

/** What happened in the procedure, to follow the name of who did it. */
export const majorEntryText = (entry: MajorEntry): string => {
  const { did, stages, audiences } = t.value.major
  switch (entry.type) {
    case 'major-step-overdue':
      return did[entry.type](stages[entry.stage])
    case 'major-roles-set':
      return did[entry.type](rolesText(entry))
    case 'major-visit-arranged':
      return did[entry.type](entry.engineer.name, entry.place)
    case 'major-vendor-asked':
      return entry.vendor === null ? did.vendorDue : did[entry.type](entry.vendor)
    case 'audience-updated':
    case 'update-missed':
      return did[entry.type](audiences[entry.audience])
    case 'major-reviewed':
      return entry.satisfied ? did.satisfied : did.backToWork
    case 'major-report-written':
    case 'major-report-approved':
      return did[entry.type](entry.version)
    case 'child-attached':
    case 'child-detached':
      return did[entry.type](entry.child)
    case 'detached-from-parent':
      return did[entry.type](entry.parent)
    default:
      return did[entry.type]
  }
}

/** What was said or given as the reason, if anything. */
export const majorEntryWords = (entry: MajorEntry): string | null => {
  switch (entry.type) {
    case 'audience-updated':
      return entry.text
    case 'major-resource-requested':
      return entry.what
    case 'major-resource-arranged':
      return entry.note
    default:
      return 'reason' in entry ? entry.reason : null
  }
}
