import { describe, expect, test } from 'vitest'
import { wakeUpHandler } from '../../functions/wake-up.ts'
import type { Deps } from '../../shared/application/deps.ts'

const NOW = '2026-03-02T01:00:00.000Z'

/** A desk without records: what is of interest is when the function looks. */
const lookingAfter = async (at: string, noted: number[] = []): Promise<readonly (string | number)[]> => {
  const acts: (string | number)[] = []
  const deps = {
    clock: { now: () => NOW },
    store: { load: () => Promise.resolve(acts.push('looked') && null) },
    log: { error: () => undefined },
    metrics: { note: (_name: string, value: number) => noted.push(value) },
  } as unknown as Deps
  const wait = (ms: number) => Promise.resolve(acts.push(ms))
  await wakeUpHandler(deps, wait)({ kind: 'notice', id: 'n1', at })
  return acts
}

describe('a wake-up [SLA-6]', () => {
  test('that comes in time or late looks at once', async () => {
    expect(await lookingAfter(NOW)).toEqual(['looked'])
    expect(await lookingAfter('2026-03-02T00:00:00.000Z')).toEqual(['looked'])
  })

  test('that comes up to a minute early waits for its moment', async () => {
    expect(await lookingAfter('2026-03-02T01:00:12.500Z')).toEqual([12_500, 'looked'])
    expect(await lookingAfter('2026-03-02T01:01:00.000Z')).toEqual([60_000, 'looked'])
  })

  test('is measured: how long after its moment the desk looks', async () => {
    const noted: number[] = []
    for (const at of ['2026-03-02T00:58:00.500Z', NOW, '2026-03-02T01:00:12.500Z']) await lookingAfter(at, noted)
    expect(noted).toEqual([119.5, 0, 0])
  })

  test('that is stale by more does not hold up anything', async () => {
    expect(await lookingAfter('2026-03-02T02:00:00.000Z')).toEqual(['looked'])
  })
})
