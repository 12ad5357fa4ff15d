import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runReplay } from '../../local/desk-replay.ts'

const LOG = join(import.meta.dirname, 'past-cases.jsonl')
const SAMPLE = join(import.meta.dirname, '../../local/replay-servicenow.json')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstline-replay-'))
})
afterAll(() => rm(folder, { recursive: true }))

const replay = async (...args: readonly string[]) => {
  const lines: string[] = []
  const exitCode = await runReplay(args, (line) => lines.push(line.replaceAll(/ {2,}/g, ' | ')))
  return { exitCode, lines, text: lines.join('\n') }
}

describe('a log of past tickets, replayed through the desk’s own commands', () => {
  test('is counted as the log alone is, case by case, and every other number is explained [REP-4]', async () => {
    const { exitCode, lines } = await replay(LOG)
    expect(exitCode).toBe(0)
    expect(lines).toContain('Cases | 3')
    expect(lines).toContain('Entries of the log | 20')
    expect(lines).toContain('Reassignments | 3 | 3 | 3')
    expect(lines).toContain('Waiting time (hours) | 1.5 | 1.5 | 1.5')
    expect(lines).toContain('Reassignments and waiting time are those of the log in every case.')
    expect(lines.find((line) => line.includes('a change of person within the group'))).toMatch(/ 1$/)
  })

  test('says what could not be taken over, and why [API-3]', async () => {
    const { lines } = await replay(LOG)
    expect(lines).toContain('transfer: illegal-move (resolved) | 1 | e.g. P-2 2016-03-08T12:00:00.000Z')
    expect(lines).toContain('state: unknown "-100" | 1 | e.g. P-3 2016-04-01T15:00:00.000Z')
    expect(lines).toContain('close: illegal-move (accepted) | 1 | e.g. P-3 2016-04-01T16:00:00.000Z')
    expect(lines).toContain('classify: illegal-move (resolved) | 1 | e.g. P-3 2016-04-02T17:00:00.000Z')
    expect(lines.find((line) => line.startsWith('4: '))).toContain('events')
  })

  test('gives the reports of its months, or of the one asked for, in either language [REP-2]', async () => {
    const both = await replay(LOG)
    expect(both.lines.filter((line) => line.startsWith('== Report of'))).toEqual([
      '== Report of March 2016',
      '== Report of April 2016',
    ])
    expect(both.lines).toContain('Tickets | 2 | – | –')
    const { lines } = await replay(LOG, '--report', '2016-04', '--language', 'zh-CN')
    expect(lines.filter((line) => line.startsWith('== 月报'))).toEqual(['== 月报 2016年4月'])
    expect(lines).toContain('工单 | 3')
  })

  test('packed, it is the same [API-3]', async () => {
    const packed = join(folder, 'log.jsonl.gz')
    await writeFile(packed, gzipSync(await readFile(LOG)))
    const without = ({ lines }: { readonly lines: readonly string[] }) =>
      lines.filter((line) => !/[Ss]econds|memory/.test(line))
    expect(without(await replay(packed))).toEqual(without(await replay(LOG)))
  })
})

describe('a policy tried on past tickets [ESC-10]', () => {
  const sentBy = async (policy: object): Promise<readonly Record<string, string>[]> => {
    const sample = JSON.parse(await readFile(SAMPLE, 'utf8'))
    const [tried, sent] = [join(folder, 'policy.json'), join(folder, 'sent.ndjson')]
    await writeFile(tried, JSON.stringify({ ...sample, replay: { ...sample.replay, policy } }))
    expect((await replay(LOG, '--policy', tried, '--sent', sent)).exitCode).toBe(0)
    const lines = (await readFile(sent, 'utf8')).trim().split('\n')
    return lines.map((line) => JSON.parse(line) as Record<string, string>)
  }
  const cell = { after: { minutes: 90 }, level: 'management' }
  const escalation = (matrix: object) => ({ escalation: { matrix, reassignmentLimit: 3, tellDepartmentHeads: false } })

  test('tells who would have been sent what, and when', async () => {
    const sent = await sentBy(escalation({ 1: [], 2: [], 3: [cell], 4: [] }))
    const toManagement = sent.filter(({ to, what }) => to === 'Management' && what === 'escalated')
    expect(toManagement.map((each) => [each['at'], each['case'], each['medium']])).toContainEqual([
      '2016-03-07T10:30:00.000Z',
      'P-1',
      'message',
    ])
  })

  test('another policy sends something else', async () => {
    const sent = await sentBy(escalation({ 1: [], 2: [], 3: [], 4: [] }))
    expect(sent.filter(({ at, to }) => to === 'Management' && at === '2016-03-07T10:30:00.000Z')).toEqual([])
  })
})

describe('what cannot be done', () => {
  test.each([
    [['nowhere.jsonl'], /no such file/],
    [[], /Name one file/],
    [[LOG, '--report', '2016'], /is no month/],
    [[LOG, '--language', 'fr'], /en or zh-CN/],
    [[LOG, '--policy', LOG], /JSON/],
    [[LOG, '--nonsense'], /nonsense/],
  ])('%j is said in a line', async (args, why) => {
    const { exitCode, text } = await replay(...args)
    expect(exitCode).toBe(2)
    expect(text).toMatch(why)
  })
})
