import { msOf } from '../domain/instant.ts'
import type { Person } from '../domain/people/person.ts'
import { refuse } from '../domain/refusal.ts'
import type { Desk, Versioned } from '../domain/setting/desk.ts'
import type { Policy } from '../domain/setting/policy.ts'
import type { Setting, SettingKind, SettingValues } from '../domain/setting/setting.ts'
import type { Calendar } from '../domain/sla/calendar.ts'
import { defaultPolicy } from './defaults/default-policy.ts'
import { defaultReport } from './defaults/default-report.ts'
import { wholeList } from './pages-of.ts'
import type { Clock, Store } from './ports.ts'
import { emailName, personKey, SETTINGS_LIST, STAFF_LIST, settingVersionName } from './setting-record.ts'
import type { Settings } from './settings.ts'

/** How old what is cached may get: a changed setting takes effect everywhere within this time. */
const MAX_AGE_MS = 30_000

const loadDesk = async (store: Store): Promise<Desk> => {
  const [settings, staff] = await Promise.all([
    wholeList<Setting>(store, 'kind', SETTINGS_LIST),
    wholeList<Person>(store, 'kind', STAFF_LIST),
  ])
  const versioned = <Kind extends SettingKind>(kind: Kind): ReadonlyMap<string, Versioned<SettingValues[Kind]>> =>
    new Map(
      settings
        .filter(({ summary }) => summary.kind === kind)
        .map(({ version, summary }) => [summary.id, { version, value: summary.value as SettingValues[Kind] }]),
    )
  const values = <Kind extends SettingKind>(kind: Kind): ReadonlyMap<string, SettingValues[Kind]> =>
    new Map([...versioned(kind)].map(([id, { value }]) => [id, value]))
  const only = <Kind extends 'policy' | 'codes'>(kind: Kind): Versioned<SettingValues[Kind]> =>
    versioned(kind).get('default') ??
    refuse('not-found', 'not-set-up', `The desk has no ${kind} yet; load the defaults first.`)
  const policy = only('policy')
  return {
    // one that was written before there were such settings has those of a new desk
    policy: { ...policy, value: { ...defaultPolicy, ...policy.value } },
    codes: only('codes').value,
    report: versioned('report').get('default')?.value ?? defaultReport,
    calendars: versioned('calendar'),
    categories: values('category'),
    services: values('service'),
    groups: values('group'),
    items: values('item'),
    departments: values('department'),
    rotas: values('rota'),
    chatChannels: values('chat-channel'),
    staff: new Map(staff.map(({ summary }) => [summary.id, summary])),
  }
}

/** Addresses come from outside, one a mail; what was asked once must not fill the memory of a process that lives long. */
const MOST_KEPT = 2_000

/** One answer per key for a bounded time; a failed read is not kept. */
const cached = <Value>(clock: Clock, read: (key: string) => Promise<Value>, maxAgeMs: number) => {
  const kept = new Map<string, { readonly atMs: number; readonly value: Promise<Value> }>()
  const get = (key: string): Promise<Value> => {
    const nowMs = msOf(clock.now())
    const hit = kept.get(key)
    if (hit && nowMs - hit.atMs < maxAgeMs) return hit.value
    if (kept.size >= MOST_KEPT) kept.clear()
    const value = read(key)
    kept.set(key, { atMs: nowMs, value })
    value.catch(() => kept.delete(key))
    return value
  }
  return { get, clear: () => kept.clear() }
}

/** Settings and people through a cache; a version of a setting never changes and is kept as long as the process lives. */
export const createSettings = ({ store, clock }: { readonly store: Store; readonly clock: Clock }): Settings => {
  const desk = cached(clock, () => loadDesk(store), MAX_AGE_MS)
  const versions = cached<unknown>(
    clock,
    async (name) => {
      const found = await store.alias(name)
      return found?.data ? JSON.parse(found.data) : refuse('not-found', 'unknown-version', `There is no ${name}.`)
    },
    Number.POSITIVE_INFINITY,
  )
  const people = cached(clock, async (id) => (await store.load<Person>(personKey(id)))?.state ?? null, MAX_AGE_MS)
  const emails = cached(clock, async (name) => (await store.alias(name))?.target.id ?? null, MAX_AGE_MS)
  return {
    desk: () => desk.get('desk'),
    policyAt: async (version) => {
      const { policy } = await desk.get('desk')
      if (policy.version === version) return policy.value
      return (await versions.get(settingVersionName('policy', 'default', version))) as Policy
    },
    calendarAt: async (id, version) => {
      const current = (await desk.get('desk')).calendars.get(id)
      if (current?.version === version) return current
      return { version, value: (await versions.get(settingVersionName('calendar', id, version))) as Calendar }
    },
    person: async (id) => (await desk.get('desk')).staff.get(id) ?? people.get(id),
    personByEmail: async (email) => {
      const id = await emails.get(emailName(email))
      const person = id ? ((await desk.get('desk')).staff.get(id) ?? (await people.get(id))) : null
      return person?.active && person.email.toLowerCase() === email.trim().toLowerCase() ? person : null
    },
    forget: () => {
      for (const cache of [desk, people, emails]) cache.clear()
    },
  }
}
