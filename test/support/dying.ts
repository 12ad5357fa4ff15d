import { type DeskOnTable, type Fate, letThrough } from './desk-on-table.ts'

/** The end of a process at a call to the outside. */
class Death extends Error {}

/** To die after a call that only reads is to die before the next one. */
const CHANGES =
  /^(store\.(commit|append|count|nextNumber)|files\.put|mailer|textMessages|chat|voiceCalls|wakeUps|procedures|machine|bus)/

/** Dies at the n-th call before it is done, or after the n-th call that changes something. */
const dyingAt = (
  n: number,
  when: 'before' | 'after',
): { readonly fate: Fate; readonly diedAt: () => string | null } => {
  let calls = 0
  let diedAt: string | null = null
  return {
    fate: async (name, call) => {
      if (diedAt === null && when === 'after' && !CHANGES.test(name)) return call()
      calls += 1
      if (calls < n) return call()
      if (calls === n && when === 'after') await call()
      diedAt ??= name
      throw new Death(`${when} ${name}`)
    },
    diedAt: () => diedAt,
  }
}

type Scenario<End> = {
  /** Whatever comes before. @returns what is to be done, as often as it is delivered, and what it led to */
  readonly arrange: () => Promise<{ readonly deliver: () => Promise<unknown>; readonly end: () => Promise<End> }>
  /** Once per death, and once without any. */
  readonly check: (end: End, died: string) => void
}

/**
 * Lets a process die at every single call to the outside in turn, before it and after it, then delivers again as the
 * platform would. @returns where it died, in order
 */
export const dyingAtEveryCall = async <End>(desk: DeskOnTable, scenario: Scenario<End>): Promise<readonly string[]> => {
  const deaths: string[] = []
  for (const when of ['before', 'after'] as const) {
    for (let n = 1; ; n += 1) {
      const { deliver, end } = await scenario.arrange()
      const { fate, diedAt } = dyingAt(n, when)
      desk.fate = fate
      await deliver().catch((error: unknown) => {
        if (!(error instanceof Death)) throw error
      })
      desk.fate = letThrough
      const died = diedAt()
      if (died !== null) await deliver()
      scenario.check(await end(), died === null ? 'alive' : `died ${when} call ${n}, ${died}`)
      if (died === null) break
      deaths.push(`${when} ${died}`)
    }
  }
  return deaths
}
