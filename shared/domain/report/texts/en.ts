import type { ReportTexts } from './report-texts.ts'

export const REPORT_TEXTS_EN: ReportTexts = {
  figures: {
    tickets: { name: 'Tickets', definition: 'Tickets recorded in the month.' },
    'responded-in-time': {
      name: 'Responded in time',
      definition:
        'Tickets answered by their response target, of all tickets. Without a target, or not answered yet: not in time.',
    },
    'restored-in-time': {
      name: 'Restored in time',
      definition:
        'Tickets restored by their restoration target, of all tickets. Without a target, or not restored yet: not in time.',
    },
    'response-missed': { name: 'Responses missed', definition: 'Tickets whose response target passed unanswered.' },
    'restoration-missed': {
      name: 'Restorations missed',
      definition: 'Tickets whose restoration target passed without service restored.',
    },
    'response-running': {
      name: 'Responses still running',
      definition: 'Tickets not answered yet whose response target has not passed.',
    },
    'restoration-running': {
      name: 'Restorations still running',
      definition: 'Tickets not restored yet whose restoration target has not passed.',
    },
    'no-response-target': { name: 'Without response target', definition: 'Tickets nobody promised a response for.' },
    'no-restoration-target': {
      name: 'Without restoration target',
      definition: 'Tickets nobody promised a restoration for.',
    },
    'overruns-agreed': {
      name: 'Overruns agreed',
      definition: 'Restorations missed, but done, or still to be done, by a later time the requester agreed to.',
    },
    'overruns-silent': {
      name: 'Overruns not agreed',
      definition:
        'Restorations missed without such an agreement: nobody asked, no answer, an objection, or the time agreed to missed as well.',
    },
    reassigned: { name: 'Tickets reassigned', definition: 'Tickets handed from one group or person to another.' },
    reassignments: {
      name: 'Reassignments',
      definition: 'How often tickets were handed on after their first assignment.',
    },
    'escalations-matrix': { name: 'Escalations by matrix', definition: 'Levels told because of the time elapsed.' },
    'escalations-missed-target': {
      name: 'Escalations by missed target',
      definition: 'Levels told because a target was missed.',
    },
    'escalations-manual': { name: 'Escalations by hand', definition: 'Escalations somebody asked for, with a reason.' },
    'escalations-reassignments': {
      name: 'Escalations by reassignments',
      definition: 'Escalations because a ticket was handed on too often.',
    },
    'waiting-time': {
      name: 'Waiting time',
      definition: 'Plain time the clocks stood still for waiting, per ticket that waited.',
    },
    majors: { name: 'Major incidents', definition: 'Major incidents confirmed, and candidates not judged yet.' },
    'post-registered': { name: 'Registered afterwards', definition: 'Tickets written down after the fact.' },
    'post-registered-unconfirmed': {
      name: 'Registered afterwards, not confirmed',
      definition: 'Those that no second person had confirmed when the report was made; counted all the same.',
    },
    'satisfaction-coverage': {
      name: 'Ratings obtained',
      definition: 'Closed tickets with a rating, of all closed ones that were not taken over.',
    },
    satisfaction: { name: 'Satisfaction', definition: 'Mean rating from 1 to 5 of the tickets rated.' },
    'bad-ratings': { name: 'Bad ratings', definition: 'Tickets rated 1 or 2.' },
    'bad-rating-reviews-open': {
      name: 'Bad ratings not reviewed',
      definition: 'Tickets whose bad rating the desk manager has not reviewed yet.',
    },
    problems: { name: 'Problems raised', definition: 'Tickets that led to a problem record.' },
    returned: { name: 'Returned', definition: 'Tickets returned as out of scope; in no other figure.' },
    redirected: {
      name: 'Redirected',
      definition: 'Those of the returned that are a change or a new requirement.',
    },
    'service-declined': {
      name: 'Service declined',
      definition: 'Those of the returned on which the customer insisted and which the project manager declined.',
    },
    'served-on-insistence': {
      name: 'Served on insistence',
      definition:
        'Tickets returned at first and served because the project manager decided so; counted like any other.',
    },
    merged: { name: 'Merged', definition: 'Duplicates merged into another ticket; in no other figure.' },
    cancelled: { name: 'Cancelled', definition: 'Tickets cancelled; in no other figure.' },
    canaries: { name: 'Tests of the desk', definition: 'Tickets the desk tests itself with; in no other figure.' },
    backlog: {
      name: 'Backlog',
      definition: 'Tickets of this month or earlier that were neither resolved nor ended when the report was made.',
    },
    'backlog-overdue': { name: 'Backlog overdue', definition: 'Those of the backlog with a target that has passed.' },
    'backlog-to-1-day': { name: 'Backlog below 1 day', definition: 'Those recorded less than 24 hours before.' },
    'backlog-to-7-days': { name: 'Backlog 1 to 7 days', definition: 'Those recorded 1 to 7 days of 24 hours before.' },
    'backlog-to-30-days': { name: 'Backlog 7 to 30 days', definition: 'Those recorded 7 to 30 days before.' },
    'backlog-older': { name: 'Backlog above 30 days', definition: 'Those recorded 30 days before or earlier.' },
  },
  cuts: {
    kind: 'Kind',
    class: 'Class',
    priority: 'Priority',
    service: 'Service',
    category: 'Category',
    group: 'Group',
    channel: 'Channel',
    fault: 'Recurring fault',
  },
  rules: [
    'A ticket belongs to the month it was recorded in, by the calendar of the desk’s own time zone, whenever it is worked on.',
    'What still runs is judged as of the moment the report was made: in no rate as in time, and counted apart as still running.',
    'Returned, merged and cancelled tickets and tests of the desk are counted apart and left out of every other figure.',
    'Each ticket is judged by the targets and the calendar in force when it was recorded, and by the priority it had when the step was done.',
    'Tickets taken over from another desk count like any other, by the targets and the calendar in force when they came.',
    'Tickets taken over are left out of the ratings obtained; where that desk noted no time of response, it is that of the solution.',
    'Done at the due time is done in time. Waiting that stops the clock moves the due time; an agreed later time does not.',
    'A recurring fault is 3 incidents or more in the month of the same category and item, or service where no item is known.',
    'Last month and the same month last year are as reported then, or counted now where nothing was. Without history there is no figure.',
  ],
}
