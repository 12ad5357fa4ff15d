import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import type { StaffEntry } from '../../shared/contract/timeline-view.ts'
import { Instant } from '../parts/instant.tsx'
import { withParams } from '../place/location.ts'
import { t } from '../texts/texts.ts'
import { entryText } from './entry-text.ts'
import type { Entry, OpenTicket } from './open-ticket.ts'

const FAILURES = ['notice-failed', 'notice-skipped', 'notice-bounced', 'notice-undeliverable'] as const
type OfNotice = Extract<StaffEntry, { readonly notice: string }>
type Failure = Extract<OfNotice, { readonly type: (typeof FAILURES)[number] }>

const isOfNotice = (entry: Entry): entry is OfNotice => 'notice' in entry
const isFailure = (entry: OfNotice): entry is Failure => FAILURES.some((type) => type === entry.type)

/** Notices whose last word is that they did not arrive; the entries come newest first. */
const unheard = (entries: readonly Entry[]): readonly { readonly last: Failure; readonly why: string | null }[] => {
  const byNotice = Map.groupBy(entries.filter(isOfNotice), ({ notice }) => notice)
  return [...byNotice.values()].flatMap(([last, ...before]) => {
    if (!last || !isFailure(last)) return []
    const said = [last, ...before].find((entry) => 'reason' in entry)
    const how = said === undefined || said === last ? '' : `${entryText(said)}: `
    return [{ last, why: said && 'reason' in said ? how + said.reason : null }]
  })
}

const OVER: ReadonlySet<TicketForStaff['state']> = new Set(['closed', 'cancelled', 'merged', 'returned'])
const MOST_SHOWN = 5

type Props = { readonly open: OpenTicket; readonly ticket: TicketForStaff }

/** NOT-4: who was not told, by which way, and what the carrier said of it, word for word; the history has the rest. */
export const UnheardNote = ({ open, ticket }: Props) => {
  const { unheard: texts } = t.value.ticket
  const failed = OVER.has(ticket.state) ? [] : unheard(open.entries.value)
  if (failed.length === 0) return null
  return (
    <section class="notice wrong stack tight unheard" aria-label={texts.title}>
      <p class="row spread">
        <strong>{texts.title}</strong>
        <a href={withParams({ show: 'notices' })}>{texts.all}</a>
      </p>
      <ul class="stack tight">
        {failed.slice(0, MOST_SHOWN).map(({ last, why }) => (
          <li key={last.notice}>
            <bdi>{entryText(last)}</bdi>{' '}
            <span class="muted">
              <Instant at={last.at} as="relative" />
            </span>
            {why !== null && (
              <p class="long-line" dir="auto">
                {why}
              </p>
            )}
            {last.type === 'notice-failed' && last.retryAt !== null && (
              <p class="muted">
                {texts.again} <Instant at={last.retryAt} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
