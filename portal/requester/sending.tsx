import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import type { Act } from '../ticket/acts/act.ts'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { requesterTexts } from './texts.ts'

type Sending = {
  readonly isUnderWay: boolean
  /** Sends, then says so; what went wrong stands in the form until the next attempt. */
  readonly send: (body: Readonly<Record<string, unknown>>, onDone: () => void) => void
  readonly failure: ComponentChildren
}

/** LIF-9: news that came in between is shown, and what was typed stays to be sent again. */
const explained = (error: unknown): string => {
  const { ticket } = requesterTexts.value
  if (!(error instanceof Refused)) return explainFailure(error)
  if (error.isStale) return ticket.moved
  return error.status === 409 ? ticket.movedOn : explainFailure(error)
}

/** What was answered may go away with its form; the focus then goes to the page's heading, not to nowhere. */
const keepFocus = (): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
  })
}

export const useSending = (open: OpenTicket, act: Act): Sending => {
  const error = useSignal<unknown>(null)
  const isUnderWay = useSignal(false)
  return {
    isUnderWay: isUnderWay.value,
    send: (body, onDone) => {
      if (isUnderWay.value) return
      isUnderWay.value = true
      error.value = null
      open
        .does(act, body)
        .then(
          () => {
            onDone()
            keepFocus()
          },
          (reason: unknown) => {
            error.value = reason
          },
        )
        .finally(() => {
          isUnderWay.value = false
        })
    },
    failure: error.value !== null && (
      <p class="notice wrong" role="alert">
        {explained(error.value)}
      </p>
    ),
  }
}
