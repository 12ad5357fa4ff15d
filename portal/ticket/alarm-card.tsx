import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'

type Alarm = NonNullable<TicketForStaff['alarm']>

/** INT-8: the alarm behind the incident and what it has done since. */
export const AlarmCard = ({ alarm }: { readonly alarm: Alarm }) => {
  const { ticket: texts } = t.value
  return (
    <section class="card stack tight">
      <h2 class="row">
        {texts.alarm} <span class={alarm.state === 'OK' ? 'tag ok' : 'tag late'}>{alarm.state}</span>
      </h2>
      <p class="said">{alarm.name}</p>
      <p class="muted">
        {texts.occurrences} {texts.times(alarm.occurrences)} · <Instant at={alarm.changedAt} />
        {alarm.muted && ` · ${texts.muted}`}
      </p>
      <p class="muted said">{[alarm.metric, alarm.region, alarm.account].filter(Boolean).join(' · ')}</p>
    </section>
  )
}
