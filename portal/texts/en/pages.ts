/** Names of pages and headings of the navigation. */
export const pages = {
  myRequests: 'My requests',
  report: 'Report or ask',
  forMyself: 'For myself',
  setUp: 'Administration',
}
