import { letterHtml } from '../domain/notice/rendering/letter-html.ts'
import { letterText } from '../domain/notice/rendering/letter-text.ts'
import { gapLetter } from '../domain/on-call/gap-letter.ts'
import {
  type GapWatch,
  type GapWatchCommand,
  type GapWatchContext,
  type GapWatchEvent,
  gapWatchDecider,
} from '../domain/on-call/gap-watch.ts'
import type { Rota } from '../domain/on-call/rota.ts'
import { DESK } from '../domain/people/actor.ts'
import type { Person } from '../domain/people/person.ts'
import type { RecordKey } from '../domain/record.ts'
import type { Setting } from '../domain/setting/setting.ts'
import { suppressionOf } from './address-record.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { ownMail } from './own-mail.ts'
import type { OutgoingMail } from './ports.ts'
import type { RecordType } from './record-type.ts'
import { settingKey } from './setting-record.ts'

const rotaWatchKey = (rota: string): RecordKey => ({ kind: 'rota-watch', id: rota })

/** From its own record: the list of settings may lag behind the change that is reacted to. */
const rotaNow = async ({ store }: Deps, rota: string): Promise<Rota | null> =>
  (await store.load<Setting<'rota'>>(settingKey('rota', rota)))?.state.value ?? null

const rotaWatchRecord = (rota: string): RecordType<GapWatch, GapWatchCommand, GapWatchEvent, GapWatchContext> => ({
  kind: 'rota-watch',
  decider: gapWatchDecider,
  context: async (base, _, deps) => ({ ...base, desk: await deps.settings.desk(), rota: await rotaNow(deps, rota) }),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: () => ({ places: {}, summary: null }),
})

/** ONC-1: from its first version on a rota is looked at every day; safe to do twice, and at every wake-up. */
export const watchRota = async (deps: Deps, rota: string, refresh = false): Promise<void> => {
  await executeOn(deps, rotaWatchRecord(rota), rotaWatchKey(rota), { type: 'look' }, DESK, { refreshWakeUp: refresh })
}

const mailOf = (deps: Deps, rota: Rota, watch: GapWatch, gaps: GapWatch['known'], to: Person): OutgoingMail => {
  const { identity } = deps
  const letter = gapLetter(rota, gaps, to, { deskName: identity.name, url: `${identity.publicUrl}/on-call` })
  return ownMail(identity, {
    id: `rota-watch.${rota.id}.${watch.updatedAt}.${to.id}`,
    to: { name: to.name, address: to.email },
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter, to.language),
  })
}

/**
 * ONC-1: tells those who are still to be told of gaps. Each is noted when it is done, so that a second delivery finds nobody
 * left; a process that dies in between sends the same mail again, under the same id.
 * @throws Error when a mail cannot be sent, so that it is tried again
 */
export const tellOfGapsFound = async (deps: Deps, rotaId: string): Promise<void> => {
  const watch = (await deps.store.load<GapWatch>(rotaWatchKey(rotaId)))?.state
  if (!watch || watch.toTell.length === 0) return
  const { staff } = await deps.settings.desk()
  const rota = await rotaNow(deps, rotaId)
  for (const { person, gaps } of watch.toTell) {
    const to = staff.get(person)
    const isMailed = rota && to?.active && !(await suppressionOf(deps, to.email))
    if (isMailed) await deps.mailer.send(mailOf(deps, rota, watch, gaps, to))
    await executeOn(deps, rotaWatchRecord(rotaId), rotaWatchKey(rotaId), { type: 'note-told', person }, DESK)
  }
}
