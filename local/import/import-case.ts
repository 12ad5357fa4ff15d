import { randomUUID } from 'node:crypto'
import type { Deps } from '../../shared/application/deps.ts'
import type { Commit } from '../../shared/application/ports.ts'
import type { Settings } from '../../shared/application/settings.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Person } from '../../shared/domain/people/person.ts'
import type { Desk } from '../../shared/domain/setting/desk.ts'
import type { Requester, Ticket } from '../../shared/domain/ticket/ticket.ts'
import { followingEntries, isUnnamed } from '../history/follow-entry.ts'
import { type Declared, type Living, liveThrough } from '../history/live-through.ts'
import type { PolicyWith } from '../history/log-policy.ts'
import { logTime } from '../history/log-time.ts'
import { memoryDeps, somebody } from '../history/memory-deps.ts'
import { memoryStore } from '../history/memory-store.ts'
import type { PastCase } from '../history/past-case.ts'

/** The desk that takes a history over. */
export type Target = Pick<Deps, 'store' | 'settings' | 'clock'>

export type Importing = {
  readonly target: Target
  readonly desk: Desk
  readonly policy: PolicyWith<'import'>
  readonly startedAt: Instant
  /** Who does it (AUD-1). */
  readonly by: string
  /** The next number of a series. */
  readonly nextNumber: Deps['store']['nextNumber']
  readonly dryRun: boolean
}

/** An entry the desk did not allow, and why. */
export type Refused = { readonly reason: string; readonly at: Instant }

/** Whoever the log names works, for the length of this case, in every group: that they did is past. */
const peopleOf = ({ desk }: Importing, { events }: PastCase): Desk['staff'] => {
  const groups = [...desk.groups.keys()]
  const named = new Set(events.flatMap(({ assignee, by }) => [assignee, by].filter((id) => id !== null)))
  const unknown = (id: string): Person => ({
    ...{ id, name: id, roles: ['engineer'], businessGroups: [], email: '', phone: null, mobile: null },
    ...{ department: null, language: 'en', vip: false, active: true, groups },
  })
  return new Map([...named].map((id) => [id, { ...(desk.staff.get(id) ?? unknown(id)), active: true, groups }]))
}

const requesterOf = async ({ target }: Importing, { caller, callerEmail }: PastCase): Promise<Requester> => {
  const email = callerEmail ?? null
  const person = email ? await target.settings.personByEmail(email) : null
  if (person) {
    const { id, name, phone, vip, department, language } = person
    return { personId: id, name, email: person.email, phone, vip, department, language, verified: true }
  }
  // whoever it was, the old desk has dealt with them
  const nobody = { personId: null, phone: null, vip: false, department: null, verified: true } as const
  return { ...nobody, name: caller ?? email ?? '?', email, language: 'en' }
}

const declaring =
  (importing: Importing) =>
  async (past: PastCase): Promise<Declared> => {
    const { policy, startedAt, by } = importing
    const kind = policy.kinds[past.kind ?? '']
    const title = past.title || past.id
    return {
      ...{ title, description: past.description || title, acknowledge: false },
      ...{ requester: await requesterOf(importing, past), category: past.category ?? undefined, kind },
      imported: { system: policy.import.system, id: past.id, at: startedAt, by },
    }
  }

/** The settings of the target, as if whoever the log names worked there. */
const settingsWith = (settings: Settings, desk: Desk): Settings => ({
  ...settings,
  desk: async () => desk,
  person: async (id) => desk.staff.get(id) ?? settings.person(id),
})

/** Whoever the log does not name bears the name of the desk they come from. */
const namedIn =
  (desk: Desk, system: string): Living['actor'] =>
  (id, role, groups) => ({
    ...somebody(id, role, groups),
    name: desk.staff.get(id)?.name ?? (isUnnamed(id) ? system : id),
  })

/** API-3: one case, in this desk's names, through this desk's own commands in memory. */
export const importCase = async (importing: Importing, past: PastCase) => {
  const { target, policy, nextNumber } = importing
  const commits: Commit[] = []
  const refused: Refused[] = []
  const time = logTime()
  const desk = { ...importing.desk, staff: peopleOf(importing, past) }
  const store = { ...memoryStore((commit) => void commits.push(commit)), nextNumber }
  const settings = settingsWith(target.settings, desk)
  const deps = memoryDeps({ store, settings, clock: time, newId: randomUUID })
  const { system, closing } = policy.import
  const living: Living = {
    ...{ deps, store, words: policy, setNow: time.set, closing, reason: `${system} ${past.id}` },
    refused: (reason, _, { at }) => void refused.push({ reason, at }),
    ...{ declare: declaring(importing), actor: namedIn(desk, system) },
  }
  const ticket: Ticket = await liveThrough(living, past, followingEntries(living, past))
  return { ticket, commits, deps, refused }
}
