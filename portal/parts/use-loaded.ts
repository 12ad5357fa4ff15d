import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

type Loaded<Value> = {
  /** The last value read; stays while it is read again. */
  readonly value: Signal<Value | null>
  readonly error: Signal<unknown>
  readonly again: () => void
}

/** Reads something when the page is shown and whenever `key` changes; what arrives too late is dropped. */
export const useLoaded = <Value>(key: string, read: (signal: AbortSignal) => Promise<Value>): Loaded<Value> => {
  const value = useSignal<Value | null>(null)
  const error = useSignal<unknown>(null)
  const round = useSignal(0)
  const { value: current } = round
  useEffect(() => {
    const gone = new AbortController()
    read(gone.signal).then(
      (next) => {
        if (gone.signal.aborted) return
        value.value = next
        error.value = null
      },
      (reason: unknown) => {
        if (!gone.signal.aborted) error.value = reason
      },
    )
    return () => gone.abort()
  }, [key, current])
  return { value, error, again: () => void round.value++ }
}
