import type { Instant } from '../instant.ts'
import type { NoticeCommand, NoticeEvent } from './event.ts'
import { MOST_MATTERS } from './gathering.ts'
import type { MessageNotice } from './notice.ts'

type Command<Type extends NoticeCommand['type']> = Extract<NoticeCommand, { readonly type: Type }>

const GOES_ON: ReadonlySet<MessageNotice['status']> = new Set(['planned', 'sending', 'sent', 'delivered'])

/** Reminds by itself, and will go on to until somebody answers. */
export const isReminding = ({ ladder, within, status }: MessageNotice): boolean =>
  ladder !== null && !within && GOES_ON.has(status)

/**
 * Told once through all channels of the person, and passed on: what is left are its reminders, which a later notice of the
 * same ticket can give with its own [NOT-3, NOT-5].
 */
export const canBeHandedOver = (notice: MessageNotice): boolean =>
  isReminding(notice) &&
  notice.status === 'planned' &&
  notice.passedOn &&
  notice.round > 1 &&
  notice.attemptsOnRoute === 0

/** NOT-5: takes another matter into what it reminds of, at its own time; twice it is the same matter. */
export const takeOver = (
  notice: MessageNotice,
  { matter, repetition }: Command<'take-over'>,
  now: Instant,
): readonly NoticeEvent[] => {
  const also = notice.also ?? []
  const isThere = also.some(({ id }) => id === matter.id)
  if (isThere || !isReminding(notice) || also.length + 1 >= MOST_MATTERS) return []
  return [{ type: 'gathered', matter, repetition, until: notice.dueAt ?? now }]
}

export const handOver = (notice: MessageNotice, { to }: Command<'hand-over'>): readonly NoticeEvent[] =>
  notice.within === to || notice.id === to || notice.ladder === null ? [] : [{ type: 'handed-over', to }]
