import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import { explainFailure } from '../../api/explain-failure.ts'
import { Refused } from '../../api/failure.ts'
import { unmergeAll } from '../../merge/unmerge.ts'
import { go } from '../../place/location.ts'
import { policy } from '../../settings/catalogue.ts'
import { say, sayWrong } from '../../shell/toasts.tsx'
import { t } from '../../texts/texts.ts'
import type { OpenTicket } from '../open-ticket.ts'
import { type Act, WITHOUT_FORM } from './act.ts'
import type { Attempt } from './act-dialog.tsx'
import { type Undo, undoOf } from './undo.ts'

type Body = Readonly<Record<string, unknown>>

const seenByStaff = ({ ticket: { value } }: OpenTicket): TicketForStaff | null =>
  value?.seenAs === 'staff' ? value : null

/** Offers to take back what was just done, until somebody else has done something on the ticket. */
const offerUndo = (open: OpenTicket, act: Act, body: Body, before: TicketForStaff | null): void => {
  const after = seenByStaff(open)
  const { acts } = t.value
  const limit = policy.value?.escalation.reassignmentLimit ?? 0
  if (act === 'merge') {
    const duplicates = body['duplicates'] as readonly string[]
    say(acts.merged(duplicates.length), () => void unmergeAll(duplicates).then(open.load))
    return
  }
  const undo = before && after && undoOf(act, { before, after, reason: acts.undoReason, limit })
  if (undo) say(acts.done[act] ?? acts.names[act], () => void takeBack(open, undo, after.version))
}

const takeBack = async (open: OpenTicket, { act, body }: Undo, version: number): Promise<void> => {
  const { acts } = t.value
  if (open.ticket.value?.version !== version) sayWrong(acts.undoTooLate)
  else
    await open.does(act, body).then(
      () => say(acts.undone),
      (error: unknown) => sayWrong(explainFailure(error)),
    )
}

/** True until the page has been left. */
const useIsHere = () => {
  const isHere = useRef(true)
  useEffect(
    () => () => {
      isHere.current = false
    },
    [],
  )
  return isHere
}

/** Starts acts, shows their forms, and brings a form back with the reason when the desk refuses. */
export const useActs = (open: OpenTicket) => {
  const attempt = useSignal<Attempt | null>(null)
  const isHere = useIsHere()
  /** Asked for while the act before it was still on its way. */
  const next = useRef<Act | null>(null)
  const lastMoment = () => open.entries.value[0]?.at ?? open.ticket.value?.updatedAt ?? ''
  const mayDo = (act: Act) => open.ticket.value?.allowedActs.includes(act) === true
  /** LIF-9: without a form there is nothing to look at again, so whoever was too late decides at once. */
  const sayRefused = (act: Act, error: unknown): void => {
    const isPossible = error instanceof Refused && error.isStale && mayDo(act)
    const again = { label: t.value.acts.doItAnyway, act: () => start(act) }
    sayWrong(`${open.number}: ${explainFailure(error)}`, isPossible ? again : undefined)
  }
  /** Whoever has gone on to something else is told, and finds the form as it was. */
  const sayElsewhere = (act: Act, error: unknown): void =>
    sayWrong(`${open.number}: ${explainFailure(error)}`, {
      label: t.value.acts.names[act],
      act: () => go(`/tickets/${open.number}?act=${act}`),
    })
  const submit = async (act: Act, body: Body): Promise<void> => {
    const since = attempt.value?.since ?? lastMoment()
    const before = seenByStaff(open)
    attempt.value = null
    try {
      await open.does(act, body)
      offerUndo(open, act, body, before)
      if (next.current !== null) start(next.current)
    } catch (error) {
      if (!isHere.current) sayElsewhere(act, error)
      else if (WITHOUT_FORM.has(act)) sayRefused(act, error)
      else attempt.value = { act, since, error }
      throw error
    } finally {
      next.current = null
    }
  }
  const start = (act: Act): void => {
    if (open.pending.value !== null) next.current = act
    if (open.pending.value !== null || !mayDo(act)) return
    if (WITHOUT_FORM.has(act)) submit(act, {}).catch(() => undefined)
    else attempt.value = { act, since: lastMoment() }
  }
  return { attempt, submit, start }
}

export type Acts = ReturnType<typeof useActs>
