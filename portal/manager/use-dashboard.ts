import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Dashboard } from '../../shared/contract/dashboard-endpoints.ts'
import { call } from '../api/call.ts'

/** Counting costs more than a list, and managers do not watch single tickets. */
const EVERY_MS = 20_000

/** How the desk stands, read again while somebody looks. */
export const useDashboard = () => {
  const dashboard = useSignal<Dashboard | null>(null)
  const error = useSignal<unknown>(null)
  const read = async (inBackground: boolean): Promise<void> => {
    try {
      dashboard.value = await call('getDashboard', { inBackground })
      error.value = null
    } catch (reason) {
      error.value = reason
    }
  }
  useEffect(() => {
    void read(false)
    const look = () => {
      if (document.visibilityState === 'visible') void read(true)
    }
    const timer = setInterval(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return { dashboard: dashboard.value, error: error.value, again: () => void read(false) }
}
