import type { Names, Words } from './wording.ts'

export const WORDS_EN: Words = {
  greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  colon: ': ',
  labels: {
    number: 'Ticket',
    title: 'Title',
    state: 'State',
    priority: 'Priority',
    service: 'Service',
    requester: 'Requester',
    group: 'Group',
    assignee: 'Assignee',
    respondBy: 'Response due',
    restoreBy: 'Solution due',
    next: 'What happens next',
  },
  buttons: {
    open: 'Open the ticket',
    confirm: 'Yes, it works',
    reject: 'No, it does not',
    insist: 'I need it all the same',
    agree: 'I agree',
    object: 'I object',
    acknowledge: 'I have seen it',
  },
  ladder: {
    insteadOf: (name) => `${name} has been told and has not acknowledged it, so now you are told.`,
    pleaseAcknowledge: (minutes) =>
      `Please acknowledge with the button below. Without an answer you are told again every ${minutes} minutes, and then others are.`,
    acknowledge: 'Acknowledge: ',
    reminder: (times) => (times === 1 ? 'Reminder: ' : `Reminder ${times}: `),
    toldBefore: (times) =>
      `This is a reminder: you have been told ${times === 1 ? 'once' : `${times} times`} and have not acknowledged it yet.`,
  },
  together: {
    subject: (count) => `${count} notices`,
    paragraph: (count) => `${count} things have come up for you in a short time; this message tells all of them:`,
    next: 'Please look at the most urgent first.',
    sms: (count, number, priority) => `${count} notices for you, the most urgent: ${number} (P${priority}).`,
    more: (count) => `… and ${count} more`,
  },
  footer: (deskName) => [
    'To add something, reply to this e-mail: your answer goes straight to the ticket.',
    `Sent automatically by ${deskName}.`,
  ],
  states: {
    recorded: 'Recorded',
    assigned: 'Assigned',
    accepted: 'In progress',
    waiting: 'Waiting',
    resolved: 'Solved',
    closed: 'Closed',
    returned: 'Returned',
    merged: 'Merged',
    cancelled: 'Cancelled',
  },
  priorities: { 1: '1 – critical', 2: '2 – high', 3: '3 – medium', 4: '4 – low' },
}

export const NAMES_EN: Names = {
  levels: { L1: 'first-line support', L2: 'second-line support', PM: 'the project manager', management: 'management' },
  steps: { assign: 'assignment', respond: 'response', restore: 'solution', confirm: 'confirmation' },
  impacts: { extensive: 'extensive', significant: 'significant', moderate: 'moderate', minor: 'minor' },
  urgencies: { critical: 'critical', high: 'high', medium: 'medium', low: 'low' },
}
