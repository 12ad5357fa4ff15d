import * as z from 'zod'
import { act } from './act-endpoints.ts'
import { endpoint } from './endpoint.ts'
import { ticketNumber } from './fields.ts'
import * as acts from './major-acts.ts'
import { pageOf, pageOnly } from './page.ts'
import { procedure } from './procedure-view.ts'
import { schema } from './schema.ts'
import { because } from './ticket-acts.ts'
import { ticketRow } from './ticket-row.ts'

const TAG = 'Major incidents'
const child = schema(() =>
  z
    .strictObject({
      number: ticketNumber(),
      ticket: ticketRow().nullable().describe('Null: withheld from the caller (PRI-9).'),
    })
    .meta({ id: 'ChildIncident' }),
)
const params = schema(() => z.strictObject({ number: ticketNumber() }))
const NONE = 'No such ticket, one the caller may not see (ROL-3), or one that never was a major-incident candidate.'

/** The decisions of the procedure, each one an act on the ticket (MAJ-2 to MAJ-8). */
export const majorActEndpoints = {
  demoteMajor: act(
    'demote-major',
    because,
    'Demote a confirmed major incident',
    'By the project manager; clocks are kept.',
  ),
  setMajorRoles: act('set-major-roles', acts.majorRoles, 'Say who leads the major incident', 'MAJ-3.'),
  sendOnSite: act(
    'send-on-site',
    acts.visit,
    'Send the first line on site',
    'An appointment: who, where, when (MAJ-3).',
  ),
  noteArrival: act('note-arrival', acts.arrival, 'Note that the first line is on site', 'MAJ-3.'),
  requestResource: act('request-resource', acts.resource, 'Ask for a resource', 'MAJ-3.'),
  arrangeResource: act('arrange-resource', acts.arranged, 'Note that a resource is arranged', 'MAJ-3.'),
  askSecondLine: act(
    'ask-second-line',
    because,
    'Ask the second line for help',
    'Happens by itself when the first line’s time is over (MAJ-3).',
  ),
  involveVendor: act(
    'involve-vendor',
    acts.vendor,
    'Involve the vendor',
    'The desk is asked to when the second line’s time is over (MAJ-3).',
  ),
  updateAudience: act(
    'update-audience',
    acts.update,
    'Tell an audience how it stands',
    'Requesters: also those of the children. Management: the progress report (MAJ-3, MAJ-4).',
  ),
  reviewSolution: act('review-solution', acts.review, 'Review the solution', 'By the project manager (MAJ-5).'),
  writeReport: act(
    'write-report',
    acts.report,
    'Write the analysis report',
    'Each text is a version of its own; the first is drafted by the desk itself (MAJ-6).',
  ),
  approveReport: act('approve-report', acts.reportVersion, 'Approve the report', 'By the project manager (MAJ-6).'),
  sendReport: act('send-report', acts.reportVersion, 'Send the report to the customer', 'Once, when approved (MAJ-6).'),
  attachChild: act('attach-child', acts.child, 'Hang an incident under this one', 'It follows the solution (MAJ-8).'),
  detachChild: act('detach-child', acts.child, 'Let an incident go its own way', 'MAJ-8.'),
}

export const procedureEndpoints = {
  getProcedure: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/{number}/procedure',
    tag: TAG,
    summary: 'See where a major incident stands',
    description:
      'Steps, whose move it is, what happens by itself and when, update clocks, roles, children (MAJ-9). Staff only.',
    auth: 'signed-in',
    params,
    status: 200,
    response: procedure,
    versioned: true,
    problems: { 404: NONE },
  }),
  listChildren: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/{number}/children',
    tag: TAG,
    summary: 'List the incidents that hang under this one',
    description: 'They follow its solution (MAJ-8). Staff only; of what the caller may not see, only the number.',
    auth: 'signed-in',
    params,
    query: pageOnly,
    status: 200,
    response: pageOf(child),
    asCsv: true,
    problems: { 404: 'No such ticket, or one the caller may not see (ROL-3).' },
  }),
  draftReport: endpoint({
    method: 'GET',
    path: '/api/v1/tickets/{number}/report-draft',
    tag: TAG,
    summary: 'Draft the analysis report anew from the data',
    description: 'In the requester’s language; nothing is kept until it is written (MAJ-6). Staff only.',
    auth: 'signed-in',
    params,
    status: 200,
    response: schema(() => z.strictObject({ text: z.string().describe('Markdown.') })),
    problems: { 404: NONE },
  }),
}
