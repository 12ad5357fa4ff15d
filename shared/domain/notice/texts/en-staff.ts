import type { MessageOf, StaffTemplate, TicketFacts } from '../message.ts'
import { NAMES_EN } from './en-words.ts'
import type { Telling, TextsFor } from './wording.ts'

const named = ({ number, title, priority }: TicketFacts): string => `${number} “${title}” (priority ${priority})`

const due = ({ ticket: { respondBy, restoreBy }, when }: Telling): string => {
  if (respondBy) return `Please accept it: a response is due by ${when(respondBy)}.`
  return restoreBy ? `A solution is due by ${when(restoreBy)}.` : 'Please look at the ticket.'
}

const because = (cause: MessageOf<'escalated'>['because'], { when }: Telling): string => {
  switch (cause.trigger) {
    case 'matrix':
      return 'The escalation matrix sets this moment to tell you: the ticket is not solved yet.'
    case 'reassignments':
      return 'It has been passed on too often.'
    case 'missed-target':
      return `The ${NAMES_EN.steps[cause.step]} was due by ${when(cause.dueAt)} and has not been made.`
    case 'manual':
      return `${cause.by} has escalated it by hand:`
  }
}

const afterwards = ({ next }: MessageOf<'escalated'>, { when }: Telling): string =>
  next ? ` If nothing changes, ${NAMES_EN.levels[next.level]} will be told on ${when(next.at)}.` : ''

export const STAFF_TEXTS_EN: TextsFor<StaffTemplate> = {
  assigned: ({ toYou }, telling) => ({
    subject: toYou ? 'Assigned to you' : 'New for your group',
    paragraphs: [
      toYou
        ? `${named(telling.ticket)} is assigned to you.`
        : `${named(telling.ticket)} is assigned to ${telling.ticket.group}.`,
    ],
    quote: null,
    next: due(telling),
    sms: `${telling.ticket.number} (P${telling.ticket.priority}) is ${toYou ? 'assigned to you' : 'new for your group'}.`,
  }),
  transferred: ({ toYou, by, reason }, telling) => ({
    subject: toYou ? 'Transferred to you' : 'Transferred to your group',
    paragraphs: [
      by === null
        ? `The escalation matrix has moved ${named(telling.ticket)} to ${telling.ticket.group}.`
        : `${by} has transferred ${named(telling.ticket)} to ${toYou ? 'you' : telling.ticket.group}. The reason:`,
    ],
    quote: by === null ? null : reason,
    next: due(telling),
    sms: `${telling.ticket.number} (P${telling.ticket.priority}) was transferred to ${toYou ? 'you' : 'your group'}.`,
  }),
  commented: ({ by, byRequester, internal, text }, { ticket }) => ({
    subject: byRequester ? 'The requester has written' : internal ? 'New internal note' : 'New comment',
    paragraphs: [`${by} has written on ${named(ticket)}:`],
    quote: text,
    next: internal
      ? 'This note is internal: the requester does not see it.'
      : 'Answer with a public comment on the ticket; the requester gets it by e-mail.',
    sms: `${ticket.number}: new comment${byRequester ? ' by the requester' : ''}.`,
  }),
  'waiting-overstayed': ({ code, dueAt }, { ticket, when }) => ({
    subject: 'Waiting for too long',
    paragraphs: [`${named(ticket)} is still waiting (${code}); it should have ended by ${when(dueAt)}.`],
    quote: null,
    next: 'Find out what it is waiting for, then resume work or record why it has to wait longer.',
    sms: `${ticket.number} has been waiting for too long. Please look into it.`,
  }),
  'target-warned': ({ step, dueAt, proposed }, { ticket, when }) => ({
    subject: `Warning: ${NAMES_EN.steps[step]} due by ${when(dueAt)}`,
    paragraphs: [
      `The ${NAMES_EN.steps[step]} of ${named(ticket)} is due by ${when(dueAt)}; most of the time is used up.`,
      ...(proposed
        ? [
            `The requester has been asked to agree to ${when(proposed)}, worked out from the target. If you know better, propose a time of your own on the ticket: it takes the place of this one.`,
          ]
        : []),
    ],
    quote: null,
    next: 'If it is missed, the ticket escalates to the next level.',
    sms: `${ticket.number} (P${ticket.priority}): ${NAMES_EN.steps[step]} due by ${when(dueAt)}.`,
  }),
  'registration-to-confirm': ({ by, reason }, { ticket }) => ({
    subject: 'Written after the fact: please confirm',
    paragraphs: [`${by} has written down ${named(ticket)} after it was over. The reason:`],
    quote: reason,
    next: 'Somebody other than the writer confirms on the ticket that the times are true, or refuses. Until then it cannot be closed.',
    sms: `${ticket.number} was written after the fact. Please confirm it.`,
  }),
  insisted: ({ text, returnedBecause }, { ticket }) => ({
    subject: 'The customer insists: to be decided by you',
    paragraphs: [
      `${named(ticket)} was returned: ${returnedBecause}`,
      `${ticket.requester} wants it served all the same${text ? ':' : '.'}`,
    ],
    quote: text,
    next: 'Please decide on the ticket whether it is served or declined, and why. The requester reads your reason.',
    sms: `${ticket.number}: the customer insists on service. Please decide.`,
  }),
  'decision-overdue': ({ since, text }, { ticket, when }) => ({
    subject: 'The customer insists and nobody has decided',
    paragraphs: [
      `${named(ticket)} was returned; since ${when(since)} ${ticket.requester} wants it served all the same${text ? ':' : '.'}`,
    ],
    quote: text,
    next: 'The project manager decides on the ticket whether it is served or declined. The customer waits for that.',
    sms: `${ticket.number}: the customer insists and nobody has decided yet.`,
  }),
  'to-be-served': ({ by, reason }, { ticket }) => ({
    subject: 'To be served after all',
    paragraphs: [`${by} has decided that ${named(ticket)} is served. It is back in the intake queue.`],
    quote: reason,
    next: 'Please dispatch it. The time it was returned is in no promise.',
    sms: `${ticket.number} is to be served after all. Please dispatch it.`,
  }),
  'time-objected': ({ restoreBy, text }, { ticket, when }) => ({
    subject: 'The requester objects to the later time',
    paragraphs: [
      `${ticket.requester} does not agree that ${named(ticket)} is solved only by ${when(restoreBy)}${text ? ':' : '.'}`,
    ],
    quote: text,
    next: 'Please talk to them: propose another time, put more hands on it, or escalate it. Without agreement it counts as a silent overrun if the target is missed.',
    sms: `${ticket.number} (P${ticket.priority}): the requester objects to the later time.`,
  }),
  escalated: (message, telling) => ({
    subject: message.level ? `Escalated to ${NAMES_EN.levels[message.level]}` : 'Escalated again',
    paragraphs: [
      message.level
        ? `${named(telling.ticket)} has been escalated to ${NAMES_EN.levels[message.level]}.`
        : `${named(telling.ticket)} has been escalated again; every level knows of it already.`,
      because(message.because, telling),
    ],
    quote: message.because.trigger === 'manual' ? message.because.reason : null,
    next: `Please see to it that it is solved.${afterwards(message, telling)}`,
    sms: `${telling.ticket.number} (P${telling.ticket.priority}) escalated${message.level ? ` to ${NAMES_EN.levels[message.level]}` : ' again'}. Please act now.`,
  }),
  'priority-change-requested': ({ by, impact, urgency, reason }, { ticket }) => ({
    subject: 'Priority change requested',
    paragraphs: [
      `${by} asks for another grade of ${named(ticket)}: impact ${NAMES_EN.impacts[impact]}, urgency ${NAMES_EN.urgencies[urgency]}. The reason:`,
    ],
    quote: reason,
    next: 'The desk grants or refuses it on the ticket. Until then nothing changes.',
    sms: `${ticket.number}: a priority change was requested. Please decide.`,
  }),
  'priority-change-decided': ({ by, granted, reason }, { ticket }) => ({
    subject: granted ? 'Priority change granted' : 'Priority change refused',
    paragraphs: [
      granted
        ? `${by} has granted the priority change of ${named(ticket)}:`
        : `${by} has refused the priority change of ${named(ticket)}:`,
    ],
    quote: reason,
    next: granted
      ? 'The due times follow the new priority, counted from the start.'
      : 'Priority and due times stay as they are.',
    sms: `${ticket.number}: priority change ${granted ? 'granted' : 'refused'}.`,
  }),
  'handed-over': ({ by, solution }, { ticket }) => ({
    subject: 'Solved, to be closed by the desk',
    paragraphs: [
      by === null ? `${named(ticket)} has resolved by itself:` : `${by} has solved ${named(ticket)} and hands it over:`,
    ],
    quote: solution,
    next: 'The desk confirms it with the requester and closes the ticket.',
    sms: `${ticket.number} is solved and handed over to the desk.`,
  }),
  rejected: ({ reason }, telling) => ({
    subject: 'Solution rejected',
    paragraphs: [`The requester says that ${named(telling.ticket)} is not solved:`],
    quote: reason,
    next: `The ticket is back in work. ${due(telling)}`,
    sms: `${telling.ticket.number}: the requester has rejected the solution.`,
  }),
  'rating-review-opened': ({ satisfaction }, { ticket }) => ({
    subject: 'Bad rating to be reviewed',
    paragraphs: [
      satisfaction && 'score' in satisfaction
        ? `${ticket.requester} has rated ${named(ticket)} ${satisfaction.score} out of 5.`
        : `${named(ticket)} was rated badly.`,
    ],
    quote: satisfaction && 'score' in satisfaction ? satisfaction.comment : null,
    next: 'Please find out why, and record your finding and the measure taken on the ticket.',
    sms: `${ticket.number}: bad rating to be reviewed.`,
  }),
  unanswered: ({ told }, { ticket }) => ({
    subject: 'Nobody has acknowledged',
    paragraphs: [
      `Nobody has acknowledged the notices about ${named(ticket)}, and there is nobody left to tell. Told so far: ${told.join(', ')}.`,
    ],
    quote: null,
    next: 'Please find somebody who sees to it, and acknowledge the notices on the list of those that reached nobody.',
    sms: `${ticket.number} (P${ticket.priority}): nobody has acknowledged. Please act now.`,
  }),
  'alarm-returned': ({ alarm, reason, occurrences }, telling) => ({
    subject: 'The alarm is back',
    paragraphs: [
      `${named(telling.ticket)} is open again: the alarm ${alarm} has returned (occurrence ${occurrences}). Monitoring says:`,
    ],
    quote: reason,
    next: due(telling),
    sms: `${telling.ticket.number} (P${telling.ticket.priority}) is open again: the alarm has returned.`,
  }),
}
