import { createHash } from 'node:crypto'
import type { Listed } from './row-view.ts'

/** Which tickets in which version a list holds. */
export const versionsOf = (rows: readonly Listed[]): string =>
  rows.map(({ summary, version }) => `${summary.number}/${version}`).join()

/**
 * A weak ETag of what an answer says apart from the time that passes: how long a promise still has moves on without
 * anything having happened, and is no reason to send a list again (API-1).
 */
export const tagOf = (...said: readonly unknown[]): string =>
  `W/"${createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)}"`
