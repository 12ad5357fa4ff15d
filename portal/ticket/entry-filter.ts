import type { Entry } from './open-ticket.ts'

export const FILTERS = ['story', 'conversation', 'notices', 'all'] as const
export type Filter = (typeof FILTERS)[number]

const CONVERSATION: ReadonlySet<Entry['type']> = new Set([
  'recorded',
  'commented',
  'contacted',
  'time-proposed',
  'time-answered',
  'resolved',
  'confirmed',
  'rejected',
  'returned',
  'insisted',
  'service-decided',
  'cancelled',
  'closed',
  'merged',
  'unmerged',
])

const isNotice = ({ type }: Entry): boolean => /^(notice|call)-/.test(type)

/** `story` is everything but the notices, of which there are many. */
export const passes = (filter: Filter, entry: Entry): boolean => {
  switch (filter) {
    case 'story':
      return !isNotice(entry)
    case 'conversation':
      return CONVERSATION.has(entry.type)
    case 'notices':
      return isNotice(entry)
    case 'all':
      return true
  }
}

export const filterFrom = (text: string | null): Filter => FILTERS.find((filter) => filter === text) ?? 'story'
