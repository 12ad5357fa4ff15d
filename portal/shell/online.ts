import { signal } from '@preact/signals'

/** False while the desk cannot be reached. */
export const online = signal(navigator.onLine)

addEventListener('online', () => {
  online.value = true
})
addEventListener('offline', () => {
  online.value = false
})
