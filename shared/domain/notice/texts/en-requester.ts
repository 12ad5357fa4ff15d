import type { ReturnedAs } from '../../ticket/screening.ts'
import type { MessageOf, RequesterTemplate } from '../message.ts'
import type { Telling, TextsFor } from './wording.ts'

const promise = ({ ticket: { respondBy, restoreBy }, when }: Telling): string => {
  const taken = respondBy ? `We will start working on it by ${when(respondBy)}.` : 'We are looking into it.'
  return restoreBy ? `${taken} It is due to be solved by ${when(restoreBy)}.` : taken
}

const closing = (closesAt: string | null, when: Telling['when']): string =>
  closesAt ? ` If we do not hear from you, the ticket is closed automatically after ${when(closesAt)}.` : ''

const SOLVED = {
  cure: 'We have solved your ticket. This is what was done:',
  workaround: 'You can work again with a workaround while we look for a lasting solution:',
  'degraded-service': 'The service is running again, for now with restrictions:',
}

/** SLA-5: honest about what is known: the promise stays, and may not be kept. */
const later = ({ dueAt, cause, addedPercent, by }: MessageOf<'time-proposed'>, { ticket, when }: Telling): string => {
  const promised = dueAt
    ? `We promised to solve your ticket ${ticket.number} by ${when(dueAt)} and may not manage it.`
    : `Your ticket ${ticket.number} takes longer than we would like.`
  switch (cause) {
    case 'person':
      return `${promised} ${by ?? 'The service desk'} proposes another time and tells you why:`
    case 'in-work':
      return `${promised} Somebody is working on it. Until they name a time themselves, we reckon with ${addedPercent} % of the promised time more, counted in our service hours.`
    case 'not-begun':
      return `${promised} Nobody has been able to begin yet. Until somebody names a time, we reckon with ${addedPercent} % of the promised time more, counted in our service hours.`
  }
}

/** INT-11 */
const RETURNED: Readonly<Record<ReturnedAs, { readonly subject: string; readonly said: (number: string) => string }>> =
  {
    'out-of-scope': {
      subject: 'Returned to you',
      said: (number) => `The service desk cannot take on your ticket ${number}; it is outside of what it serves.`,
    },
    change: {
      subject: 'Returned: this is a change',
      said: (number) => `Your ticket ${number} asks for a change, which is decided elsewhere than at the service desk.`,
    },
    'new-requirement': {
      subject: 'Returned: this is a new requirement',
      said: (number) =>
        `Your ticket ${number} asks for something new, which is decided elsewhere than at the service desk.`,
    },
  }

export const REQUESTER_TEXTS_EN: TextsFor<RequesterTemplate> = {
  acknowledged: (_, telling) => ({
    subject: 'Your ticket is recorded',
    paragraphs: [
      `Thank you for contacting the service desk. What you told us is recorded as ticket ${telling.ticket.number}.`,
    ],
    quote: null,
    next: `${promise(telling)} You can follow the ticket at any time with the link below; you do not need to sign in.`,
    sms: `Your ticket is recorded. Its number is ${telling.ticket.number}.`,
  }),
  answered: ({ by, text }, { ticket }) => ({
    subject: 'New answer from the service desk',
    paragraphs: [`${by} has written to you about your ticket ${ticket.number}:`],
    quote: text,
    next: 'If this raises a question, simply reply to this e-mail. Otherwise there is nothing you need to do.',
    sms: `Ticket ${ticket.number}: the service desk has written to you. Please see the ticket.`,
  }),
  asked: ({ question, stopsClock }, { ticket }) => ({
    subject: 'We need your answer',
    paragraphs: [`To carry on with your ticket ${ticket.number} we need something from you:`],
    quote: question,
    next: stopsClock
      ? 'Please reply to this e-mail. Work on the ticket and its due times are paused until your answer arrives; then we carry on at once.'
      : 'Please reply to this e-mail. The sooner your answer arrives, the sooner we can carry on.',
    sms: `Ticket ${ticket.number}: we need your answer to carry on. Please see the ticket.`,
  }),
  solved: ({ outcome, solution, closesAt }, { ticket, when }) => ({
    subject: 'Solved – please confirm',
    paragraphs: [SOLVED[outcome]],
    quote: solution,
    next: `Please tell us whether it works now: one click below is enough, and you do not need to sign in. If it does not, we take your ticket up again.${closing(closesAt, when)}`,
    sms: `Ticket ${ticket.number} is solved. Please tell us whether it works now.`,
  }),
  reminded: ({ closesAt }, { ticket, when }) => ({
    subject: 'Reminder: does it work now?',
    paragraphs: [
      `A while ago we told you that your ticket ${ticket.number} is solved. We have not heard from you whether everything works.`,
    ],
    quote: null,
    next: `One click below is enough; you do not need to sign in.${closing(closesAt, when)}`,
    sms: `Ticket ${ticket.number}: please tell us whether it works now.`,
  }),
  closed: ({ bySystem }, { ticket }) => ({
    subject: 'Closed',
    paragraphs: [
      bySystem
        ? `We have not heard from you since your ticket ${ticket.number} was solved, so it has been closed automatically.`
        : `Your ticket ${ticket.number} is closed. Thank you for your help.`,
    ],
    quote: null,
    next: 'A closed ticket stays closed. If the trouble comes back, reply to this e-mail: that opens a new ticket which refers to this one.',
    sms: `Ticket ${ticket.number} is closed.`,
  }),
  'time-proposed': (message, telling) => ({
    subject: `It may take until ${telling.when(message.restoreBy)} – do you agree?`,
    paragraphs: [later(message, telling), `New time proposed: ${telling.when(message.restoreBy)}.`],
    quote: message.reason,
    next: 'Please tell us whether you agree: one click below is enough, and you do not need to sign in. If you object, those responsible are told at once. Our promise is measured by the old time either way.',
    sms: `Ticket ${telling.ticket.number} may take until ${telling.when(message.restoreBy)}. Please see the ticket and tell us whether you agree.`,
  }),
  returned: ({ reason, as = 'out-of-scope' }, { ticket }) => ({
    subject: RETURNED[as].subject,
    paragraphs: [`${RETURNED[as].said(ticket.number)} The reason:`],
    quote: reason,
    next: 'If you need it all the same, say so with one click below; you do not need to sign in. The project manager then decides, and you hear of it.',
    sms: `Ticket ${ticket.number} was returned to you. Please see the ticket for the reason.`,
  }),
  'service-decided': ({ serve, reason }, { ticket }) => ({
    subject: serve ? 'We take it on after all' : 'It stays returned',
    paragraphs: [
      serve
        ? `The project manager has decided that your ticket ${ticket.number} is served:`
        : `The project manager has decided that your ticket ${ticket.number} is not served:`,
    ],
    quote: reason,
    next: serve
      ? 'The service desk takes it up now; you need not do anything.'
      : 'This decision is final for this ticket. If something has changed, please open a new one.',
    sms: `Ticket ${ticket.number}: the project manager has decided ${serve ? 'to serve it' : 'not to serve it'}.`,
  }),
  cancelled: ({ reason }, { ticket }) => ({
    subject: 'Cancelled',
    paragraphs: [`Your ticket ${ticket.number} has been cancelled. The reason:`],
    quote: reason,
    next: 'No further work will be done on it. If you still need help, reply to this e-mail; the service desk will read your answer.',
    sms: `Ticket ${ticket.number} was cancelled. Please see the ticket for the reason.`,
  }),
  merged: ({ into }, { ticket }) => ({
    subject: 'Handled together with another ticket',
    paragraphs: [
      `Others have told us of the same matter as you in your ticket ${ticket.number}. We work on all of it under the number ${into}, so yours is closed.`,
    ],
    quote: null,
    next: 'There is nothing you need to do. If you have something to add, reply to this e-mail: it reaches whoever works on it.',
    sms: `Ticket ${ticket.number} is handled together with ${into}, which is about the same matter.`,
  }),
  unmerged: (_, telling) => ({
    subject: 'Handled on its own again',
    paragraphs: [
      `We had put your ticket ${telling.ticket.number} together with another one. It is a matter of its own after all, and we work on it again.`,
    ],
    quote: null,
    next: promise(telling),
    sms: `Ticket ${telling.ticket.number} is being worked on again.`,
  }),
}
