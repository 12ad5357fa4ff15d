import { type Instant, latest, plus } from '../instant.ts'
import { type Actor, hasRole } from '../people/actor.ts'
import type { Context, Decider } from '../record.ts'
import { refuse } from '../refusal.ts'
import type { Desk } from '../setting/desk.ts'
import type { Setting } from '../setting/setting.ts'
import type { Override, Rota } from './rota.ts'
import { overrideProblem } from './rota-problems.ts'
import { shiftsBetween } from './shifts.ts'

export type OverrideCommand =
  | { readonly type: 'add-override'; readonly override: Omit<Override, 'id'> }
  | { readonly type: 'import-overrides'; readonly overrides: readonly Omit<Override, 'id'>[] }
  | { readonly type: 'remove-override'; readonly override: string }

export type OverrideEvent =
  | { readonly type: 'override-added'; readonly kind: 'rota'; readonly id: string; readonly override: Override }
  | { readonly type: 'override-removed'; readonly kind: 'rota'; readonly id: string; readonly override: Override }

export type OverrideContext = Context & { readonly desk: Desk }

/** What is over for so long nobody asks for any more. */
const KEPT_MS = 400 * 86_400_000
const MOST = 1_000

/** Whoever answers for the rota: administrators, the desk manager, and the lead of the group it is for. */
export const answersFor = ({ subject }: Rota, actor: Actor, { groups }: Desk): boolean => {
  if (hasRole(actor, 'administrator', 'desk-manager')) return true
  const led = [...groups.values()].filter(({ lead }) => actor.kind === 'person' && lead === actor.id)
  if (subject.kind === 'group') return led.some(({ id }) => id === subject.group)
  return subject.kind === 'desk' && led.some(({ line }) => line === 'desk')
}

const takesPart = ({ layers }: Rota, actor: Actor): boolean =>
  actor.kind === 'person' && layers.some(({ participants }) => participants.includes(actor.id))

/** ONC-1: whoever answers for the rota puts anybody on duty; whoever takes part in it, themselves. */
export const mayPutOnDuty = (rota: Rota, person: string, actor: Actor, desk: Desk): boolean =>
  answersFor(rota, actor, desk) || (actor.kind === 'person' && person === actor.id && takesPart(rota, actor))

/** ONC-1: whoever answers for the rota, and whoever is on duty by it. */
export const mayTakeOffDuty = (rota: Rota, { person }: Override, actor: Actor, desk: Desk): boolean =>
  answersFor(rota, actor, desk) || (actor.kind === 'person' && person === actor.id)

const checkShift = (rota: Rota, override: Override, { now, desk }: OverrideContext): void => {
  const { from, to, person, replaces } = override
  if (to <= now) refuse('invalid', 'shift-over', 'The shift is over.')
  const problem = overrideProblem(override)
  if (problem) refuse('invalid', 'not-an-override', `${problem}.`)
  if (!desk.staff.get(person)?.active) refuse('invalid', 'unknown-person', `"${person}" does not work here.`)
  const isReplaced = ({ people }: { readonly people: readonly string[] }) => people.some((each) => each === replaces)
  if (replaces !== null && !shiftsBetween(rota, from, to, desk.calendars).some(isReplaced)) {
    refuse('conflict', 'not-on-duty', `${replaces} is not on duty then any more; look at the rota again.`)
  }
}

const isKept = ({ to }: Override, now: Instant): boolean => to > plus(now, -KEPT_MS)

/** What has passed stays as it was: a shift that has begun is taken over from now on. */
const added = (rota: Rota, given: Omit<Override, 'id'>, context: OverrideContext): OverrideEvent => {
  const override = { id: context.newId(), ...given, from: latest(given.from, context.now) }
  if (!mayPutOnDuty(rota, override.person, context.actor, context.desk)) {
    refuse(
      'forbidden',
      'not-your-rota',
      'Shifts are given by the lead and the desk manager; whoever takes part in the rota may take them over.',
    )
  }
  checkShift(rota, override, context)
  return { type: 'override-added', kind: 'rota', id: rota.id, override }
}

const withOverride = (rota: Rota, override: Override, now: Instant): Rota => ({
  ...rota,
  overrides: [...rota.overrides.filter((each) => isKept(each, now)), override],
})

/** Each of them is decided on what those before it leave. */
const imported = (rota: Rota, given: readonly Omit<Override, 'id'>[], context: OverrideContext) => {
  const events: OverrideEvent[] = []
  let after = rota
  for (const each of given) {
    const event = added(after, each, context)
    after = withOverride(after, event.override, context.now)
    events.push(event)
  }
  if (after.overrides.length > MOST)
    refuse('conflict', 'too-many-overrides', `${rota.id} has ${rota.overrides.length} overrides; put them into layers.`)
  return events
}

const removed = (rota: Rota, id: string, { actor, desk }: OverrideContext): OverrideEvent => {
  const override =
    rota.overrides.find((each) => each.id === id) ??
    refuse('not-found', 'unknown-override', `The rota ${rota.id} has no override ${id}.`)
  if (!mayTakeOffDuty(rota, override, actor, desk)) {
    refuse('forbidden', 'not-your-shift', 'It is undone by whoever took the shift over, the lead or the desk manager.')
  }
  return { type: 'override-removed', kind: 'rota', id: rota.id, override }
}

/** ONC-1: what is changed of a rota from day to day; its layers are changed as a setting. */
export const overrideDecider: Decider<Setting<'rota'>, OverrideCommand, OverrideEvent, OverrideContext> = {
  decide: (setting, command, context) => {
    if (setting === null) return refuse('not-found', 'unknown-rota', 'There is no such rota.')
    const rota = setting.value
    switch (command.type) {
      case 'add-override':
        return imported(rota, [command.override], context)
      case 'import-overrides':
        return imported(rota, command.overrides, context)
      case 'remove-override':
        return [removed(rota, command.override, context)]
    }
  },
  evolve: (setting, event, { at }) => {
    if (setting === null) return refuse('not-found', 'unknown-rota', 'There is no such rota.')
    const { overrides } = setting.value
    const value =
      event.type === 'override-added'
        ? withOverride(setting.value, event.override, at)
        : { ...setting.value, overrides: overrides.filter(({ id }) => id !== event.override.id) }
    return { ...setting, value, updatedAt: at }
  },
  passTime: () => [],
  wakeAt: () => null,
}
