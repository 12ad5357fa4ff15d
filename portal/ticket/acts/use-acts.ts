import { useSignal } from '@preact/signals'
import { explainFailure } from '../../api/explain-failure.ts'
import { Refused } from '../../api/failure.ts'
import { say, sayWrong } from '../../shell/toasts.tsx'
import { t } from '../../texts/texts.ts'
import type { OpenTicket } from '../open-ticket.ts'
import { type Act, WITHOUT_FORM } from './act.ts'
import type { Attempt } from './act-dialog.tsx'

type Body = Readonly<Record<string, unknown>>

/** Starts acts, shows their forms, and brings a form back with the reason when the desk refuses. */
export const useActs = (open: OpenTicket) => {
  const attempt = useSignal<Attempt | null>(null)
  const lastMoment = () => open.entries.value[0]?.at ?? open.ticket.value?.updatedAt ?? ''
  const mayDo = (act: Act) => open.ticket.value?.allowedActs.includes(act) === true
  /** LIF-9: without a form there is nothing to look at again, so whoever was too late decides at once. */
  const sayRefused = (act: Act, error: unknown): void => {
    const isPossible = error instanceof Refused && error.isStale && mayDo(act)
    sayWrong(explainFailure(error), isPossible ? { label: t.value.acts.doItAnyway, act: () => start(act) } : undefined)
  }
  const submit = async (act: Act, body: Body): Promise<void> => {
    const since = attempt.value?.since ?? lastMoment()
    attempt.value = null
    try {
      await open.does(act, body)
      if (act === 'wait') say(t.value.acts.done.wait, () => void submit('resume', {}))
    } catch (error) {
      if (WITHOUT_FORM.has(act)) sayRefused(act, error)
      else {
        attempt.value = { act, since, error }
        throw error
      }
    }
  }
  const start = (act: Act): void => {
    if (open.pending.value !== null || !mayDo(act)) return
    if (WITHOUT_FORM.has(act)) void submit(act, {})
    else attempt.value = { act, since: lastMoment() }
  }
  return { attempt, submit, start }
}

export type Acts = ReturnType<typeof useActs>
