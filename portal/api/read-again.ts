import { nowMs } from '../format/now.ts'
import { type AnswerOf, type CallOf, callIfChanged } from './call.ts'
import type { Called } from './routes.ts'

/** By then it has to be read anew although nothing has happened: promises have less time left (SLA-4). */
const FRESH_MS = 60_000

/**
 * For what is looked at again and again, always with the same query.
 * @returns a function that reads it; null while nothing has happened since the last time, or while the desk takes its
 * time over the last reading in the background
 */
export const readAgain = <Name extends Called>(name: Name) => {
  let tag: string | null = null
  let readAtMs = 0
  let isReading = false
  return async (given: CallOf<Name>): Promise<AnswerOf<Name> | null> => {
    if (isReading && given.inBackground) return null
    const isFresh = Math.abs(nowMs.value - readAtMs) < FRESH_MS
    isReading = true
    try {
      const read = await callIfChanged(name, given, isFresh ? tag : null)
      if (read === null) return null
      tag = read.tag
      readAtMs = nowMs.value
      return read.answer
    } finally {
      isReading = false
    }
  }
}
