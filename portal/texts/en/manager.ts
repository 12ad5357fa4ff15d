/** The dashboard and the lists its figures lead to (REP-6). */
export const en = {
  dashboard: {
    open: 'Open',
    missed: 'Promise missed',
    intake: 'Came in today',
    ratingReviews: 'Bad ratings to review',
    byState: 'Open by state',
    byPriority: 'Open by priority',
    byGroup: 'Open by group',
    byChannel: 'Today’s intake by channel',
    dueNext: 'Due next',
    allDue: 'All that are due',
    nothingDue: 'Nothing is due.',
    nothing: 'None.',
    incomplete: 'There are too many tickets to count them all; the figures are of a part of them.',
    at: 'As of',
    stale: 'Not up to date: the desk cannot be reached.',
  },
  list: {
    views: {
      open: 'Open tickets',
      missed: 'Missed promises',
      due: 'Due next',
      recorded: 'Came in today',
      'rating-reviews': 'Bad ratings to review',
      queue: 'Queue',
    },
    back: 'Dashboard',
    without: (label: string) => `Without ${label}`,
    empty: 'There is no such ticket now',
    emptyHint: 'It was in the figure a moment ago, or somebody has just dealt with it.',
  },
}
