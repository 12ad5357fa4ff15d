import { signal } from '@preact/signals'

/** Somebody came back from the sign-in's own pages without being let in. */
export const turnedAway = signal(false)
