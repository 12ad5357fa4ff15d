import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { say, sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'

const unmerge = async (number: string): Promise<void> => {
  const { version, allowedActs } = await call('getTicket', { params: { number } })
  if (allowedActs.includes('unmerge')) await call('unmerge', { params: { number }, body: {}, version })
}

/** INT-13: takes a merge back, one duplicate after the other; says which could not be and why. */
export const unmergeAll = async (numbers: readonly string[]): Promise<void> => {
  const failed: string[] = []
  for (const number of numbers) {
    await unmerge(number).catch((error: unknown) => failed.push(`${number}: ${explainFailure(error)}`))
  }
  if (failed.length === 0) say(t.value.acts.undone)
  else sayWrong(failed.join(' '))
}
