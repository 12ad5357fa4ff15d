import * as z from 'zod'
import { STAFF_ROLES } from '../domain/people/person.ts'
import { endpoint, type Frozen } from './endpoint.ts'
import { instant, majorWait, priority, state } from './fields.ts'
import { schema, type ValueOf } from './schema.ts'
import { ticketRow } from './ticket-row.ts'

const query = schema(() =>
  z.string().meta({
    id: 'TicketQuery',
    description: 'Lists the tickets behind a figure: GET /tickets?{query}.',
    examples: ['view=open&state=waiting'],
  }),
)

const figure = () => ({ count: z.int().min(0), query: query() })

const dashboard = schema(() =>
  z
    .strictObject({
      at: instant(),
      open: z.strictObject({
        ...figure(),
        byState: z.array(z.strictObject({ state: state(), ...figure() })),
        byPriority: z.array(z.strictObject({ priority: priority(), ...figure() })),
        byGroup: z.array(z.strictObject({ group: z.string().describe('Id of the support group.'), ...figure() })),
      }),
      missed: z
        .strictObject(figure())
        .describe('Open tickets with a promise that is past due and has not been kept yet.'),
      majors: z
        .array(ticketRow())
        .describe(
          'Major incidents and candidates: those that are worked on, what is due first, then the solved (MAJ-9).',
        ),
      majorWaits: z
        .array(z.strictObject({ waits: majorWait(), ...figure() }))
        .describe('Solved major incidents by what they wait for (MAJ-5, MAJ-6, MAJ-7).'),
      ratingReviews: z
        .strictObject(figure())
        .describe('Bad ratings that wait for the desk manager’s review, of open and of closed tickets (CLO-6).'),
      unreached: z
        .strictObject({ count: z.int().min(0) })
        .nullable()
        .describe(
          'Notices that reached nobody, as GET /notices?view=failed lists them (NOT-3); null for whoever is neither of the desk nor an incident manager.',
        ),
      dueNext: z.strictObject({
        items: z.array(ticketRow()).describe('The ten whose next promise is due first.'),
        query: query(),
      }),
      intake: z
        .strictObject({
          on: z.iso.date().describe('Today, in the time zone of the desk’s default calendar.'),
          ...figure(),
          byChannel: z.array(z.strictObject({ channel: z.string().describe('A code of /codes.'), ...figure() })),
        })
        .describe('What was recorded today, whatever has become of it.'),
      complete: z.boolean().describe('False: there was too much to look through, and the counts are of a part of it.'),
    })
    .meta({ id: 'Dashboard', description: 'How the desk stands now; each count is of tickets the caller may see.' }),
)

export type Dashboard = Frozen<ValueOf<typeof dashboard>>

export const dashboardEndpoints = {
  getDashboard: endpoint({
    method: 'GET',
    path: '/api/v1/dashboard',
    tag: 'Dashboard',
    summary: 'How the desk stands now',
    description:
      'Open tickets by state, priority and group, what is due next, what was missed, and today’s intake; every figure with the query that lists its tickets (REP-6). Counted from one reading, so that the figures add up: one query to the table for all open tickets, one for the solved, one for today’s, one for bad ratings and, for the desk, one for notices that reached nobody, another one for each 1 MB more (some 700 tickets), ten of each at most.',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    status: 200,
    response: dashboard,
    conditional: true,
  }),
}
