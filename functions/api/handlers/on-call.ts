import type { Deps } from '../../../shared/application/deps.ts'
import { changeOverrides } from '../../../shared/application/rotas.ts'
import { settingKey } from '../../../shared/application/setting-record.ts'
import type { onCallEndpoints } from '../../../shared/contract/on-call-endpoints.ts'
import { type Instant, instantOf, latest, msOf } from '../../../shared/domain/instant.ts'
import { calendarText } from '../../../shared/domain/on-call/calendar-text.ts'
import { answersFor, mayPutOnDuty, mayTakeOffDuty } from '../../../shared/domain/on-call/overriding.ts'
import type { Rota } from '../../../shared/domain/on-call/rota.ts'
import { gaps, shiftsBetween } from '../../../shared/domain/on-call/shifts.ts'
import { onCallOrder, whoIsOnCall } from '../../../shared/domain/on-call/who-is-on-call.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import type { Setting } from '../../../shared/domain/setting/setting.ts'
import { preferredLanguage } from '../language.ts'
import type { Call, Handler } from '../route.ts'

type OnCall = typeof onCallEndpoints

const rotaNamed = async ({ store }: Deps, id: string) => {
  const stored = await store.load<Setting<'rota'>>(settingKey('rota', id))
  return stored ?? refuse('not-found', 'unknown-rota', `There is no rota "${id}".`)
}

/** Somebody who has left is still called by their id. */
const named =
  ({ staff }: Desk) =>
  (id: string) => ({ id, name: staff.get(id)?.name ?? id })

const getOnCall: Handler<OnCall['getOnCall']> = async ({ deps, query }) => {
  const desk = await deps.settings.desk()
  const at = query.at ?? deps.clock.now()
  const items = [...desk.rotas.values()].map((rota) => ({
    rota: rota.id,
    name: rota.name,
    subject: rota.subject,
    people: whoIsOnCall(rota, at, desk.calendars).map(named(desk)),
    order: onCallOrder(rota, at, desk.calendars).map(named(desk)),
  }))
  return { body: { at, items } }
}

type Times = { readonly from: Instant; readonly to: Instant }

const touch = (a: Times, b: Times): boolean => msOf(a.from) < msOf(b.to) && msOf(b.from) < msOf(a.to)

const shiftViews = (rota: Rota, { from, to }: Times, desk: Desk) =>
  shiftsBetween(rota, from, to, desk.calendars).map((shift) => ({
    ...shift,
    people: shift.people.map(named(desk)),
    overrides: rota.overrides
      .filter((each) => touch(each, shift) && shift.people.includes(each.person))
      .map(({ id }) => id),
  }))

const getShifts: Handler<OnCall['getShifts']> = async ({ deps, params: { id }, query, caller: { actor } }) => {
  const { version, state } = await rotaNamed(deps, id)
  const desk = await deps.settings.desk()
  const rota = state.value
  const isThere = (person: string) => desk.staff.get(person)?.active ?? false
  return {
    body: {
      rota: rota.id,
      name: rota.name,
      subject: rota.subject,
      timeZone: rota.timeZone,
      shifts: shiftViews(rota, query, desk),
      gaps: gaps(rota, query.from, query.to, desk.calendars, isThere),
      overrides: rota.overrides
        .filter((each) => touch(each, query))
        .map((each) => ({ ...each, mayUndo: mayTakeOffDuty(rota, each, actor, desk) })),
      mayTakeOver: mayPutOnDuty(rota, actor.id, actor, desk),
      mayGive: answersFor(rota, actor, desk),
    },
    version,
  }
}

type ChangeCall = Pick<Call<OnCall['addOverride']>, 'deps' | 'caller' | 'expectedVersion' | 'idempotency'>

const changed = async (
  { deps, caller, expectedVersion, idempotency }: ChangeCall,
  id: string,
  command: Parameters<typeof changeOverrides>[2],
) => {
  const { version, state } = await changeOverrides(deps, id, command, caller.actor, { expectedVersion, idempotency })
  return { body: { id, version, value: state.value }, version }
}

const exportShifts: Handler<OnCall['exportShifts']> = async ({ deps, params: { id }, query, caller, event }) => {
  const { state } = await rotaNamed(deps, id)
  const { calendars, staff } = await deps.settings.desk()
  const language = caller.person?.language ?? preferredLanguage(event, deps.identity)
  const domain = new URL(deps.identity.publicUrl).hostname
  const of = { calendars, staff, language, domain, now: deps.clock.now() }
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${id}.ics"`,
    },
    content: calendarText(state.value, query.from, query.to, of),
  }
}

/** Reading calendars is loaded when somebody brings one: a rota is imported a few times a year. */
const importShifts: Handler<OnCall['importShifts']> = async ({ deps, params: { id }, body, caller, idempotency }) => {
  const { matchPeople, overridesFor } = await import('../../../shared/domain/on-call/importing.ts')
  const { readCalendar } = await import('../../../shared/domain/on-call/read-calendar.ts')
  const { version, state } = await rotaNamed(deps, id)
  const { staff, calendars } = await deps.settings.desk()
  const { value: rota } = state
  const now = deps.clock.now()
  const span = { from: latest(body.from, now), to: body.to, timeZone: rota.timeZone }
  const { events, unread } = readCalendar(body.calendar, span)
  const { wanted, unmatched } = matchPeople(events, staff.values())
  const upcoming = wanted.map((each) => ({
    ...each,
    from: latest(each.from, span.from),
    to: instantOf(Math.min(msOf(each.to), msOf(span.to))),
  }))
  const overrides = overridesFor(rota, upcoming, calendars)
  const report = { overrides, unmatched, unread }
  if (body.tryOut || overrides.length === 0) return { body: { ...report, version } }
  const done = await changeOverrides(deps, id, { type: 'import-overrides', overrides }, caller.actor, { idempotency })
  return { body: { ...report, version: done.version } }
}

export const onCallHandlers: { readonly [Operation in keyof OnCall]: Handler<OnCall[Operation]> } = {
  getOnCall,
  getShifts,
  addOverride: (call) => {
    const { from, to, person = call.caller.actor.id, replaces } = call.body
    return changed(call, call.params.id, { type: 'add-override', override: { from, to, person, replaces } })
  },
  removeOverride: (call) => changed(call, call.params.id, { type: 'remove-override', override: call.params.override }),
  exportShifts,
  importShifts,
}
