import * as z from 'zod'
import { STAFF_ROLES } from '../domain/people/person.ts'
import { endpoint } from './endpoint.ts'
import { code, givenInstant, id, instant, texts, version } from './fields.ts'
import { override, rotaDocument, rotaSubject } from './rota-document.ts'
import { schema } from './schema.ts'

const TAG = 'On call'
const params = schema(() => z.strictObject({ id: code() }))

const LONGEST_MS = 92 * 86_400_000
const span = schema(() =>
  z
    .strictObject({ from: givenInstant(), to: givenInstant() })
    .refine(({ from, to }) => from < to && Date.parse(to) - Date.parse(from) <= LONGEST_MS, {
      error: 'must be after `from`, and 92 days later at most',
      path: ['to'],
    }),
)

const onDuty = schema(() => z.strictObject({ id: z.string(), name: z.string() }))
const gap = schema(() => z.strictObject({ from: instant(), to: instant() }))
const versionedRota = schema(() => z.strictObject({ id: z.string(), version: version(), value: rotaDocument() }))

const shifts = schema(() =>
  z
    .strictObject({
      rota: code(),
      name: texts(),
      subject: rotaSubject(),
      timeZone: z.string(),
      shifts: z.array(
        z.strictObject({
          from: instant(),
          to: instant(),
          people: z.array(onDuty()),
          overrides: z.array(z.string()).describe('Ids of the overrides by which it is these people.'),
        }),
      ),
      gaps: z.array(gap()).describe('Somebody should be on duty and nobody is.'),
      overrides: z.array(z.strictObject({ ...override().shape, mayUndo: z.boolean() })),
      mayTakeOver: z.boolean().describe('Whether the caller may take shifts of this rota over.'),
      mayGive: z.boolean().describe('Whether the caller may put others on duty.'),
    })
    .meta({ id: 'Shifts' }),
)

const onCall = schema(() =>
  z
    .strictObject({
      at: instant(),
      items: z.array(
        z.strictObject({
          rota: code(),
          name: texts(),
          subject: rotaSubject(),
          people: z.array(onDuty()).describe('On duty; empty in a gap.'),
          order: z.array(onDuty()).describe('In which order people are asked: those on duty, then who comes next.'),
        }),
      ),
    })
    .meta({ id: 'OnCall' }),
)

const told = schema(() => z.strictObject({ what: z.string(), why: z.string() }))

const imported = schema(() =>
  z
    .strictObject({
      overrides: z.array(
        z.strictObject({ from: instant(), to: instant(), person: z.string(), replaces: z.string().nullable() }),
      ),
      unmatched: z.array(told()).describe('Events of nobody who works here.'),
      unread: z.array(told()).describe('Events that could not be read.'),
      version: version(),
    })
    .meta({ id: 'ImportedShifts' }),
)

export const onCallEndpoints = {
  getOnCall: endpoint({
    method: 'GET',
    path: '/api/v1/on-call',
    tag: TAG,
    summary: 'Who is on call, for everything that has a rota',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    query: schema(() => z.strictObject({ at: givenInstant().optional().describe('Default: now.') })),
    status: 200,
    response: onCall,
  }),
  getShifts: endpoint({
    method: 'GET',
    path: '/api/v1/rotas/{id}/shifts',
    tag: TAG,
    summary: 'Who is on duty when, and when nobody is',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    params,
    query: span,
    status: 200,
    response: shifts,
    versioned: true,
    problems: { 404: 'There is no such rota.' },
  }),
  addOverride: endpoint({
    method: 'POST',
    path: '/api/v1/rotas/{id}/overrides',
    tag: TAG,
    summary: 'Take a shift over, or give it to somebody',
    description:
      'Whoever takes part in the rota may take a shift over; the lead of its group, the desk manager and administrators may give it to anybody. A shift that has begun is taken over from now on.',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    params,
    body: schema(() =>
      z.strictObject({
        from: givenInstant(),
        to: givenInstant(),
        person: id().optional().describe('Default: the caller.'),
        replaces: id().nullable().default(null).describe('In place of whom; null: as well, or in a gap.'),
      }),
    ),
    status: 201,
    response: versionedRota,
    versioned: true,
    idempotent: true,
    precondition: 'version-if-given',
    problems: { 404: 'There is no such rota.', 409: 'Whoever is to be replaced is not on duty then any more.' },
  }),
  removeOverride: endpoint({
    method: 'POST',
    path: '/api/v1/rotas/{id}/overrides/{override}/remove',
    tag: TAG,
    summary: 'Undo an override',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    params: schema(() => z.strictObject({ id: code(), override: z.string().min(1).max(200) })),
    body: schema(() => z.strictObject({})),
    status: 200,
    response: versionedRota,
    versioned: true,
    idempotent: true,
    precondition: 'version-if-given',
    problems: { 404: 'There is no such rota or override.' },
  }),
  exportShifts: endpoint({
    method: 'GET',
    path: '/api/v1/rotas/{id}/calendar.ics',
    tag: TAG,
    summary: 'Who is on duty when, as iCalendar',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    params,
    query: span,
    status: 200,
    media: { type: 'text/calendar', description: 'RFC 5545, one event for each person’s shift, in UTC.' },
    problems: { 404: 'There is no such rota.' },
  }),
  importShifts: endpoint({
    method: 'POST',
    path: '/api/v1/rotas/{id}/import',
    tag: TAG,
    summary: 'Put people on duty as an iCalendar text says',
    description:
      'Its events from now on become overrides: people are found by the address of an attendee, else by their name in the summary. What nothing could be made of is told back.',
    auth: 'signed-in',
    roles: STAFF_ROLES,
    params,
    body: schema(() =>
      z.strictObject({
        calendar: z.string().min(1).max(500_000).describe('RFC 5545.'),
        from: givenInstant(),
        to: givenInstant(),
        tryOut: z.boolean().default(false).describe('Only say what would become of it.'),
      }),
    ),
    status: 200,
    response: imported,
    idempotent: true,
    problems: { 404: 'There is no such rota.', 409: 'The rota would have too many overrides.' },
  }),
}
