import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import { explainFailure } from '../../api/explain-failure.ts'
import { go, param, withParams } from '../../place/location.ts'
import { useShortcuts } from '../../shell/shortcuts.ts'
import { say, sayWrong } from '../../shell/toasts.tsx'
import { t } from '../../texts/texts.ts'
import type { OpenTicket } from '../open-ticket.ts'
import { type Act, KEYS, sortedActs, WITHOUT_FORM } from './act.ts'
import { ActDialog, type Attempt } from './act-dialog.tsx'

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

/** Starts acts, shows their forms, and brings a form back with the reason when the desk refuses. */
const useActs = (open: OpenTicket, ticket: TicketForStaff) => {
  const attempt = useSignal<Attempt | null>(null)
  const lastMoment = () => open.entries.value[0]?.at ?? ticket.updatedAt
  const submit = async (act: Act, body: Readonly<Record<string, unknown>>): Promise<void> => {
    const since = attempt.value?.since ?? lastMoment()
    attempt.value = null
    try {
      await open.does(act, body)
      if (act === 'wait') say(t.value.acts.done.wait, () => void submit('resume', {}))
    } catch (error) {
      if (WITHOUT_FORM.has(act)) sayWrong(explainFailure(error))
      else {
        attempt.value = { act, since, error }
        throw error
      }
    }
  }
  const start = (act: Act): void => {
    if (open.pending.value !== null || !ticket.allowedActs.includes(act)) return
    if (WITHOUT_FORM.has(act)) void submit(act, {})
    else attempt.value = { act, since: lastMoment() }
  }
  return { attempt, submit, start }
}

const keysOf = (start: (act: Act) => void, allowed: readonly Act[]) =>
  Object.fromEntries(
    (Object.entries(KEYS) as [Act, string][])
      .filter(([act]) => allowed.includes(act))
      .map(([act, key]) => [key, () => start(act)]),
  )

/** What may be done now (`allowedActs`), the likely first; each is a key or a click away. */
export const ActBar = ({ open, ticket }: { readonly open: OpenTicket; readonly ticket: TicketForStaff }) => {
  const { attempt, submit, start } = useActs(open, ticket)
  useEffect(() => {
    const wanted = ticket.allowedActs.find((act) => act === param('act'))
    if (param('act') !== null) go(withParams({ act: null }), 'replace')
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
      {attempt.value && (
        <ActDialog
          key={attempt.value.act}
          attempt={attempt.value}
          ticket={ticket}
          entries={open.entries.value}
          onClose={() => {
            attempt.value = null
          }}
          onSubmit={submit}
        />
      )}
    </div>
  )
}
