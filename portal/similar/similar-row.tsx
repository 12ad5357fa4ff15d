import type { ComponentChildren } from 'preact'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { Instant } from '../parts/instant.tsx'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { groupName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'

const WORKED_ON: readonly TicketRow['state'][] = ['recorded', 'assigned', 'accepted', 'waiting']

export const isWorkedOn = ({ state }: Pick<TicketRow, 'state'>): boolean => WORKED_ON.includes(state)

type Props = {
  readonly row: TicketRow
  /** What can be done about it. */
  readonly children?: ComponentChildren
}

/**
 * A ticket like another one. It opens in a tab of its own, because whoever looks is in the middle of something; that tab is
 * signed in only as this one’s child.
 */
export const SimilarRow = ({ row, children }: Props) => {
  const { number, title, state, priority, group, assignee, recordedAt } = row
  return (
    <li class="similar">
      <PriorityMark priority={priority} />
      <span class="what">
        {/* biome-ignore lint/security/noBlankTarget: a page of our own, which gets its sign-in from here */}
        <a href={`/tickets/${number}`} target="_blank" rel="opener" dir="auto">
          {title}
          <span class="only-read-aloud"> ({t.value.similar.newTab})</span>
        </a>
        <span class="row muted">
          <StateTag state={state} /> <span class="number">{number}</span>
          <bdi>{assignee?.name ?? groupName(group)}</bdi> <Instant at={recordedAt} as="relative" />
        </span>
      </span>
      {children}
    </li>
  )
}
