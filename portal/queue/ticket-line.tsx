import { memo } from 'preact/compat'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { nowMs } from '../format/now.ts'
import { timeUsedOfRow } from '../format/pressing.ts'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { StateTag, VipTag } from '../parts/state-tag.tsx'
import { TimeLeft } from '../parts/time-left.tsx'
import { codeName, groupName, warnAtShare } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'
import type { Act } from '../ticket/acts/act.ts'

type Props = {
  readonly row: TicketRow
  readonly index: number
  readonly isSelected: boolean
  readonly isFresh: boolean
  /** False in a list that is of one group anyway. */
  readonly showsGroup: boolean
  /** What the list is for; takes the place of the time left. */
  readonly act: Act | null
  /** Null where rows are not ticked. */
  readonly isPicked: boolean | null
  readonly onPick: (number: string) => void
}

const RowTime = ({ row }: { readonly row: TicketRow }) => (
  <TimeLeft used={timeUsedOfRow(row, nowMs.value, warnAtShare.value)} dueAt={row.dueAt} />
)

const Flags = ({ row: { flags, escalated, majorWaits } }: { readonly row: TicketRow }) => {
  const { words } = t.value
  return (
    <>
      {flags.major && <span class="tag late">{words.major}</span>}
      {majorWaits && <span class="tag soon">{t.value.major.waits[majorWaits]}</span>}
      {flags.security && <span class="tag soon">{words.security}</span>}
      {escalated && <span class="tag late">{words.escalated}</span>}
    </>
  )
}

/** Opens the ticket with the form of the act over it, so that what is decided on can be seen. */
const ActLink = ({ number, act }: { readonly number: string; readonly act: Act }) => (
  <a class="button" href={`/tickets/${number}?act=${act}`}>
    {t.value.acts.names[act]} <span class="only-read-aloud">{number}</span>
  </a>
)

const PickCell = ({ row, isPicked, onPick }: Pick<Props, 'row' | 'isPicked' | 'onPick'>) =>
  isPicked === null ? null : (
    <td class="pick">
      <input
        type="checkbox"
        aria-label={t.value.queue.pick(row.number)}
        checked={isPicked}
        onChange={() => onPick(row.number)}
      />
    </td>
  )

const Row = ({ row, index, isSelected, isFresh, showsGroup, act, ...picking }: Props) => (
  <tr
    class="line"
    aria-rowindex={index + 2}
    data-selected={isSelected}
    data-fresh={isFresh}
    style={{ '--index': index }}
  >
    <PickCell row={row} {...picking} />
    <td class="mark">
      <PriorityMark priority={row.priority} />
    </td>
    <td class="of-number number muted">{row.number}</td>
    <td class="of-title">
      <a href={`/tickets/${row.number}`} data-row={index} dir="auto">
        {row.title}
      </a>
      <Flags row={row} />
    </td>
    <td class="of-requester" dir="auto">
      {row.requester.name} {row.requester.vip && <VipTag />}
    </td>
    <td class="of-state">
      <StateTag state={row.state} />
      {row.waitingFor && <small class="muted">{codeName('waitCodes', row.waitingFor)}</small>}
    </td>
    <td class="of-assignee" dir="auto">
      {row.assignee?.name ?? <span class="muted">{showsGroup ? groupName(row.group) : t.value.words.nobody}</span>}
    </td>
    <td class="of-time">{act === null ? <RowTime row={row} /> : <ActLink number={row.number} act={act} />}</td>
  </tr>
)

/** One ticket in a list; drawn again only when it has changed. */
export const TicketLine = memo(Row)
