/** Tickets like another one. */
export const similar = {
  title: 'Similar tickets',
  hint: 'If it is one of these, note the call there instead.',
  count: (all: number, open: number) => {
    if (all === 0) return 'No similar tickets'
    return `${all === 1 ? '1 similar ticket' : `${all} similar tickets`}, ${open} open`
  },
  newTab: 'opens in a new tab',
  looksLike: 'Looks like',
  looksLikeHint: 'Open tickets that say the same. Where it is one fault, answer both with one solution, or merge them.',
  mergeInto: 'Merge into it',
}
