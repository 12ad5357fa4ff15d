import { useEffect } from 'preact/hooks'
import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import { keepDraft } from '../../form/drafts.ts'
import { go, param, withParams } from '../../place/location.ts'
import { useShortcuts } from '../../shell/shortcuts.ts'
import { t } from '../../texts/texts.ts'
import type { OpenTicket } from '../open-ticket.ts'
import { type Act, KEYS, sortedActs } from './act.ts'
import { ActDialog } from './act-dialog.tsx'
import { type Acts, useActs } from './use-acts.ts'

const ActButton = ({
  act,
  isFirst,
  onAct,
}: {
  readonly act: Act
  readonly isFirst: boolean
  readonly onAct: (act: Act) => void
}) => {
  const key = KEYS[act]
  return (
    <button
      type="button"
      class={isFirst ? 'button primary' : 'button'}
      aria-keyshortcuts={key}
      title={key && `${t.value.acts.names[act]} (${key})`}
      onClick={() => onAct(act)}
    >
      {t.value.acts.names[act]}
    </button>
  )
}

const More = ({ acts, onAct }: { readonly acts: readonly Act[]; readonly onAct: (act: Act) => void }) => (
  <>
    <button type="button" class="button" popovertarget="more-acts">
      {t.value.acts.more} ▾
    </button>
    <div id="more-acts" class="menu" popover="auto">
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          class="button"
          popovertarget="more-acts"
          popovertargetaction="hide"
          onClick={() => onAct(act)}
        >
          {t.value.acts.names[act]}
        </button>
      ))}
    </div>
  </>
)

const keysOf = (start: (act: Act) => void, allowed: readonly Act[]) =>
  Object.fromEntries(
    (Object.entries(KEYS) as [Act, string][])
      .filter(([act]) => allowed.includes(act))
      .map(([act, key]) => [key, () => start(act)]),
  )

type FormProps = { readonly acts: Acts; readonly open: OpenTicket; readonly ticket: TicketForStaff }

const OpenForm = ({ acts: { attempt, submit, start }, open, ticket }: FormProps) => {
  if (attempt.value === null) return null
  const { act } = attempt.value
  return (
    <ActDialog
      attempt={attempt.value}
      ticket={ticket}
      entries={open.entries.value}
      onClose={() => {
        attempt.value = null
      }}
      onAgain={() => start(act)}
      onSubmit={submit}
    />
  )
}

/** What may be done now (`allowedActs`), the likely first; each is a key or a click away. */
export const ActBar = ({ open, ticket }: { readonly open: OpenTicket; readonly ticket: TicketForStaff }) => {
  const acts = useActs(open)
  const { attempt, start } = acts
  useEffect(() => {
    const wanted = ticket.allowedActs.find((act) => act === param('act'))
    const duplicates = param('duplicates')
    if (wanted === 'merge' && duplicates) keepDraft(`${ticket.number}.merge`, { numbers: duplicates })
    if (param('act') !== null) go(withParams({ act: null, duplicates: null }), 'replace')
    if (wanted) start(wanted)
  }, [])
  useShortcuts(keysOf(start, ticket.allowedActs))
  const { shown, more } = sortedActs(ticket.allowedActs)
  const isBusy = open.pending.value !== null
  return (
    <div class="acts not-printed" aria-busy={isBusy}>
      {shown.map((act, index) => (
        <ActButton key={act} act={act} isFirst={index === 0} onAct={start} />
      ))}
      {more.length > 0 && <More acts={more} onAct={start} />}
      {shown.length + more.length === 0 && <span class="muted">{t.value.acts.none}</span>}
      <span class="muted" aria-live="polite">
        {isBusy && t.value.acts.saving}
      </span>
      {attempt.value && <OpenForm key={attempt.value.act} acts={acts} open={open} ticket={ticket} />}
    </div>
  )
}
