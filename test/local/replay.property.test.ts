import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLogPolicy } from '../../local/history/log-policy.ts'
import { replayLog } from '../../local/replay/replay-log.ts'

const STATES = ['New', 'Active', 'Awaiting User Info', 'Awaiting Vendor', 'Resolved', 'Closed', 'Unheard of']
const GRADES = ['1 - High', '2 - Medium', '3 - Low']

const entry = fc.record({
  afterMinutes: fc.integer({ min: 0, max: 400 }),
  state: fc.constantFrom(...STATES),
  group: fc.constantFrom(null, 'A', 'B'),
  assignee: fc.constantFrom(null, 'Ann', 'Ben'),
  impact: fc.constantFrom(...GRADES),
  urgency: fc.constantFrom(...GRADES),
})

/** A log may show anything: it is not the desk that has written it. */
const pastCase = fc.array(entry, { minLength: 1, maxLength: 14 }).map((entries) => {
  let at = Date.UTC(2016, 2, 7, 9)
  const events = entries.map(({ afterMinutes, ...shown }) => {
    at += afterMinutes * 60_000
    return { ...shown, at: new Date(at).toISOString().slice(0, 19), priority: '', by: 'Writer' }
  })
  return { openedAt: '2016-03-07T09:00:00', category: 'C', events }
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstline-replay-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('whatever a log shows, the desk counts reassignments and waiting as the log alone does [REP-4] [ESC-6] [WAI-3]', async () => {
  const policy = await readLogPolicy(join(import.meta.dirname, '../../local/replay-servicenow.json'), 'replay')
  const path = join(folder, 'log.jsonl')
  await fc.assert(
    fc.asyncProperty(fc.array(pastCase, { minLength: 1, maxLength: 4 }), async (cases) => {
      await writeFile(path, cases.map((each, index) => JSON.stringify({ id: `P-${index}`, ...each })).join('\n'))
      const { reconciliation } = await replayLog(path, policy, { month: null, onSent: () => undefined })
      expect(reconciliation.unequal).toEqual([])
    }),
    { numRuns: 40 },
  )
})
