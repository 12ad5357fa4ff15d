import { fallOver } from './attempting.ts'
import type { NoticeCommand, NoticeEvent } from './event.ts'
import type { MessageNotice } from './notice.ts'

type Command<Type extends NoticeCommand['type']> = Extract<NoticeCommand, { readonly type: Type }>

/** Feedback comes for e-mail only, and may overtake the outcome of the very attempt it belongs to. */
const isAboutCurrentMail = (notice: MessageNotice): boolean =>
  notice.route.channel === 'email' && notice.attemptsOnRoute > 0 && notice.status !== 'undeliverable'

export const noteDelivery = (notice: MessageNotice): readonly NoticeEvent[] =>
  isAboutCurrentMail(notice) && notice.status !== 'delivered' && notice.status !== 'acknowledged'
    ? [{ type: 'delivered', route: notice.route }]
    : []

/** NOT-4: a mail that came back falls over to the next channel; whoever has acknowledged it needs no other. */
export const noteBounce = (
  notice: MessageNotice,
  { permanent, detail }: Command<'note-bounce'>,
): readonly NoticeEvent[] => {
  if (!isAboutCurrentMail(notice) || notice.status === 'acknowledged') return []
  return [{ type: 'bounced', route: notice.route, permanent, detail }, fallOver(notice)]
}

export const noteComplaint = (notice: MessageNotice, { detail }: Command<'note-complaint'>): readonly NoticeEvent[] =>
  notice.route.channel !== 'email' || notice.complained ? [] : [{ type: 'complained', route: notice.route, detail }]
