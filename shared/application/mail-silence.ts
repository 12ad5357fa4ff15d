import { type Instant, instantOf, msOf, plus } from '../domain/instant.ts'
import { actorRef, DESK } from '../domain/people/actor.ts'
import type { RecordedEvent, RecordKey } from '../domain/record.ts'
import { openTimeOf } from '../domain/sla/open-time.ts'
import type { Deps } from './deps.ts'

/** A mail is noted once in each of these: to the minute is enough to know that mail still comes. */
const NOTED_EVERY_MS = 600_000
const KEPT_MS = 60 * 86_400_000
const MINUTE_MS = 60_000

const LAST_MAILS: RecordKey = { kind: 'canary', id: 'last-mails' }

/** What each process has noted already, to spare the table a write a mail. */
const noted = new WeakMap<Deps, string>()

/** Somebody's mail, whatever became of it: a ticket, a comment, or kept because no person wrote it. */
const isOfMail = ({ record, actor, event }: RecordedEvent): boolean =>
  record.kind === 'mail'
    ? 'outcome' in event && event.outcome !== 'event'
    : record.kind === 'ticket' && actor.kind === 'mail'

/** Follows from every line of history; whether it is about a mail it sees itself. */
export const noteMail = async (deps: Deps, line: RecordedEvent): Promise<void> => {
  if (!isOfMail(line)) return
  const at = instantOf(Math.floor(msOf(line.at) / NOTED_EVERY_MS) * NOTED_EVERY_MS)
  if (noted.get(deps) === at) return
  await deps.store.append({
    record: LAST_MAILS,
    id: 'mail-came',
    at,
    actor: actorRef(DESK),
    event: { type: 'mail-came' },
    keptUntil: plus(at, KEPT_MS),
  })
  noted.set(deps, at)
}

/** Minutes of the desk's own working time since the last mail came, to ten; null when none has come for very long, or ever. */
export const workingMinutesWithoutMail = async (deps: Deps, now: Instant): Promise<number | null> => {
  const { history } = await deps.store.loadWithHistory(LAST_MAILS, { limit: 1 })
  const [last] = history.items
  const { calendars, policy } = await deps.settings.desk()
  const calendar = calendars.get(policy.value.intake.defaultCalendar)?.value
  if (!last || !calendar) return null
  return openTimeOf(calendar).worked({ fromMs: msOf(last.at), toMs: Math.max(msOf(now), msOf(last.at)) }) / MINUTE_MS
}
