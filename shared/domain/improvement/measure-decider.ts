import { type Instant, plus } from '../instant.ts'
import { type Actor, hasRole } from '../people/actor.ts'
import type { Role } from '../people/person.ts'
import type { Context, Decider, EventMeta } from '../record.ts'
import { refuse } from '../refusal.ts'
import { type Desk, zoneOf } from '../setting/desk.ts'
import { localDate, startOfDate } from '../sla/local-date.ts'
import { nextOpen } from '../sla/working-time.ts'
import type { PersonRef } from '../ticket/ticket.ts'
import type { Measure, MeasureCommand, MeasureEvent } from './measure.ts'

export type MeasureContext = Context & { readonly desk: Desk }

/** ROL-2: monthly review and improvement plan. */
export const IMPROVERS = ['incident-manager', 'desk-manager'] as const satisfies readonly Role[]

const DAY_MS = 86_400_000

/** Whoever forgets a measure is reminded every week until it is done. */
const REMINDED_EVERY_MS = 7 * DAY_MS

const DAY = /^2\d{3}-\d\d-\d\d$/

const checkImprover = (actor: Actor): void => {
  if (!hasRole(actor, ...IMPROVERS)) {
    refuse('forbidden', 'not-your-act', `The improvement plan is for: ${IMPROVERS.join(', ')}.`)
  }
}

const checkDesk = (actor: Actor): void => {
  if (actor.kind !== 'system') refuse('forbidden', 'not-your-act', 'The desk itself does this.')
}

const ownerNamed = (id: string, { desk }: MeasureContext): PersonRef => {
  const person = desk.staff.get(id)
  if (!person?.active) return refuse('invalid', 'unknown-person', `owner: nobody on the staff is called ${id}.`)
  return { id, name: person.name }
}

const checkDue = (dueOn: string, { desk, now }: MeasureContext): void => {
  if (!DAY.test(dueOn) || dueOn < localDate(now, zoneOf(desk))) {
    refuse('invalid', 'due-in-the-past', 'dueOn: a measure is due today or later.')
  }
}

/** When the desk opens, at or after an instant; that instant for a desk that never does. */
const opening = (at: Instant, { calendars, policy }: Desk): Instant => {
  const calendar = calendars.get(policy.value.intake.defaultCalendar)?.value
  return (calendar && nextOpen(calendar, at)) ?? at
}

/** When work begins after the date has passed. */
const overdueAt = (dueOn: string, desk: Desk): Instant => {
  const noon = plus(startOfDate(dueOn, zoneOf(desk)), DAY_MS * 1.5)
  return opening(startOfDate(localDate(noon, zoneOf(desk)), zoneOf(desk)), desk)
}

const there = (measure: Measure | null): Measure =>
  measure ?? refuse('not-found', 'unknown-measure', 'There is no such measure; GET /measures lists what there is.')

const open = (measure: Measure | null): Measure => {
  const found = there(measure)
  if (found.state === 'open') return found
  return refuse('conflict', 'measure-ended', `${found.number} is ${found.state} already; reopen it to go on with it.`)
}

type Command<Type> = Extract<MeasureCommand, { readonly type: Type }>

const plan = (command: Command<'plan'>, context: MeasureContext): readonly MeasureEvent[] => {
  checkImprover(context.actor)
  checkDue(command.dueOn, context)
  const owner = ownerNamed(command.owner, context)
  return [{ ...command, type: 'measure-planned', owner, remindAt: overdueAt(command.dueOn, context.desk) }]
}

const change = (
  measure: Measure,
  { type: _, owner, ...given }: Command<'change'>,
  context: MeasureContext,
): readonly MeasureEvent[] => {
  checkImprover(context.actor)
  const { title = measure.title, detail = measure.detail, dueOn = measure.dueOn } = given
  const isNewDate = dueOn !== measure.dueOn
  if (isNewDate) checkDue(dueOn, context)
  const next = owner === undefined || owner === measure.owner.id ? measure.owner : ownerNamed(owner, context)
  const isNewOwner = next !== measure.owner
  if (!isNewDate && !isNewOwner && title === measure.title && detail === measure.detail) return []
  return [
    {
      type: 'measure-changed',
      ...{ title, detail, dueOn },
      owner: next,
      tells: isNewOwner,
      overdue: isNewDate ? false : measure.overdue,
      remindAt: isNewDate ? overdueAt(dueOn, context.desk) : measure.remindAt,
    },
  ]
}

const note = (measure: Measure, text: string, { actor }: MeasureContext): readonly MeasureEvent[] => {
  const isOwner = actor.kind === 'person' && actor.id === measure.owner.id
  if (!isOwner) checkImprover(actor)
  return [{ type: 'measure-noted', text }]
}

const reopen = (measure: Measure, why: string, { actor, desk, now }: MeasureContext): readonly MeasureEvent[] => {
  checkImprover(actor)
  if (measure.state === 'open') refuse('conflict', 'measure-open', `${measure.number} is open.`)
  const due = overdueAt(measure.dueOn, desk)
  return [{ type: 'measure-reopened', why, remindAt: due > now ? due : opening(plus(now, REMINDED_EVERY_MS), desk) }]
}

const decide = (measure: Measure | null, command: MeasureCommand, context: MeasureContext): readonly MeasureEvent[] => {
  switch (command.type) {
    case 'plan':
      return measure ? [] : plan(command, context)
    case 'change':
      return change(open(measure), command, context)
    case 'note':
      return note(there(measure), command.text, context)
    case 'finish':
    case 'drop': {
      const { outcome } = command
      open(measure)
      checkImprover(context.actor)
      return [{ type: command.type === 'finish' ? 'measure-done' : 'measure-dropped', outcome }]
    }
    case 'reopen':
      return reopen(there(measure), command.why, context)
    case 'note-told':
      checkDesk(context.actor)
      return measure?.toTell ? [{ type: 'measure-owner-told' }] : []
    case 'wake':
      return []
  }
}

type Planned = Extract<MeasureEvent, { readonly type: 'measure-planned' }>

const after = (measure: Measure, event: Exclude<MeasureEvent, Planned>, { at, actor }: EventMeta): Partial<Measure> => {
  switch (event.type) {
    case 'measure-changed': {
      const { type: _, tells, ...changed } = event
      return { ...changed, toTell: tells ? 'owner' : measure.toTell }
    }
    case 'measure-noted':
      return { progress: { at, by: actor.name, text: event.text } }
    case 'measure-done':
    case 'measure-dropped':
      return {
        state: event.type === 'measure-done' ? 'done' : 'dropped',
        outcome: event.outcome,
        endedAt: at,
        toTell: null,
      }
    case 'measure-reopened':
      return { state: 'open', outcome: null, endedAt: null, remindAt: event.remindAt }
    case 'measure-overdue':
      return { overdue: true, toTell: 'overdue', remindAt: event.remindAt }
    case 'measure-owner-told':
      return { toTell: null }
  }
}

const planned = (event: Planned, at: Instant): Measure => {
  const { type: _, ...given } = event
  return {
    ...given,
    state: 'open',
    outcome: null,
    progress: null,
    overdue: false,
    toTell: 'owner',
    plannedAt: at,
    endedAt: null,
    updatedAt: at,
  }
}

const evolve = (measure: Measure | null, event: MeasureEvent, meta: EventMeta): Measure => {
  if (event.type === 'measure-planned') return planned(event, meta.at)
  if (measure === null) throw new Error(`history starts with "${event.type}"`)
  return { ...measure, ...after(measure, event, meta), updatedAt: meta.at }
}

/** REP-5: measures are planned, followed and ended by their managers; their owners are told, and reminded when overdue. */
export const measureDecider: Decider<Measure, MeasureCommand, MeasureEvent, MeasureContext> = {
  decide,
  evolve,
  passTime: ({ state, remindAt }, { now, desk }) =>
    state === 'open' && remindAt <= now
      ? [{ type: 'measure-overdue', remindAt: opening(plus(now, REMINDED_EVERY_MS), desk) }]
      : [],
  wakeAt: ({ state, remindAt }) => (state === 'open' ? remindAt : null),
}
