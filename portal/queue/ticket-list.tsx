import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useShortcuts } from '../shell/shortcuts.ts'
import { t } from '../texts/texts.ts'
import type { Act } from '../ticket/acts/act.ts'
import type { LiveList } from './live-list.ts'
import { PickedBar, type Picks, togglePick } from './picked.tsx'
import { TicketLine } from './ticket-line.tsx'
import { rowHeightOf, useWindow } from './use-window.ts'

type Props = {
  readonly list: LiveList
  readonly label: string
  readonly empty: JSX.Element
  readonly showsGroup?: boolean
  readonly act?: Act
  /** Where rows can be ticked, to do something with several at once. */
  readonly picks?: Picks | null
  /** Only these rows of the list. */
  readonly only?: (row: TicketRow) => boolean
}

const Head = ({ last, isPicking }: { readonly last: string; readonly isPicking: boolean }) => {
  const { words, queue } = t.value
  return (
    <thead class="head">
      <tr aria-rowindex={1} class="line-head">
        {isPicking && (
          <th scope="col" class="pick">
            <span class="only-read-aloud">{queue.picking}</span>
          </th>
        )}
        <th scope="col" class="mark">
          <span class="only-read-aloud">{words.priority}</span>
        </th>
        <th scope="col">{words.number}</th>
        <th scope="col">{words.title}</th>
        <th scope="col">{words.requester}</th>
        <th scope="col">{words.state}</th>
        <th scope="col">{words.assignee}</th>
        <th scope="col">{last}</th>
      </tr>
    </thead>
  )
}

/** j and k go from row to row; the row's link has the focus, so Enter opens it. */
const useRowKeys = (count: number, onPick: (index: number) => void) => {
  const body = useRef<HTMLTableSectionElement>(null)
  const selected = useSignal(-1)
  const wantsFocus = useRef(false)
  const move = (by: number) => {
    selected.value = Math.min(count - 1, Math.max(0, selected.value + by))
    wantsFocus.current = true
    if (!body.current) return
    const height = rowHeightOf(body.current)
    const top = body.current.getBoundingClientRect().top + selected.value * height
    if (top < 120) scrollBy(0, top - 120)
    else if (top > innerHeight - 2 * height) scrollBy(0, top - innerHeight + 2 * height)
  }
  useShortcuts({ j: () => move(1), k: () => move(-1), x: () => onPick(selected.value) })
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    body.current?.querySelector<HTMLElement>(`[data-row="${selected.value}"]`)?.focus({ preventScroll: true })
  })
  return { body, selected }
}

const Rows = ({
  list,
  rows,
  label,
  showsGroup,
  act,
  picks = null,
}: Props & { readonly rows: readonly TicketRow[] }) => {
  const pick = useCallback((number: string) => picks && togglePick(picks, number), [picks])
  const { body, selected } = useRowKeys(rows.length, (index) => {
    const row = rows[index]
    if (row) pick(row.number)
  })
  const { from, to } = useWindow(body, rows.length, () => void list.more())
  const drawn = rows.slice(from, to).map((row, offset) => ({ row, index: from + offset }))
  const chosen = rows[selected.value]
  // the row with the focus stays, wherever the list is scrolled to
  if (chosen && (selected.value < from || selected.value >= to)) drawn.push({ row: chosen, index: selected.value })
  return (
    <table
      class="tickets"
      data-picks={picks !== null}
      aria-label={label}
      aria-rowcount={list.cursor.value === null ? rows.length + 1 : -1}
    >
      <Head last={act ? t.value.queue.next : t.value.queue.timeLeft} isPicking={picks !== null} />
      <tbody
        class="body"
        ref={body}
        style={{ '--count': rows.length }}
        onFocusIn={({ target }) => {
          const index = target instanceof HTMLElement ? target.dataset['row'] : undefined
          if (index !== undefined) selected.value = Number(index)
        }}
      >
        {drawn.map(({ row, index }) => (
          <TicketLine
            key={row.number}
            row={row}
            index={index}
            isSelected={index === selected.value}
            isFresh={list.fresh.value.has(row.number)}
            showsGroup={showsGroup ?? false}
            act={act ?? null}
            isPicked={picks?.value.has(row.number) ?? null}
            onPick={pick}
          />
        ))}
      </tbody>
    </table>
  )
}

/** A work list in the order of PRI-8 that keeps itself up to date; thousands of rows cost what can be seen of them. */
export const TicketList = (props: Props) => {
  const { list, empty, only } = props
  useEffect(() => list.watch(), [list])
  const all = list.rows.value
  if (all === null) {
    return list.error.value ? (
      <FailureNote error={list.error.value} onAgain={() => void list.refresh(false)} />
    ) : (
      <p class="muted" aria-busy="true">
        {t.value.shell.loading}
      </p>
    )
  }
  const rows = only ? all.filter(only) : all
  return (
    <>
      {rows.length === 0 ? empty : <Rows {...props} rows={rows} />}
      {props.picks && <PickedBar picks={props.picks} rows={rows} />}
    </>
  )
}
