import * as z from 'zod'
import { CALL_OUTCOMES, MESSAGE_STATUSES } from '../domain/notice/notice.ts'
import { endpoint, type Frozen } from './endpoint.ts'
import { instant, language, priority, ticketNumber, version } from './fields.ts'
import { pageOf, pageQuery } from './page.ts'
import { schema, type ValueOf } from './schema.ts'
import { nothing } from './ticket-acts.ts'

const TAG = 'Notices'
const DESK = ['desk', 'desk-manager'] as const

const callOutcome = schema(() => z.enum(CALL_OUTCOMES))
const actorRef = schema(() =>
  z.strictObject({
    kind: z.enum(['person', 'link', 'mail', 'system']),
    id: z.string(),
    name: z.string(),
  }),
)

const route = () => ({ channel: z.enum(['email', 'sms', 'voice', 'chat']), address: z.string() })

const notice = schema(() =>
  z
    .strictObject({
      id: z.string(),
      medium: z.enum(['message', 'call']),
      template: z.string().describe('What it is about: acknowledged, escalated, target-warned …'),
      ticket: ticketNumber(),
      title: z.string(),
      priority: priority(),
      recipient: z.strictObject({
        part: z.enum(['requester', 'staff']),
        personId: z.string().nullable(),
        name: z.string(),
        language: language(),
      }),
      plannedAt: instant(),
      status: z
        .enum([...MESSAGE_STATUSES, 'to-call', 'called'])
        .describe(
          'to-call and called are of call tasks, the rest of messages. gathered: waits to be told in one message with others (NOT-5).',
        ),
      say: z.string().nullable().describe('Of call tasks: what to say, in the language of whoever is called.'),
      phone: z.string().nullable().describe('Of call tasks.'),
      routes: z
        .array(z.strictObject(route()))
        .describe('Of messages: the one in use, then those left; of what reached nobody all that were tried.'),
      also: z
        .array(z.strictObject({ number: ticketNumber(), title: z.string(), priority: priority() }))
        .exactOptional()
        .describe('The tickets the same message, or call, tells of besides (NOT-5).'),
      done: z
        .strictObject({ at: instant(), by: actorRef(), outcome: callOutcome(), note: z.string() })
        .nullable()
        .describe('Of call tasks.'),
      failure: z
        .strictObject({ ...route(), detail: z.string() })
        .nullable()
        .optional()
        .describe('Of messages: what the carrier said of the last attempt that failed (NOT-4).'),
      version: version(),
    })
    .meta({ id: 'Notice' }),
)

export type NoticeView = Frozen<ValueOf<typeof notice>>

const noticeId = schema(() => z.strictObject({ id: z.string().min(1).max(300) }))

export const noticeEndpoints = {
  listNotices: endpoint({
    method: 'GET',
    path: '/api/v1/notices',
    tag: TAG,
    summary: 'List phone calls to make, notices that reached nobody, or those that wait for one’s own word',
    description:
      'call-tasks is for the desk, failed for the desk and incident managers. mine: what is repeated until the caller acknowledges it (NOT-3), oldest first.',
    auth: 'signed-in',
    query: schema(() => z.strictObject({ view: z.enum(['call-tasks', 'failed', 'mine']), ...pageQuery() })),
    status: 200,
    response: pageOf(notice),
    asCsv: true,
    problems: { 403: 'The list is for the desk, failed for incident managers too.' },
  }),
  tickOffCall: endpoint({
    method: 'POST',
    path: '/api/v1/notices/{id}/done',
    tag: TAG,
    summary: 'Tick off a call with its outcome',
    auth: 'signed-in',
    roles: DESK,
    params: noticeId,
    body: schema(() => z.strictObject({ outcome: callOutcome(), note: z.string().trim().max(2_000).default('') })),
    status: 200,
    response: notice,
    versioned: true,
    idempotent: true,
    problems: { 404: 'There is no such notice.', 409: 'Somebody has ticked it off, or it is no call.' },
  }),
  acknowledgeNotice: endpoint({
    method: 'POST',
    path: '/api/v1/notices/{id}/acknowledge',
    tag: TAG,
    summary: 'Acknowledge a notice',
    description: 'By the person it was for, or by the desk for them; it leaves the list of those that reached nobody.',
    auth: 'signed-in',
    params: noticeId,
    body: nothing,
    status: 200,
    response: notice,
    versioned: true,
    idempotent: true,
    problems: { 403: 'It was for somebody else.', 404: 'There is no such notice.', 409: 'It is a call: tick it off.' },
  }),
}
