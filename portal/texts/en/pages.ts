/** Names of pages and headings of the navigation. */
export const pages = {
  myRequests: 'My requests',
  report: 'Report or ask',
  forMyself: 'For myself',
  dashboard: 'Dashboard',
  setUp: 'Administration',
  admin: {
    people: 'People',
    groups: 'Support groups',
    categories: 'Categories',
    services: 'Services',
    items: 'Configuration items',
    departments: 'Departments',
    priorities: 'Priorities',
    promises: 'Promises',
    escalation: 'Escalation',
    rules: 'Rules',
    calendars: 'Calendars',
    codes: 'Codes',
    refusals: 'Refused acts',
  },
}
