import * as z from 'zod'
import { STAFF_ROLES } from '../domain/people/person.ts'
import { endpoint } from './endpoint.ts'
import { code, id, instant, language, line, role, texts, version } from './fields.ts'
import { pageOf, pageOnly, pageQuery } from './page.ts'
import { personDocument } from './person-document.ts'
import { schema } from './schema.ts'

const TAG = 'People'
const params = schema(() => z.strictObject({ id: id() }))
const LOOKS_UP = ['desk', 'desk-manager', 'administrator'] as const

const versionedPerson = schema(() => z.strictObject({ id: z.string(), version: version(), value: personDocument() }))

const me = schema(() =>
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      roles: z.array(role()),
      groups: z.array(code()),
      department: code().nullable(),
      language: language(),
      vip: z.boolean(),
      known: z.boolean().describe('Whether the directory has the caller.'),
      onCall: z
        .array(z.strictObject({ rota: code(), name: texts(), until: instant() }))
        .describe('What the caller is on duty for now (ONC-1). On duty at the desk, engineers have its role (ROL-6).'),
    })
    .meta({ id: 'Me' }),
)

const member = schema(() =>
  z.strictObject({ id: z.string(), name: z.string(), groups: z.array(code()) }).meta({ id: 'Member' }),
)

const refusal = schema(() =>
  z
    .strictObject({
      id: z.string(),
      at: instant(),
      actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
      method: z.string(),
      path: z.string(),
      code: z.string(),
      detail: z.string(),
    })
    .meta({ id: 'Refusal' }),
)

export const peopleEndpoints = {
  me: endpoint({
    method: 'GET',
    path: '/api/v1/me',
    tag: TAG,
    summary: 'Who the caller is and what they may do',
    description: 'Roles come from the sign-in, support groups and department from the directory (API-4).',
    auth: 'signed-in',
    status: 200,
    response: me,
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/api/v1/people',
    tag: TAG,
    summary: 'Look people up by name, mail address or phone number',
    description:
      'Finds every person one of whose name, address or numbers contains the query. Looks through a thousand people at a time and answers at most `limit` of them: go on with the cursor, or say more.',
    auth: 'signed-in',
    roles: LOOKS_UP,
    query: schema(() =>
      z.strictObject({ query: line(100).optional().describe('Default: everybody.'), ...pageQuery() }),
    ),
    status: 200,
    response: pageOf(personDocument),
    asCsv: true,
  }),
  getPerson: endpoint({
    method: 'GET',
    path: '/api/v1/people/{id}',
    tag: TAG,
    summary: 'Read a person',
    auth: 'signed-in',
    roles: LOOKS_UP,
    params,
    status: 200,
    response: versionedPerson,
    versioned: true,
    problems: { 404: 'There is no such person.' },
  }),
  putPerson: endpoint({
    method: 'PUT',
    path: '/api/v1/people/{id}',
    tag: TAG,
    summary: 'Change or add a person',
    auth: 'signed-in',
    roles: ['administrator'],
    params,
    body: personDocument,
    status: 200,
    response: versionedPerson,
    versioned: true,
    idempotent: true,
    precondition: 'version-or-new',
    problems: {
      404: 'There is nobody to change; add somebody with If-None-Match: *.',
      409: 'Somebody else has the address.',
    },
  }),
  listMembers: endpoint({
    method: 'GET',
    path: '/api/v1/groups/{id}/members',
    tag: TAG,
    summary: 'List who works in a support group',
    description: 'To whom a ticket may be handed over (LIF-3); those who have left are not among them.',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    params: schema(() => z.strictObject({ id: code() })),
    status: 200,
    response: schema(() => z.strictObject({ items: z.array(member()) })),
    problems: { 404: 'There is no such group.' },
  }),
  listRefusals: endpoint({
    method: 'GET',
    path: '/api/v1/refusals',
    tag: TAG,
    summary: 'List refused acts, newest first',
    description: 'Who tried what without the right to (ROL-2).',
    auth: 'signed-in',
    roles: ['administrator'],
    query: pageOnly,
    status: 200,
    response: pageOf(refusal),
    asCsv: true,
  }),
}
