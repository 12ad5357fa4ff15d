import * as z from 'zod'
import { STAFF_ROLES } from '../domain/people/person.ts'
import { endpoint } from './endpoint.ts'
import { instant, ticketNumber, version } from './fields.ts'
import { pageOf, pageOnly } from './page.ts'
import { schema } from './schema.ts'

const problemRecord = schema(() =>
  z
    .strictObject({
      number: z.string().meta({ examples: ['PRB-2026-000007'] }),
      state: z.enum(['registered']),
      title: z.string(),
      question: z.string().describe('What is left to find out.'),
      service: z.string().nullable(),
      item: z.string().nullable(),
      category: z.string(),
      fromTicket: ticketNumber(),
      registeredAt: instant(),
      version: version(),
    })
    .meta({
      id: 'ProblemRecord',
      description: 'A problem of the desk’s trade: a cause that is not known yet (PRB-1).',
    }),
)

export const problemRecordEndpoints = {
  listProblems: endpoint({
    method: 'GET',
    path: '/api/v1/problems',
    tag: 'Problems',
    summary: 'List problems, newest first',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    query: pageOnly,
    status: 200,
    response: pageOf(problemRecord),
    asCsv: true,
  }),
}
