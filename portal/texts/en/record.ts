export const record = {
  title: 'Record a call',
  requester: 'Who is calling?',
  requesterHint: 'Name, phone number or e-mail address. Somebody unknown: type the name.',
  known: 'Known to the directory',
  titleHint: 'In one line, as the caller says it.',
  more: 'Channel, item, place …',
  lately: (name: string) => `${name}, lately`,
  nothingLately: 'Nothing so far.',
  save: 'Record',
  recorded: (number: string) => `${number} is recorded; the caller gets a mail with the number.`,
}
