import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSla } from '../../local/desk-sla.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-sla-'))
})
afterAll(() => rm(folder, { recursive: true }))

const resultsOf = async (content: string): Promise<unknown[]> => {
  const path = join(folder, 'vectors.json')
  await writeFile(path, content)
  const lines: string[] = []
  await runSla([path], (line) => lines.push(line))
  return lines.map((line) => JSON.parse(line))
}
const resultOf = async (vector: object) => (await resultsOf(JSON.stringify({ vectors: [vector] })))[0]

const calendar = {
  tz: 'Europe/Berlin',
  hours: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
  holidays: ['2026-03-06'],
  holidaysYearly: ['03-09'],
  extraWorkdays: ['2026-03-07'],
  overrides: { '2026-03-08': [['10:00', '12:00']] },
  breaks: { '2026-03-02': [['12:00', '13:00']] },
}
const due = { id: 'a', kind: 'due', calendar, start: '2026-03-02T08:00:00Z', targetMinutes: 60 }

test('a due time is the closing time when the target ends with the day [SLA-4]', async () => {
  expect(await resultOf({ ...due, targetMinutes: 420 })).toEqual({
    id: 'a',
    kind: 'due',
    result: '2026-03-02T16:00:00Z',
  })
})

test('half a second shows in the due time, and a pause that has not ended leaves none [SLA-4] [WAI-3]', async () => {
  expect(await resultOf({ ...due, start: '2026-03-02T08:00:00.500Z' })).toHaveProperty(
    'result',
    '2026-03-02T09:00:00.500Z',
  )
  expect(await resultOf({ ...due, pauses: [['2026-03-02T08:30:00Z', null]] })).toHaveProperty('result', null)
})

test('time used is in minutes without pauses [SLA-4] [WAI-3]', async () => {
  const elapsed = { id: 'b', kind: 'elapsed', calendar, start: '2026-03-02T08:00:00Z', end: '2026-03-02T08:45:30Z' }
  const pauses = [['2026-03-02T08:10:00Z', '2026-03-02T08:20:00Z']]
  expect(await resultOf({ ...elapsed, pauses })).toEqual({ id: 'b', kind: 'elapsed', result: 35.5 })
})

test('openings follow every part of the calendar [SLA-3]', async () => {
  const open = { id: 'c', kind: 'open', calendar, start: '2026-03-02T16:00:00Z' }
  expect(await resultOf(open)).toEqual({ id: 'c', kind: 'open', result: '2026-03-07T08:00:00Z' })
  expect(await resultOf({ ...open, calendar: { tz: 'UTC', hours: {} } })).toHaveProperty('result', null)
  expect(await resultOf({ id: 'd', kind: 'isOpen', calendar, at: '2026-03-02T11:30:00Z' })).toHaveProperty(
    'result',
    false,
  )
})

test('as many intervals are listed as the vector has, else up to its end [SLA-3]', async () => {
  const intervals = { id: 'e', kind: 'intervals', calendar, start: '2026-03-02T10:00:00Z' }
  const first = ['2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z']
  const second = ['2026-03-02T12:00:00Z', '2026-03-02T16:00:00Z']
  expect(await resultOf({ ...intervals, intervals: [first, second] })).toHaveProperty('result', [first, second])
  expect(await resultOf({ ...intervals, end: '2026-03-02T11:30:00Z' })).toHaveProperty('result', [first])
  expect(await resultOf(intervals)).toHaveProperty('result.length', 10)
})

test('a broken vector says what is wrong with it and the rest goes on [SLA-3]', async () => {
  const night = { ...due, calendar: { ...calendar, tz: 'Mars/Olympus', hours: { mon: [['22:00', '06:00']] } } }
  expect(await resultsOf(JSON.stringify([night, 7, due]))).toEqual([
    {
      id: 'a',
      kind: 'due',
      error: 'calendar.tz: not a time zone; calendar.hours.mon.0: must close after it opens; split a night at 24:00',
    },
    { id: '#2', kind: null, error: expect.stringContaining('expected object, received number') },
    { id: 'a', kind: 'due', result: '2026-03-02T09:00:00Z' },
  ])
})

test('a file that cannot be read or holds no vectors is one clear line [SLA-3]', async () => {
  const lines: string[] = []
  await runSla([join(folder, 'missing.json')], (line) => lines.push(line))
  expect(lines).toEqual([expect.stringContaining('no such file')])
  expect(await resultsOf('{"vectors": 3}')).toEqual([
    { file: expect.any(String), error: 'expected a list of vectors or {"vectors": [...]}' },
  ])
  expect(await resultsOf('{')).toEqual([{ file: expect.any(String), error: expect.stringContaining('JSON') }])
})
