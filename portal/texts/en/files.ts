/** Choosing and sending files. */
export const files = {
  label: 'Files',
  choose: 'Attach files',
  hint: 'Pictures, PDF, Office and text files of up to 25 MB. You can also drop them here or paste a picture.',
  there: 'attached',
  sending: (name: string) => `Sending ${name}`,
  arrived: (name: string) => `${name} is attached.`,
  failed: 'Did not arrive.',
  failedOf: (name: string) => `${name} did not arrive.`,
  again: 'Try again',
  againFor: (name: string) => `Try again: ${name}`,
  stop: (name: string) => `Stop sending ${name}`,
  remove: (name: string) => `Take away ${name}`,
  faults: {
    'wrong-type': 'Files of this type are not taken: send a picture of it, or a PDF.',
    'too-large': 'Too large: 25 MB at most.',
    empty: 'The file is empty.',
    'too-many': 'Too many: ten files at most. Send the others in a second message.',
  },
  notAllThere: 'Not sent: one of the files did not arrive. Try that file again, or take it away.',
}
