import type { NoticeEvent } from '../domain/notice/event.ts'
import type { StopReason } from '../domain/notice/ladder.ts'
import { nextPerson } from '../domain/notice/next-person.ts'
import type { MessageNotice, Notice } from '../domain/notice/notice.ts'
import { DESK } from '../domain/people/actor.ts'
import type { RecordKey } from '../domain/record.ts'
import { reasonToStop, stopTelling } from './acknowledging.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { noticeKey, noticeRecord } from './notice-record.ts'
import { tellingOf } from './telling.ts'

/** What of a message or call matters to what it tells besides. */
const FOLLOWED: ReadonlySet<NoticeEvent['type']> = new Set([
  'sent',
  'given-up',
  'passed-on',
  'unanswered',
  'acknowledged',
  'ticked-off',
])

const nextFor = async (deps: Deps, notice: Notice) => {
  const telling = notice.medium === 'message' && notice.ladder ? await tellingOf(deps, notice) : null
  return telling && notice.medium === 'message' ? nextPerson(notice, telling) : null
}

/** NOT-5: what became of a message is said of each matter it told of, on that one's ticket; doing it twice changes nothing. */
export const tellFollowers = async (deps: Deps, teller: Notice, event: NoticeEvent): Promise<void> => {
  if (!FOLLOWED.has(event.type)) return
  const ids = (teller.also ?? []).map(({ id }) => id).filter((id) => !teller.leftOut?.includes(id))
  for (const id of ids) {
    const stored = await deps.store.load<Notice>(noticeKey(id))
    if (!stored) continue
    const next = event.type === 'passed-on' ? await nextFor(deps, stored.state) : null
    await executeOn(deps, noticeRecord, noticeKey(id), { type: 'follow', teller, next }, DESK)
  }
}

type Reason = { readonly id: string; readonly why: StopReason | null }

const reasonFor = async (deps: Deps, teller: MessageNotice, id: string): Promise<Reason> => {
  const state = id === teller.id ? teller : (await deps.store.load<Notice>(noticeKey(id)))?.state
  if (state?.medium !== 'message') return { id, why: 'acknowledged' }
  const isOver = id !== teller.id && (state.status === 'acknowledged' || state.status === 'stopped')
  return { id, why: isOver ? 'acknowledged' : await reasonToStop(deps, state) }
}

/**
 * NOT-3, NOT-5: the notice without what nobody needs to be told any more; null, and the end of it, when nothing is left.
 */
export const withoutAnswered = async (
  deps: Deps,
  key: RecordKey,
  notice: MessageNotice,
): Promise<MessageNotice | null> => {
  const ids = [notice.id, ...(notice.also ?? []).map(({ id }) => id)].filter((id) => !notice.leftOut?.includes(id))
  const reasons = await Promise.all(ids.map((id) => reasonFor(deps, notice, id)))
  const out = reasons.filter(({ why }) => why !== null)
  for (const { id, why } of out) if (id !== notice.id && why) await stopTelling(deps, noticeKey(id), why)
  if (out.length === ids.length) {
    await executeOn(deps, noticeRecord, key, { type: 'stop', why: out[0]?.why ?? 'acknowledged' }, DESK)
    return null
  }
  if (out.length === 0) return notice
  const { state } = await executeOn(deps, noticeRecord, key, { type: 'leave-out', ids: out.map(({ id }) => id) }, DESK)
  return state.medium === 'message' ? state : null
}
