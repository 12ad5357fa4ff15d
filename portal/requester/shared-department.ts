import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call } from '../api/call.ts'
import { me } from '../session/session.ts'

/** ROL-3: whether the reader's department lets its people see one another's requests. */
export const useSharedDepartment = (): boolean => {
  const isShared = useSignal(false)
  const id = me.value?.department ?? null
  useEffect(() => {
    if (id === null) return
    call('getDepartment', { params: { id }, query: {} }).then(
      ({ value }) => {
        isShared.value = value.sharesTickets
      },
      // without an answer there is one list less; the own one says if the desk cannot be reached
      () => undefined,
    )
  }, [id, isShared])
  return isShared.value
}
