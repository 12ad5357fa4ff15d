import { priorityOf } from '../priority/matrix.ts'
import { refuse } from '../refusal.ts'
import type { Declaration, TicketCommand } from './command.ts'
import type { TicketContext } from './context.ts'
import type { TicketEvent } from './event.ts'
import { calendarRefOf, majorCandidate } from './grading.ts'
import { known, knownChannel } from './known.ts'
import { registered } from './registering.ts'

type Recording = Extract<TicketCommand, { readonly type: 'submit' | 'record' }>

/** Where every new ticket lies until the desk has dispatched it. */
export const INTAKE_GROUP = 'desk'

const missing = (what: string) => refuse('invalid', `${what}-missing`, `A ticket needs a ${what}.`)

const DEFAULT_CLASS = { incident: 'fault', 'service-request': 'request' } as const

/** Only staff say how urgent a thing is; monitoring does by its policy (PRI-3, PRI-6). */
const gradeOf = (declaration: Declaration, { desk }: TicketContext) => {
  const policy = desk.policy.value
  const service = declaration.service ? desk.services.get(declaration.service) : undefined
  const criticality = service?.criticality ?? null
  const impact = declaration.impact ?? policy.criticality[criticality ?? 'normal'].defaultImpact
  const urgency =
    declaration.urgency ?? (declaration.requester.vip ? policy.defaultUrgency.vip : policy.defaultUrgency.normal)
  return { impact, urgency, priority: priorityOf(policy, impact, urgency, criticality) }
}

/**
 * INT-1, INT-9: one record for every declaration, whatever the channel. Defaults: category (PRI-2), grade (PRI-3, PRI-5);
 * the policy and calendar in force are kept with it (ESC-9). The ticket lies with the desk until it is dispatched.
 */
export const open = (command: Recording, context: TicketContext): readonly TicketEvent[] => {
  const { desk } = context
  const policy = desk.policy.value
  if (command.type === 'record' && !command.category) {
    refuse('invalid', 'category-missing', 'A ticket recorded by the desk needs a category (PRI-2).')
  }
  if (command.type === 'submit' && context.actor.kind !== 'system' && (command.impact || command.urgency)) {
    refuse('forbidden', 'grade-by-desk', 'Impact and urgency are set by the desk (PRI-3); leave them out.')
  }
  const registration = command.type === 'record' ? command.afterTheFact : undefined
  const title = command.title.trim() || missing('title')
  const service = known.service(desk, command.service) ?? null
  const kind = command.kind ?? 'incident'
  const grade = gradeOf(command, context)
  const category = known.category(desk, command.category) ?? policy.intake.defaultCategory
  const { requester, imported = null } = command
  const unjudged = {
    kind,
    major: 'none',
    group: INTAKE_GROUP,
    category,
    service,
    assignee: null,
    requester,
    imported,
  } as const
  return [
    {
      type: 'recorded',
      number: command.number,
      kind,
      class: known.class(desk, command.class) ?? DEFAULT_CLASS[kind],
      title,
      description: command.description,
      html: command.html ?? null,
      channel: knownChannel(desk, command.channel),
      requester,
      contact: command.contact ?? null,
      category,
      service,
      item: command.item ?? null,
      system: command.system ?? null,
      ...grade,
      security: command.security ?? false,
      attachments: command.attachments ?? [],
      mail: command.mail ?? null,
      alarm: command.alarm ?? null,
      relatedTo: command.relatedTo ?? null,
      group: INTAKE_GROUP,
      policyVersion: desk.policy.version,
      calendar: calendarRefOf(desk, service),
      acknowledge: command.acknowledge && !registration,
      ...(imported && { imported }),
    },
    ...(registration
      ? [registered(registration, { ...unjudged, priority: grade.priority }, context)]
      : majorCandidate(unjudged, grade.priority, context)),
  ]
}
