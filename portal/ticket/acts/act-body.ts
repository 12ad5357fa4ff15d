import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import type { BodyFor } from '../../api/call.ts'
import type { Values } from '../../form/form-state.ts'
import { duplicatesIn } from '../../merge/chosen-duplicates.ts'
import type { Act, OPERATIONS } from './act.ts'

type BodyOfAct<A extends Act> = BodyFor<(typeof OPERATIONS)[A]>

const said = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined)

/** A field's local date and time as the instant it means. */
const instant = (local: string | undefined): string | undefined => (local ? new Date(local).toISOString() : undefined)

/** Only what differs, since whoever classifies states what changes. */
const changed = (values: Values, ticket: TicketForStaff): BodyOfAct<'classify'> => {
  const { kind, class: classCode, title, category, service, item, system, impact, urgency } = values
  const security = values['security'] === 'yes'
  return {
    ...(kind !== ticket.kind && { kind: kind as TicketForStaff['kind'] }),
    ...(classCode !== ticket.class && { class: classCode }),
    ...(said(title) !== ticket.title && { title: said(title) }),
    ...(category !== ticket.category && { category }),
    ...((service || null) !== ticket.service && { service: service || null }),
    ...((item || null) !== ticket.item && { item: item || null }),
    ...((said(system) ?? null) !== ticket.system && { system: said(system) ?? null }),
    ...(security !== ticket.flags.security && { security }),
    ...(impact !== ticket.impact && { impact: impact as TicketForStaff['impact'] }),
    ...(urgency !== ticket.urgency && { urgency: urgency as TicketForStaff['urgency'] }),
    reason: said(values['reason']),
  }
}

const satisfaction = ({ score, comment, notObtained }: Values): BodyOfAct<'close'>['satisfaction'] => {
  if (notObtained) return { notObtained }
  return score ? { score: Number(score) as 1 | 2 | 3 | 4 | 5, comment: said(comment) ?? null } : undefined
}

type Bodies = { readonly [A in Act]: (values: Values, ticket: TicketForStaff) => BodyOfAct<A> }

const because = ({ reason = '' }: Values) => ({ reason })
const grade = ({ impact, urgency }: Values) => ({
  impact: impact as TicketForStaff['impact'],
  urgency: urgency as TicketForStaff['urgency'],
})

/** What each form sends; fields left empty are left out. */
export const BODIES: Bodies = {
  classify: changed,
  assign: ({ group, assignee }) => ({ group: said(group), assignee: said(assignee) }),
  transfer: ({ group = '', assignee, category, reason = '' }, ticket) => ({
    group,
    assignee: said(assignee),
    ...(category !== ticket.category && { category: said(category) }),
    reason,
  }),
  accept: () => ({}),
  contact: ({ medium, reached, note = '', faultConfirmed, gradeAgreed, agreedUntil }) => ({
    medium: medium as BodyOfAct<'contact'>['medium'],
    reached: reached === 'yes',
    note,
    faultConfirmed: faultConfirmed === 'yes',
    // whoever was not reached said nothing of it
    ...(reached === 'yes' && gradeAgreed && { gradeAgreed: gradeAgreed === 'yes' }),
    handlingTimeAgreedAt: instant(agreedUntil),
  }),
  comment: ({ text = '', visibility }) => ({ text, visibility: visibility === 'public' ? 'public' : 'internal' }),
  diagnose: ({ cause, workaround, solution }) => ({
    cause: said(cause),
    workaround: said(workaround),
    solution: said(solution),
  }),
  wait: ({ code = '', reason = '', until }) => ({ code, reason, until: instant(until) }),
  resume: () => ({}),
  'request-priority-change': (values) => ({ ...grade(values), ...because(values) }),
  'decide-priority-change': (values) => ({ granted: values['granted'] === 'yes', ...because(values) }),
  escalate: because,
  'propose-time': (values) => ({ restoreBy: instant(values['restoreBy']) ?? '', ...because(values) }),
  'answer-time': ({ agreed, text }, { proposal }) => ({
    proposal: proposal?.round ?? 1,
    agreed: agreed === 'yes',
    text: said(text),
  }),
  resolve: (values, ticket) => ({
    outcome: values['outcome'] as BodyOfAct<'resolve'>['outcome'],
    solution: values['solution'] ?? '',
    cause: said(values['cause']) ?? null,
    environmentChanged: values['environmentChanged'] === 'yes',
    leftToFindOut: said(values['leftToFindOut']) ?? null,
    ...(values['category'] !== ticket.category && { category: said(values['category']) }),
  }),
  confirm: () => ({}),
  reject: because,
  close: (values, ticket) => ({
    code: values['code'] ?? '',
    ...(ticket.solution === null && { solution: said(values['solution']) }),
    ...(ticket.satisfaction === null && { satisfaction: satisfaction(values) }),
  }),
  cancel: because,
  'confirm-registration': ({ confirmed, reason }) => ({ confirmed: confirmed === 'yes', reason: said(reason) }),
  screen: () => ({}),
  return: (values) => ({ as: values['as'] as BodyOfAct<'return'>['as'], ...because(values) }),
  insist: ({ text }) => ({ text: said(text) }),
  'decide-service': (values) => ({ serve: values['serve'] === 'yes', ...because(values) }),
  merge: (values) => ({ duplicates: duplicatesIn(values) }),
  unmerge: () => ({}),
  'judge-major': (values) => ({ confirmed: values['confirmed'] === 'yes', ...because(values) }),
  'review-rating': ({ finding = '', cause, measure, conversation }) => ({
    finding,
    cause: said(cause),
    measure: said(measure),
    conversation: said(conversation),
  }),
  'raise-problem': ({ leftToFindOut }) => ({ leftToFindOut: said(leftToFindOut) }),
}

const grades = ({ impact, urgency }: TicketForStaff): Values => ({ impact, urgency })

/** What the fields hold before anybody types. */
export const initialOf = (act: Act, ticket: TicketForStaff): Values => {
  switch (act) {
    case 'classify':
      return {
        ...grades(ticket),
        kind: ticket.kind,
        class: ticket.class,
        title: ticket.title,
        category: ticket.category,
        service: ticket.service ?? '',
        item: ticket.item ?? '',
        system: ticket.system ?? '',
        security: ticket.flags.security ? 'yes' : '',
      }
    case 'request-priority-change':
      return grades(ticket)
    case 'transfer':
      return { category: ticket.category }
    case 'return':
      return { as: 'out-of-scope' }
    case 'contact':
      return { medium: 'phone' }
    case 'diagnose':
      return { cause: ticket.cause ?? '', workaround: ticket.workaround ?? '', solution: ticket.solution ?? '' }
    case 'resolve':
      return {
        outcome: 'cure',
        category: ticket.category,
        cause: ticket.cause ?? '',
        solution: ticket.solution ?? '',
      }
    case 'raise-problem':
      return { leftToFindOut: ticket.resolution?.leftToFindOut ?? '' }
    case 'close':
      return { code: 'solved', solution: ticket.solution ?? '' }
    default:
      return {}
  }
}
