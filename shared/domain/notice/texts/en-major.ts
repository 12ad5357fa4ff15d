import type { MajorTemplate, MessageOf, TicketFacts } from '../message.ts'
import type { MajorNames, TextsFor } from './wording.ts'

export const MAJOR_NAMES_EN: MajorNames = {
  stages: {
    candidate: 'judgement',
    mobilising: 'mobilisation',
    'first-line': 'work of the first line',
    'second-line': 'work of the second line',
    vendor: 'work of the vendor',
    review: 'review of the solution',
    report: 'analysis report',
    'call-back': 'call-back',
    closed: 'closing',
    demoted: 'normal road',
  },
  roles: {
    commander: 'incident commander',
    communications: 'communications lead',
    scribe: 'scribe',
    technical: 'technical lead',
  },
  audiences: { requesters: 'the requesters', management: 'management' },
}

const named = ({ number, title }: TicketFacts): string => `${number} “${title}”`

/** What has not been done, by the step that waits for it. */
const MISSING: Readonly<
  Partial<Record<MessageOf<'major-overdue'>['stage'], readonly [missing: string, asked: string]>>
> = {
  candidate: ['Nobody has judged it yet.', 'Have the project manager confirm or demote it on the ticket.'],
  mobilising: ['It has no commander, or nobody has been sent on site.', 'Set the commander and send the first line.'],
  review: ['Nobody has reviewed its solution yet.', 'Have the project manager review the solution on the ticket.'],
  report: ['Its analysis report has not been sent yet.', 'See to it that the report is written, approved and sent.'],
  'call-back': ['The user has not been called back yet.', 'Call the user back and record the contact.'],
}

const NEXT_OF_REVIEW = 'The analysis report is next; a draft is on the ticket.'

export const MAJOR_TEXTS_EN: TextsFor<MajorTemplate> = {
  updated: ({ text }, { ticket }) => ({
    subject: 'How it stands',
    paragraphs: [`News of ${named(ticket)}:`],
    quote: text,
    next: 'We keep you posted until the service is restored.',
    sms: `${ticket.number}: there is news of the disruption. We are working on it.`,
  }),
  reported: ({ report }, { ticket }) => ({
    subject: 'Analysis report',
    paragraphs: [`This is our analysis of the major incident ${named(ticket)}.`],
    quote: null,
    document: report,
    next: 'The service desk will call you about the solution. Reply to this e-mail with any question.',
    sms: `${ticket.number}: the analysis report has been sent to you by e-mail.`,
  }),
  'major-candidate': (_, { ticket }) => ({
    subject: 'Major incident? Please judge',
    paragraphs: [`${named(ticket)} has priority 1 and may be a major incident.`],
    quote: null,
    next: 'Confirm or demote it on the ticket. The clock is running: silence goes to management.',
    sms: `${ticket.number} (P1) may be a major incident. Please confirm or demote it now.`,
  }),
  'major-judged': ({ by, confirmed, reason }, { ticket }) => ({
    subject: confirmed ? 'Major incident confirmed' : 'No major incident',
    paragraphs: [
      confirmed
        ? `${by} has confirmed ${named(ticket)} as a major incident:`
        : `${by} has found that ${named(ticket)} is no major incident:`,
    ],
    quote: reason,
    next: confirmed
      ? 'Set the commander and the roles, and send the first line on site.'
      : 'It goes on as any other ticket; its clocks are kept.',
    sms: `${ticket.number}: ${confirmed ? 'major incident confirmed. Please mobilise.' : 'no major incident after all.'}`,
  }),
  'major-overdue': ({ stage, dueAt }, { ticket, when }) => {
    const [missing, asked] = MISSING[stage] ?? [`The ${MAJOR_NAMES_EN.stages[stage]} is overdue.`, 'Please see to it.']
    return {
      subject: `Overdue: ${MAJOR_NAMES_EN.stages[stage]}`,
      paragraphs: [`The ${MAJOR_NAMES_EN.stages[stage]} of ${named(ticket)} was due by ${when(dueAt)}. ${missing}`],
      quote: null,
      next: asked,
      sms: `${ticket.number}: ${MAJOR_NAMES_EN.stages[stage]} overdue. ${missing}`,
    }
  },
  'major-role': ({ by, roles }, { ticket }) => {
    const all = roles.map((role) => MAJOR_NAMES_EN.roles[role]).join(', ')
    return {
      subject: `You are ${all}`,
      paragraphs: [`${by} has made you ${all} of the major incident ${named(ticket)}.`],
      quote: null,
      next: 'Open the ticket: the strip of steps shows where it stands and what is next.',
      sms: `${ticket.number}: you are ${all} of this major incident.`,
    }
  },
  'major-visit': ({ by, place, appointedFor }, { ticket, when }) => ({
    subject: 'You are sent on site',
    paragraphs: [
      `${by} sends you to the major incident ${named(ticket)}: be there on ${when(appointedFor)}. The place:`,
    ],
    quote: place,
    next: 'Record your arrival on the ticket when you are there.',
    sms: `${ticket.number}: you are sent on site, ${when(appointedFor)}. The ticket says where.`,
  }),
  'major-resource': ({ by, what }, { ticket }) => ({
    subject: 'Resource needed',
    paragraphs: [`${by} asks for this in the major incident ${named(ticket)}:`],
    quote: what,
    next: 'Arrange it, and record that on the ticket.',
    sms: `${ticket.number}: a resource is needed. Please arrange it.`,
  }),
  'major-second-line': ({ by, reason }, { ticket }) => ({
    subject: 'Second line asked for help',
    paragraphs: [
      by === null
        ? `The first line has not solved the major incident ${named(ticket)} in its time.`
        : `${by} asks the second line for help with the major incident ${named(ticket)}:`,
    ],
    quote: reason,
    next: 'The second line joins now; the ticket stays with those who have it.',
    sms: `${ticket.number} (P${ticket.priority}): the second line is asked for help now.`,
  }),
  'major-vendor': ({ by, vendor, reason }, { ticket }) => ({
    subject: vendor ? `Vendor involved: ${vendor}` : 'Call the vendor',
    paragraphs: [
      by === null
        ? `The second line has not solved the major incident ${named(ticket)} in its time.`
        : `${by} has involved ${vendor ?? 'the vendor'} in the major incident ${named(ticket)}:`,
    ],
    quote: reason,
    next: vendor
      ? 'The vendor works on it too.'
      : 'Call the vendor, record that on the ticket, and report progress to management.',
    sms: `${ticket.number}: ${vendor ? 'the vendor is involved.' : 'unsolved by the second line. Please call the vendor.'}`,
  }),
  'major-progress': ({ by, text }, { ticket }) => ({
    subject: 'Progress report',
    paragraphs: [`${by} reports on the major incident ${named(ticket)}:`],
    quote: text,
    next: 'The next report comes at the set rhythm, or when something changes.',
    sms: `${ticket.number}: there is a new progress report on the ticket.`,
  }),
  'update-missed': ({ audience, dueAt, escalates }, { ticket, when }) => ({
    subject: escalates ? 'Status update still missing' : 'Status update due',
    paragraphs: [
      `A status update for ${MAJOR_NAMES_EN.audiences[audience]} on the major incident ${named(ticket)} was due on ${when(dueAt)}.`,
    ],
    quote: null,
    next: 'Post it on the ticket, even if there is nothing new to say.',
    sms: `${ticket.number}: a status update for ${MAJOR_NAMES_EN.audiences[audience]} is ${escalates ? 'still missing' : 'due'}.`,
  }),
  'major-solved': ({ by, solution }, { ticket }) => ({
    subject: 'Major incident solved: please review',
    paragraphs: [
      by === null
        ? `The major incident ${named(ticket)} has resolved by itself:`
        : `${by} has solved the major incident ${named(ticket)}:`,
    ],
    quote: solution,
    next: 'Review the solution on the ticket: satisfied, or back to work with the reason.',
    sms: `${ticket.number}: major incident solved. Please review the solution.`,
  }),
  'major-reviewed': ({ by, satisfied, reason }, { ticket }) => ({
    subject: satisfied ? 'Solution reviewed' : 'Back to work',
    paragraphs: [
      satisfied
        ? `${by} is satisfied with the solution of ${named(ticket)}.`
        : `${by} is not satisfied with the solution of ${named(ticket)}:`,
    ],
    quote: reason,
    next: satisfied ? NEXT_OF_REVIEW : 'The major incident is worked on again.',
    sms: `${ticket.number}: ${satisfied ? 'solution reviewed, the report is next.' : 'the solution is not enough, back to work.'}`,
  }),
  'report-written': ({ by }, { ticket }) => ({
    subject: 'Analysis report drafted',
    paragraphs: [`${by} has written the first version of the analysis report of ${named(ticket)}.`],
    quote: null,
    next: 'Read and complete it; the project manager approves it on the ticket.',
    sms: `${ticket.number}: the analysis report is drafted.`,
  }),
  'report-approved': ({ by }, { ticket }) => ({
    subject: 'Analysis report approved',
    paragraphs: [`${by} has approved the analysis report of ${named(ticket)}.`],
    quote: null,
    next: 'Send it to the customer from the ticket, then call the user back.',
    sms: `${ticket.number}: the analysis report is approved and can be sent.`,
  }),
}
