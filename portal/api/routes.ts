import type { Api, Operation } from '../../shared/contract/api.ts'

type Routes = { readonly [Name in Operation]: `${Api[Name]['method']} ${Api[Name]['path']}` }

/** Method and path of every operation the portal calls; whatever differs from the contract does not compile. */
export const ROUTES = {
  me: 'GET /api/v1/me',
  listTickets: 'GET /api/v1/tickets',
  openTicket: 'POST /api/v1/tickets',
  getTicket: 'GET /api/v1/tickets/{number}',
  getTimeline: 'GET /api/v1/tickets/{number}/timeline',
  explainClocks: 'GET /api/v1/tickets/{number}/clocks',
  classify: 'POST /api/v1/tickets/{number}/classify',
  assign: 'POST /api/v1/tickets/{number}/assign',
  transfer: 'POST /api/v1/tickets/{number}/transfer',
  accept: 'POST /api/v1/tickets/{number}/accept',
  contact: 'POST /api/v1/tickets/{number}/contact',
  comment: 'POST /api/v1/tickets/{number}/comment',
  diagnose: 'POST /api/v1/tickets/{number}/diagnose',
  wait: 'POST /api/v1/tickets/{number}/wait',
  resume: 'POST /api/v1/tickets/{number}/resume',
  requestPriorityChange: 'POST /api/v1/tickets/{number}/request-priority-change',
  decidePriorityChange: 'POST /api/v1/tickets/{number}/decide-priority-change',
  escalate: 'POST /api/v1/tickets/{number}/escalate',
  resolve: 'POST /api/v1/tickets/{number}/resolve',
  confirm: 'POST /api/v1/tickets/{number}/confirm',
  reject: 'POST /api/v1/tickets/{number}/reject',
  close: 'POST /api/v1/tickets/{number}/close',
  cancel: 'POST /api/v1/tickets/{number}/cancel',
  return: 'POST /api/v1/tickets/{number}/return',
  judgeMajor: 'POST /api/v1/tickets/{number}/judge-major',
  reviewRating: 'POST /api/v1/tickets/{number}/review-rating',
  raiseProblem: 'POST /api/v1/tickets/{number}/raise-problem',
  listNotices: 'GET /api/v1/notices',
  tickOffCall: 'POST /api/v1/notices/{id}/done',
  listPeople: 'GET /api/v1/people',
  getPolicy: 'GET /api/v1/policies/{id}',
  getCodes: 'GET /api/v1/codes/{id}',
  listCategories: 'GET /api/v1/categories',
  listServices: 'GET /api/v1/services',
  listGroups: 'GET /api/v1/groups',
  listItems: 'GET /api/v1/items',
  getDepartment: 'GET /api/v1/departments/{id}',
  listDepartments: 'GET /api/v1/departments',
  listCalendars: 'GET /api/v1/calendars',
  describeApi: 'GET /api/v1/openapi.json',
} as const satisfies Partial<Routes>

export type Called = keyof typeof ROUTES
