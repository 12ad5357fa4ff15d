import * as z from 'zod'
import { code, id, majorWait, priority, state } from './fields.ts'
import { pageQuery } from './page.ts'
import { schema } from './schema.ts'

const LIST_VIEWS = [
  'queue',
  'mine',
  'requested',
  'department',
  'service',
  'item',
  'open',
  'missed',
  'due',
  'recorded',
  'to-close',
  'rating-reviews',
  'priority-changes',
  'insisted',
  'registrations',
  'formerly',
] as const

const VIEWS = [
  'queue: open tickets of a support group (staff; give group).',
  'mine: open tickets assigned to the caller.',
  'requested: tickets the caller asked for, newest first.',
  'department: tickets of a department, newest first; requesters see their own where it shares them.',
  'service, item: the history of one, newest first (staff; give service or item).',
  'open: all open tickets, the first due first (staff).',
  'missed: open tickets with a promise that is past due and not kept yet, the longest overdue first (staff).',
  'due: open tickets with a promise ahead, the next first (staff).',
  'recorded: what came in on a day, newest first (staff).',
  'to-close: resolved tickets that wait for the desk or the requester; of a major incident also for its review, report and call-back (staff).',
  'rating-reviews: bad ratings to review (staff). priority-changes: requests to decide (staff).',
  'insisted: returned tickets on which the customer insists, to be served or declined (staff).',
  'registrations: major incidents written after the fact, to be confirmed by a second person (staff).',
  'formerly: tickets taken over from another desk, by what they were called there (staff; give formerly).',
  'Work lists are in order of priority, then VIP, then due time (PRI-8).',
] as const

/** Fields of which a list shows only the tickets that have them, whatever the view. */
const filters = () => ({
  state: state().optional(),
  priority: z.coerce.number().pipe(priority()).optional(),
  group: code().optional().describe('With queue: whose queue.'),
  category: code().optional(),
  channel: code().optional(),
  service: id().optional().describe('With service: whose history.'),
  item: id().optional().describe('With item: whose history.'),
  majorWaits: majorWait().optional(),
})

/** The lists of tickets, by what is asked for most. */
export const listQuery = schema(() =>
  z
    .strictObject({
      view: z.enum(LIST_VIEWS).describe(VIEWS.join(' ')),
      ...filters(),
      person: id().optional().describe('Staff, with mine or requested: somebody else’s list.'),
      department: code().optional().describe('Staff, with department; default: the caller’s own.'),
      formerly: z.string().trim().min(1).max(200).optional().describe('With formerly: the number it had there.'),
      on: z.iso.date().optional().describe('With recorded: the day, in the time zone of the desk; default: today.'),
      ...pageQuery(),
    })
    .describe('A page may be shorter than its limit: go on until the cursor is null.'),
)
