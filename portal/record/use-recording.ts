import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type BodyFor, call } from '../api/call.ts'
import { Refused } from '../api/failure.ts'
import type { FormState } from '../form/form-state.ts'
import { go } from '../place/location.ts'
import { say } from '../shell/toasts.tsx'

/** Records what the form says as one ticket, however often it takes, and leads to it; `said` tells of it. */
export const useRecording = (form: FormState, said: (number: string) => string) => {
  const failure = useSignal<unknown>(null)
  const isSaving = useSignal(false)
  // the same for every attempt at the same ticket, so that it is recorded once
  const key = useRef(crypto.randomUUID())
  const save = async (body: BodyFor<'openTicket'>): Promise<void> => {
    isSaving.value = true
    try {
      const { number } = await call('openTicket', { body, key: key.current })
      form.clear()
      say(said(number))
      go(`/tickets/${number}`)
    } catch (error) {
      failure.value = error
      // refused, so nothing was recorded; without an answer it may have been
      if (error instanceof Refused) key.current = crypto.randomUUID()
    } finally {
      isSaving.value = false
    }
  }
  return { failure: failure.value, isSaving: isSaving.value, save }
}
