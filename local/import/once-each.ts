import type { PastCase } from '../history/past-case.ts'
import { left, type Outcome } from './take-over.ts'

/**
 * API-3: of cases with the same id in one file the first that can be taken over is, one after the other; of the others it is said
 * in which line that one stands.
 */
export const onceEach = (take: (past: PastCase) => Promise<Outcome>) => {
  const lineIn = new Map<string, Promise<number | null>>()
  return async (line: number, past: PastCase): Promise<Outcome> => {
    const before = lineIn.get(past.id)
    const outcome = (async () => {
      const there = before ? await before : null
      return there === null ? take(past) : left('twice', String(there))
    })()
    const came = (async () => {
      const { is } = await outcome
      return is === 'left' ? ((await before) ?? null) : line
    })()
    // whoever asks for the outcome hears of the error
    came.catch(() => undefined)
    lineIn.set(past.id, came)
    return outcome
  }
}
