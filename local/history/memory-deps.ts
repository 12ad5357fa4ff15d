import type { Deps } from '../../shared/application/deps.ts'
import type { Actor } from '../../shared/domain/people/actor.ts'

/** Somebody of the log acting here in one role. */
export const somebody = (
  id: string,
  role: 'desk' | 'engineer',
  groups: readonly string[],
): Extract<Actor, { readonly kind: 'person' }> => ({
  ...{ kind: 'person', id, name: id, email: `${encodeURIComponent(id)}@replay.invalid` },
  ...{ roles: [role], groups, department: null },
})

const nothingLeaves = async (): Promise<never> => {
  throw new Error('The past sends nothing.')
}

/** What the use cases work with when the past goes its way once more: nothing of it leads outside. */
export const memoryDeps = (own: Pick<Deps, 'store' | 'settings' | 'clock' | 'newId'>): Deps => ({
  ...own,
  identity: {
    name: 'Past',
    address: 'desk@past.invalid',
    publicUrl: 'http://past.invalid',
    trustedAuthservId: null,
    languages: ['en', 'zh-CN'],
  },
  log: { info: () => undefined, error: () => undefined },
  metrics: { note: () => undefined },
  secret: nothingLeaves,
  wakeUps: { schedule: nothingLeaves },
  procedures: { follow: nothingLeaves },
  machine: { start: nothingLeaves, answer: nothingLeaves },
  mailer: { send: nothingLeaves },
  textMessages: { send: nothingLeaves },
  chat: { post: nothingLeaves },
  voiceCalls: { call: nothingLeaves },
  files: {
    put: nothingLeaves,
    get: nothingLeaves,
    uploadUrl: nothingLeaves,
    uploadsAt: nothingLeaves,
    release: nothingLeaves,
  },
  alarmTags: { tagsOf: nothingLeaves },
  bus: { publish: nothingLeaves },
})
