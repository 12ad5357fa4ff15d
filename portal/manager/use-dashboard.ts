import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Dashboard } from '../../shared/contract/dashboard-endpoints.ts'
import { readAgain } from '../api/read-again.ts'

/** Counting costs more than a list, and managers do not watch single tickets. */
const EVERY_MS = 20_000

/** How the desk stands, read again while somebody looks. */
export const useDashboard = () => {
  const dashboard = useSignal<Dashboard | null>(null)
  const error = useSignal<unknown>(null)
  const readDashboard = useMemo(() => readAgain('getDashboard'), [])
  const read = async (inBackground: boolean): Promise<void> => {
    try {
      dashboard.value = (await readDashboard({ inBackground })) ?? dashboard.value
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
