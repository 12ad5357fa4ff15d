import { type Instant, plus } from '../instant.ts'
import { type Actor, hasRole } from '../people/actor.ts'
import type { Role } from '../people/person.ts'
import type { Context, Decider, EventMeta } from '../record.ts'
import { refuse } from '../refusal.ts'
import type { PersonRef } from '../ticket/ticket.ts'
import { newestEdition, type Report, type ReportCommand, type ReportEvent, type Sending } from './report.ts'

/** REP-3: whom the reports are for; who may read them, have them corrected and sent. */
const REPORT_READERS = ['desk-manager', 'incident-manager', 'management'] as const satisfies readonly Role[]

/** Longer than a run may take: after that it has died. */
const TAKEN_FOR_MS = 15 * 60_000

/** Sendings that are done and kept in the record itself. */
const DONE_KEPT = 10

const checkReader = (actor: Actor): void => {
  if (hasRole(actor, ...REPORT_READERS)) return
  refuse('forbidden', 'not-your-act', `Reports are for: ${REPORT_READERS.join(', ')}.`)
}

const checkDesk = (actor: Actor): void => {
  if (actor.kind !== 'system') refuse('forbidden', 'not-your-act', 'The desk itself does this.')
}

const personOf = (actor: Actor): PersonRef | null =>
  actor.kind === 'person' ? { id: actor.id, name: actor.name } : null

const frozen = (report: Report | null): Report =>
  report ??
  refuse(
    'not-found',
    'not-reported',
    'There is no report of this month yet; it is made on the first working day after it.',
  )

/** Once frozen a month is counted again only because of a correction: doing it twice changes nothing. */
const freeze = (
  report: Report | null,
  { month, edition }: Extract<ReportCommand, { readonly type: 'freeze' }>,
  { newId }: Context,
): readonly ReportEvent[] => {
  const correction = report?.correction ?? null
  if (report && !correction) return []
  const number = (report?.editions.length ?? 0) + 1
  const sending: ReportEvent = { type: 'sending-requested', id: newId(), edition: number, askedBy: null, to: null }
  const event: ReportEvent = { type: 'report-frozen', month, edition: number, correction, ...edition }
  return edition.empty ? [event] : [event, sending]
}

const requestCorrection = (report: Report, why: string, { actor, now }: Context): readonly ReportEvent[] => {
  checkReader(actor)
  if (report.correction) {
    refuse(
      'conflict',
      'correction-under-way',
      'A correction of this month has been asked for and is being counted; wait for it.',
    )
  }
  const by = personOf(actor) ?? refuse('forbidden', 'not-your-act', 'A correction needs a person who asks for it.')
  return [{ type: 'correction-requested', why, by, askedAt: now }]
}

const requestSending = (report: Report, to: Sending['to'], { actor, newId }: Context): readonly ReportEvent[] => {
  checkReader(actor)
  const edition =
    newestEdition(report)?.edition ?? refuse('not-found', 'not-reported', 'There is no edition to send yet.')
  return [{ type: 'sending-requested', id: newId(), edition, askedBy: personOf(actor), to }]
}

const unfinished = (report: Report, id: string): Sending | null =>
  report.sendings.find((sending) => sending.id === id && sending.doneAt === null) ?? null

const take = (report: Report, id: string, now: Instant): readonly ReportEvent[] => {
  const sending = unfinished(report, id)
  if (!sending || (sending.takenAt !== null && plus(sending.takenAt, TAKEN_FOR_MS) > now)) return []
  return [{ type: 'sending-taken', sending: id }]
}

const decide = (report: Report | null, command: ReportCommand, context: Context): readonly ReportEvent[] => {
  switch (command.type) {
    case 'freeze':
      checkDesk(context.actor)
      return freeze(report, command, context)
    case 'request-correction':
      return requestCorrection(frozen(report), command.why, context)
    case 'request-sending':
      return requestSending(frozen(report), command.to, context)
    case 'take-sending':
      checkDesk(context.actor)
      return take(frozen(report), command.sending, context.now)
    case 'note-sent': {
      checkDesk(context.actor)
      const { sending, person, refused } = command
      return unfinished(frozen(report), sending) ? [{ type: 'report-sent', sending, person, refused }] : []
    }
    case 'finish-sending':
      checkDesk(context.actor)
      return unfinished(frozen(report), command.sending) ? [{ type: 'sending-finished', sending: command.sending }] : []
  }
}

const changed = (report: Report, id: string, change: (sending: Sending) => Partial<Sending>): Partial<Report> => ({
  sendings: report.sendings.map((sending) => (sending.id === id ? { ...sending, ...change(sending) } : sending)),
})

/** Those not done, and the last of the others. */
const kept = (sendings: readonly Sending[]): readonly Sending[] => {
  const surplus = sendings.filter(({ doneAt }) => doneAt !== null).slice(0, -DONE_KEPT)
  return sendings.filter((sending) => !surplus.includes(sending))
}

const after = (report: Report, event: ReportEvent, at: Instant): Partial<Report> => {
  switch (event.type) {
    case 'report-frozen': {
      const { type: _, month: _month, ...edition } = event
      return { editions: [...report.editions, edition], correction: null }
    }
    case 'correction-requested': {
      const { type: _, ...correction } = event
      return { correction }
    }
    case 'sending-requested': {
      const { type: _, ...asked } = event
      const sending = { ...asked, askedAt: at, takenAt: null, sentTo: [], refusedBy: [], doneAt: null }
      return { sendings: kept([...report.sendings, sending]) }
    }
    case 'sending-taken':
      return changed(report, event.sending, () => ({ takenAt: at }))
    case 'report-sent':
      return changed(report, event.sending, ({ sentTo, refusedBy }) =>
        event.refused ? { refusedBy: [...refusedBy, event.person] } : { sentTo: [...sentTo, event.person] },
      )
    case 'sending-finished':
      return changed(report, event.sending, () => ({ doneAt: at }))
  }
}

const evolve = (report: Report | null, event: ReportEvent, { at }: EventMeta): Report => {
  const month = event.type === 'report-frozen' ? event.month : ''
  const before = report ?? { month, editions: [], correction: null, sendings: [], updatedAt: at }
  return { ...before, ...after(before, event, at), updatedAt: at }
}

/** REP-3: the desk freezes and sends; managers ask for corrections and for sending again. */
export const reportDecider: Decider<Report, ReportCommand, ReportEvent, Context> = {
  decide,
  evolve,
  passTime: () => [],
  wakeAt: () => null,
}
