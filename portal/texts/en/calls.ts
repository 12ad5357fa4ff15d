export const calls = {
  title: 'Calls to make',
  empty: 'Nobody has to be called',
  emptyHint: 'Escalations and major incidents ask for calls; they appear here.',
  also: (count: number) =>
    count === 1 ? 'The same call is about one more ticket:' : `The same call is about ${count} more tickets:`,
  more: (count: number) => `${count} more`,
  noNumber: 'No number is known.',
  outcome: 'What came of it',
  outcomes: {
    reached: 'Reached',
    'left-message': 'Left a message',
    'not-reached': 'Not reached',
    'told-in-person': 'Told in person',
  },
  note: 'Note',
  tickOff: 'Tick off',
  tickedOff: (name: string) => `The call to ${name} is ticked off.`,
}
