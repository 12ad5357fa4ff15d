import type { EventMeta } from '../record.ts'
import type { NoticeEvent } from './event.ts'
import { evolveGatheredCall, evolveGathering, startOf } from './gathering.ts'
import { climbs, nextStepAt } from './ladder.ts'
import type { CallTask, MessageNotice, Notice } from './notice.ts'

type Planned = Extract<NoticeEvent, { readonly type: 'planned' }>

const planned = ({ notice, gathering }: Planned, { at }: EventMeta): Notice =>
  notice.medium === 'call'
    ? {
        ...notice,
        plannedAt: at,
        updatedAt: at,
        done: null,
        ...(gathering && 'within' in gathering && { within: gathering.within }),
      }
    : {
        ...notice,
        plannedAt: at,
        updatedAt: at,
        route: notice.routes[0],
        attemptsOnRoute: 0,
        routesLeft: notice.routes.slice(1),
        claim: null,
        ...startOf(gathering, at),
        complained: false,
        timesPutOff: 0,
        round: 1,
        passedOn: false,
        acknowledged: null,
      }

const repeated = (notice: MessageNotice, { to, round }: Extract<NoticeEvent, { readonly type: 'repeated' }>) => {
  const before = round > notice.round ? notice.routes : notice.routesLeft
  const onNext = { route: to, attemptsOnRoute: 0, timesPutOff: 0, routesLeft: before.slice(1), round }
  return { ...notice, ...onNext, status: 'planned', claim: null, dueAt: notice.updatedAt } as const
}

const evolveLadder = (notice: MessageNotice, event: NoticeEvent): MessageNotice => {
  switch (event.type) {
    case 'acknowledged': {
      const acknowledged = { by: event.by, via: event.via, at: notice.updatedAt }
      return { ...notice, acknowledged, status: 'acknowledged', claim: null, dueAt: null }
    }
    case 'repeated':
      return repeated(notice, event)
    case 'passed-on':
      return { ...notice, passedOn: true, dueAt: event.retryAt }
    case 'unanswered':
    case 'stopped':
      return { ...notice, status: event.type, claim: null, dueAt: null }
    default:
      return evolveGathering(notice, event)
  }
}

const evolveMessage = (notice: MessageNotice, event: NoticeEvent): MessageNotice => {
  switch (event.type) {
    case 'attempt-started': {
      const { claim, until: dueAt } = event
      return { ...notice, status: 'sending', claim, dueAt, attemptsOnRoute: notice.attemptsOnRoute + 1 }
    }
    case 'put-off': {
      const { attemptsOnRoute, timesPutOff } = notice
      const again = { status: 'planned', claim: null, dueAt: event.until } as const
      return { ...notice, ...again, attemptsOnRoute: attemptsOnRoute - 1, timesPutOff: timesPutOff + 1 }
    }
    case 'attempt-failed': {
      const lastFailure = { route: event.route, detail: event.detail }
      return { ...notice, status: 'planned', claim: null, dueAt: event.retryAt, lastFailure }
    }
    case 'route-skipped':
      return { ...notice, lastFailure: { route: event.route, detail: event.why } }
    case 'bounced':
      return { ...notice, lastFailure: { route: event.route, detail: event.detail } }
    case 'sent':
      return {
        ...notice,
        status: 'sent',
        claim: null,
        dueAt: nextStepAt(notice, notice.updatedAt),
        timesTold: (notice.timesTold ?? 0) + 1,
      }
    case 'delivered': {
      const dueAt = notice.status === 'sent' ? notice.dueAt : nextStepAt(notice, notice.updatedAt)
      return { ...notice, status: 'delivered', claim: null, dueAt }
    }
    case 'complained':
      return { ...notice, complained: true }
    case 'fell-over': {
      const onNext = { route: event.to, attemptsOnRoute: 0, timesPutOff: 0, routesLeft: notice.routesLeft.slice(1) }
      return { ...notice, ...onNext, status: 'planned', claim: null, dueAt: notice.updatedAt }
    }
    case 'given-up':
      return { ...notice, status: 'undeliverable', claim: null, dueAt: climbs(notice) ? notice.updatedAt : null }
    default:
      return evolveLadder(notice, event)
  }
}

const evolveCall = (task: CallTask, event: NoticeEvent): CallTask =>
  event.type === 'ticked-off'
    ? { ...task, done: { at: task.updatedAt, by: event.by, outcome: event.outcome, note: event.note } }
    : evolveGatheredCall(task, event)

/** @throws Error when a history does not begin with its plan */
export const evolve = (notice: Notice | null, event: NoticeEvent, meta: EventMeta): Notice => {
  if (event.type === 'planned') return planned(event, meta)
  if (!notice) throw new Error(`"${event.type}" comes before the notice was planned`)
  const before = { ...notice, updatedAt: meta.at }
  return before.medium === 'call' ? evolveCall(before, event) : evolveMessage(before, event)
}
