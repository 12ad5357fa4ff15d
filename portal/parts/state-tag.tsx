import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { t } from '../texts/texts.ts'

export const StateTag = ({ state }: { readonly state: TicketRow['state'] }) => (
  <span class="tag state" data-state={state}>
    {t.value.words.states[state]}
  </span>
)

export const VipTag = () => (
  <span class="tag vip" title={t.value.words.vipLabel}>
    {t.value.words.vip}
  </span>
)
