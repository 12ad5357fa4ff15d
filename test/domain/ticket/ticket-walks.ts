import fc from 'fast-check'
import { plus } from '../../../shared/domain/instant.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import { CLOCK } from '../../../shared/domain/people/actor.ts'
import { IMPACTS, PRIORITIES, URGENCIES } from '../../../shared/domain/priority/grade.ts'
import { DomainError } from '../../../shared/domain/refusal.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import { type DeskAtWork, deskAtWork } from '../../support/desk-at-work.ts'
import {
  alarmChange,
  anna,
  asActor,
  GRADES,
  linkTo,
  MONDAY_9,
  mailFrom,
  NUMBER,
  personNamed,
  recorded,
  requesterOf,
  submitted,
  victor,
} from '../../support/ticket-fixtures.ts'
import { sensible } from './every-act.ts'

/** What people do next, at a moment that is not known before; `now` is when they do it. */
export type Step = {
  readonly who: Actor
  readonly afterMinutes: number
  readonly command: (now: string) => TicketCommand
}

/** A ticket's life as it might come: how it was opened, and what everybody tried. */
export type Walk = { readonly opener: Actor; readonly open: TicketCommand; readonly steps: readonly Step[] }

const people: readonly Actor[] = ['grace', 'diana', 'noor', 'hao', 'petra', 'ivan', 'paula', 'martin'].map((id) =>
  asActor(personNamed(id)),
)
export const everybody: readonly Actor[] = [
  ...people,
  asActor(anna),
  asActor(victor),
  linkTo(NUMBER),
  mailFrom('anna@example.com'),
  mailFrom('grace@example.com', { staff: true }),
  mailFrom('anna@example.com', { verified: false }),
  CLOCK,
]

const grade = fc.record({ impact: fc.constantFrom(...IMPACTS), urgency: fc.constantFrom(...URGENCIES) })
const group = fc.constantFrom('desk', 'network', 'platform', 'acme')
const assignee = fc.option(fc.constantFrom('grace', 'noor', 'hao', 'petra'), { nil: undefined })
const fixed =
  (command: TicketCommand): ((now: string) => TicketCommand) =>
  () =>
    command

const sensibleCommands = Object.values(sensible('grace')).map((command) => fc.constant(fixed(command)))

const commands: fc.Arbitrary<Step['command']> = fc.oneof(
  ...sensibleCommands,
  fc.record({ type: fc.constant('assign' as const), group, assignee }).map(fixed),
  fc.record({ type: fc.constant('transfer' as const), group, assignee, reason: fc.constant('why not') }).map(fixed),
  grade.map((given) => fixed({ type: 'classify', ...given, reason: 'looked at again' })),
  fc.constantFrom(null, 'mail', 'erp', 'shop').map((service) => fixed({ type: 'classify', service })),
  fc
    .constantFrom('requester', 'vendor', 'observation')
    .map((code) => fixed({ type: 'wait', code, reason: 'has to be' })),
  fc.integer({ min: 1, max: 3000 }).map(
    (minutes) =>
      (now: string): TicketCommand => ({
        type: 'wait',
        code: 'appointment',
        reason: 'on site',
        until: plus(now, minutes * 60_000),
      }),
  ),
  fc.constantFrom(1, 4).map((score) => fixed({ type: 'confirm', satisfaction: { score, comment: null } })),
  fc.constantFrom('ALARM' as const, 'OK' as const).map(
    (state) =>
      (now: string): TicketCommand => ({
        type: 'note-alarm',
        change: alarmChange({ eventId: `${state}-${now}`, state, changedAt: now }),
      }),
  ),
)

const minutes = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 4000 }))

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...people.slice(0, 4)) }, fc.constantFrom(...everybody)),
  afterMinutes: minutes,
  command: commands,
})

const service = fc.constantFrom(undefined, 'mail', 'erp', 'shop')
const opening: fc.Arbitrary<Pick<Walk, 'opener' | 'open'>> = fc.oneof(
  fc.record({ priority: fc.constantFrom(...PRIORITIES), of: service }).map(({ priority, of }) => ({
    opener: asActor(personNamed('grace')),
    open: recorded({ ...GRADES[priority], service: of }),
  })),
  fc.constantFrom(anna, victor).map((who) => ({
    opener: asActor(who),
    open: submitted({ requester: requesterOf(who) }),
  })),
  fc.constant({
    opener: CLOCK,
    open: submitted({ channel: 'alarm', alarm: alarmChange(), impact: 'moderate', urgency: 'high' }),
  }),
)

export const arbitraryWalk = (maxLength = 14): fc.Arbitrary<Walk> =>
  fc
    .record({ opening, steps: fc.array(step, { maxLength }) })
    .map(({ opening: opened, steps }) => ({ ...opened, steps }))

/** Tries an act; whether it was done. Anything but a refusal is a failure. */
const tries = (desk: DeskAtWork, who: Actor, command: TicketCommand): boolean => {
  try {
    desk.act(who, command)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

/** Lives the walk; between the acts the ticket is woken whenever it wants to be, unless `asleep`. */
export const live = ({ opener, open, steps }: Walk, setUp?: Desk, asleep = false): DeskAtWork => {
  const desk = deskAtWork({ at: MONDAY_9, ...(setUp ? { desk: setUp } : {}) })
  desk.act(opener, open)
  for (const { who, afterMinutes, command } of steps) {
    if (asleep) desk.moveTo(plus(desk.now(), afterMinutes * 60_000))
    else desk.fastForward({ minutes: afterMinutes })
    tries(desk, who, command(desk.now()))
  }
  return desk
}
