import * as z from 'zod'
import { STAFF_ROLES } from '../domain/people/person.ts'
import { calendarDocument } from './calendar-document.ts'
import {
  categoryDocument,
  codesDocument,
  departmentDocument,
  groupDocument,
  itemDocument,
  serviceDocument,
} from './catalogue-documents.ts'
import { chatChannelDocument } from './chat-channel-document.ts'
import { endpoint } from './endpoint.ts'
import { code, version } from './fields.ts'
import { pageOf, pageOnly } from './page.ts'
import { policyDocument } from './policy-document.ts'
import { reportDocument } from './report-document.ts'
import { rotaDocument } from './rota-document.ts'
import { type Schema, schema } from './schema.ts'

const TAG = 'Settings'
/** Names of people and machines are not for requesters. */
const FOR_STAFF: readonly string[] = ['items', 'rotas', 'chat-channels']

const params = schema(() => z.strictObject({ id: code() }))

/** A setting with its version; every version is kept and can be read again (ESC-9). */
const versioned = <Document extends z.ZodType>(document: Schema<Document>) =>
  schema(() => z.strictObject({ id: z.string(), version: version(), value: document() }))

const about = (name: string, only: boolean): string =>
  only ? `There is one document, with the id default: the ${name}.` : `Each of the ${name} is one document.`

const list = <const Path extends string, Document extends z.ZodType>(
  path: Path,
  name: string,
  document: Schema<Document>,
  only: boolean,
) =>
  endpoint({
    method: 'GET',
    path: `/api/v1/${path}`,
    tag: TAG,
    summary: `List ${name}`,
    description: about(name, only),
    auth: 'signed-in',
    ...(FOR_STAFF.includes(path) ? { roles: STAFF_ROLES } : {}),
    query: pageOnly,
    status: 200,
    response: pageOf(versioned(document)),
    asCsv: true,
  })

const get = <const Path extends string, Document extends z.ZodType>(
  path: Path,
  name: string,
  document: Schema<Document>,
) =>
  endpoint({
    method: 'GET',
    path: `/api/v1/${path}/{id}`,
    tag: TAG,
    summary: `Read one of the ${name}`,
    auth: 'signed-in',
    ...(FOR_STAFF.includes(path) ? { roles: STAFF_ROLES } : {}),
    params,
    query: schema(() =>
      z.strictObject({
        version: z.coerce.number().int().min(1).optional().describe('A past version; default: today’s.'),
      }),
    ),
    status: 200,
    response: versioned(document),
    versioned: true,
    problems: { 404: 'There is none with this id or version.' },
  })

const put = <const Path extends string, Document extends z.ZodType>(
  path: Path,
  name: string,
  document: Schema<Document>,
) =>
  endpoint({
    method: 'PUT',
    path: `/api/v1/${path}/{id}`,
    tag: TAG,
    summary: `Change or add one of the ${name}`,
    description:
      'Takes effect everywhere within 30 seconds. Tickets keep the version they were recorded under (ESC-9).',
    auth: 'signed-in',
    roles: ['administrator'],
    params,
    body: document,
    status: 200,
    response: versioned(document),
    versioned: true,
    idempotent: true,
    precondition: 'version-or-new',
    problems: { 404: 'There is none to change; add a new one with If-None-Match: *.' },
  })

export const settingEndpoints = {
  listPolicies: list('policies', 'policy', policyDocument, true),
  getPolicy: get('policies', 'policy', policyDocument),
  putPolicy: put('policies', 'policy', policyDocument),
  listCodes: list('codes', 'code lists', codesDocument, true),
  getCodes: get('codes', 'code lists', codesDocument),
  putCodes: put('codes', 'code lists', codesDocument),
  listReportSettings: list('report-settings', 'settings of the monthly report', reportDocument, true),
  getReportSettings: get('report-settings', 'settings of the monthly report', reportDocument),
  putReportSettings: put('report-settings', 'settings of the monthly report', reportDocument),
  listCalendars: list('calendars', 'calendars', calendarDocument, false),
  getCalendar: get('calendars', 'calendars', calendarDocument),
  putCalendar: put('calendars', 'calendars', calendarDocument),
  listCategories: list('categories', 'categories', categoryDocument, false),
  getCategory: get('categories', 'categories', categoryDocument),
  putCategory: put('categories', 'categories', categoryDocument),
  listServices: list('services', 'services', serviceDocument, false),
  getService: get('services', 'services', serviceDocument),
  putService: put('services', 'services', serviceDocument),
  listGroups: list('groups', 'support groups', groupDocument, false),
  getGroup: get('groups', 'support groups', groupDocument),
  putGroup: put('groups', 'support groups', groupDocument),
  listItems: list('items', 'configuration items', itemDocument, false),
  getItem: get('items', 'configuration items', itemDocument),
  putItem: put('items', 'configuration items', itemDocument),
  listDepartments: list('departments', 'departments', departmentDocument, false),
  getDepartment: get('departments', 'departments', departmentDocument),
  putDepartment: put('departments', 'departments', departmentDocument),
  listChatChannels: list('chat-channels', 'chat channels', chatChannelDocument, false),
  getChatChannel: get('chat-channels', 'chat channels', chatChannelDocument),
  putChatChannel: put('chat-channels', 'chat channels', chatChannelDocument),
  listRotas: list('rotas', 'rotas', rotaDocument, false),
  getRota: get('rotas', 'rotas', rotaDocument),
  putRota: put('rotas', 'rotas', rotaDocument),
}
