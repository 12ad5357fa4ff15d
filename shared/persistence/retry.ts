import type { TableAccess } from './table-access.ts'

export const MAX_ATTEMPTS = 8
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 1_000

/** `attempt` counts from 1. Full jitter: writers that collided once do not collide again in step. */
export const pauseMs = (attempt: number, random: number): number =>
  Math.round(random * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt))

/**
 * Runs `act` until it succeeds or fails with something other than what `isPassing` names, eight times at most. The SDK
 * itself repeats requests that failed on the way; this is for collisions, which it hands to its caller.
 * @throws the last error of `act`
 */
export const retrying = async <Result>(
  { sleep, random }: Pick<TableAccess, 'sleep' | 'random'>,
  isPassing: (error: unknown) => boolean,
  act: () => Promise<Result>,
): Promise<Result> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isPassing(error)) throw error
    }
    await sleep(pauseMs(attempt, random()))
  }
}

/** A single write ran into somebody's transaction on the same item. */
export const isConflict = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TransactionConflictException'

export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException'
