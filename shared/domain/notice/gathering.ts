import { earliest, type Instant } from '../instant.ts'
import { eventOf } from './bursts.ts'
import type { NoticeCommand, NoticeEvent } from './event.ts'
import type { CallTask, Gathering, Matter, MessageNotice, Notice } from './notice.ts'

type Command<Type extends NoticeCommand['type']> = Extract<NoticeCommand, { readonly type: Type }>

/** More than a message can name; what comes then goes into the next. */
export const MOST_MATTERS = 60

/** A message takes others in until it leaves, a call until it was made. */
const isOpen = (notice: Notice): boolean => {
  if (notice.within) return false
  if (notice.medium === 'call') return notice.done === null
  return notice.status === 'planned' && notice.waited === true && notice.round === 1 && notice.attemptsOnRoute === 0
}

/** NOT-5: takes another matter in; twice it is the same matter. */
export const gather = (notice: Notice, { matter, repetition, until }: Command<'gather'>): readonly NoticeEvent[] => {
  const also = notice.also ?? []
  const isThere = also.some(({ id }) => id === matter.id)
  return isThere || !isOpen(notice) || also.length + 1 >= MOST_MATTERS
    ? []
    : [{ type: 'gathered', matter, repetition, until }]
}

/** NOT-5: what was to tell it could not take it in. */
export const regather = (notice: Notice, { gathering }: Command<'regather'>): readonly NoticeEvent[] => {
  const isWaiting = notice.medium === 'call' ? notice.done === null : notice.status === 'gathered'
  return notice.within && isWaiting ? [{ type: 'regathered', gathering }] : []
}

export const leaveOut = (notice: MessageNotice, { ids }: Command<'leave-out'>): readonly NoticeEvent[] => {
  const news = ids.filter((id) => !notice.leftOut?.includes(id))
  return news.length > 0 ? [{ type: 'left-out', ids: news }] : []
}

/** NOT-2: from now on in the language the recipient reads. */
export const translate = (notice: MessageNotice, { language, ticket }: Command<'translate'>): readonly NoticeEvent[] =>
  notice.recipient.language === language ? [] : [{ type: 'translated', language, ticket }]

/** What one message, or one call, tells now: the most urgent first. */
export const mattersOf = (notice: Notice): readonly [Matter, ...Matter[]] => {
  const { id, message, ticket, also = [], leftOut = [] } = notice
  const own = { id, message, ticket, event: eventOf(notice) }
  const [lead = own, ...others] = [own, ...also]
    .filter((matter) => !leftOut.includes(matter.id))
    .toSorted((one, other) => one.ticket.priority - other.ticket.priority)
  return [lead, ...others]
}

type Start = Pick<MessageNotice, 'status' | 'dueAt'> & Partial<Pick<MessageNotice, 'within' | 'waited'>>

/** How a message begins: at once, after others had time to join it, or in the message of another. */
export const startOf = (gathering: Gathering | null | undefined, now: Instant): Start => {
  if (!gathering) return { status: 'planned', dueAt: now }
  if ('within' in gathering) return { status: 'gathered', dueAt: null, within: gathering.within, waited: true }
  return { status: 'planned', dueAt: gathering.until, waited: true }
}

type Gathered = Extract<NoticeEvent, { readonly type: 'gathered' }>

/** What tells of several matters repeats as the most urgent of them asks, and leaves no later than any of them may wait. */
const takenInto = (notice: MessageNotice, { matter, repetition, until }: Gathered): MessageNotice => {
  const { ladder, dueAt, also = [] } = notice
  const asked = ladder && repetition
  const pace = asked && {
    stepMinutes: Math.min(ladder.stepMinutes, repetition.stepMinutes),
    rounds: Math.max(ladder.rounds, repetition.rounds),
  }
  return {
    ...notice,
    also: [...also, matter],
    ladder: ladder && { ...ladder, ...pace },
    dueAt: dueAt && earliest(dueAt, until),
  }
}

/** What of gathering changes a message; any other event nothing. */
export const evolveGathering = (notice: MessageNotice, event: NoticeEvent): MessageNotice => {
  switch (event.type) {
    case 'gathered':
      return takenInto(notice, event)
    case 'regathered':
      return { ...notice, within: null, ...startOf(event.gathering, notice.updatedAt) }
    case 'handed-over': {
      const status = notice.status === 'planned' ? 'sent' : notice.status
      return { ...notice, within: event.to, status, claim: null, dueAt: null }
    }
    case 'left-out':
      return { ...notice, leftOut: [...(notice.leftOut ?? []), ...event.ids] }
    case 'translated':
      return { ...notice, recipient: { ...notice.recipient, language: event.language }, ticket: event.ticket }
    default:
      return notice
  }
}

/** The same of a call. */
export const evolveGatheredCall = (task: CallTask, event: NoticeEvent): CallTask => {
  if (event.type === 'gathered') return { ...task, also: [...(task.also ?? []), event.matter] }
  return event.type === 'regathered' ? { ...task, within: null } : task
}
