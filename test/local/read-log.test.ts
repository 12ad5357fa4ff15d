import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casesIn, type ReadCase } from '../../local/history/read-log.ts'
import { logWords } from '../../local/history/words.ts'

const COLUMNS = {
  ...{ id: 'Number', openedAt: ['Opened', '创建时间'], state: 'State', title: 'Short description' },
  ...{ resolvedAt: 'Resolved', closedAt: 'Closed', changedAt: 'Updated', group: 'Group', assignee: 'Assigned to' },
  ...{ reassignments: 'Reassignment count', solution: 'Close notes' },
}

const wordsFor = (table: object = {}, timeZone = 'UTC') =>
  logWords().parse({
    timeZone,
    table: { columns: COLUMNS, ...table },
    states: { New: 'new', Work: 'work', Closed: 'closed', Canceled: 'cancelled', 'On hold': { wait: 'vendor' } },
    ...{ impacts: {}, urgencies: {}, priorities: {}, channels: {} },
  })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstline-log-'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (
  content: string | Uint8Array,
  words = wordsFor(),
  name = 'log.csv',
): Promise<readonly ReadCase[]> => {
  const path = join(folder, name)
  await writeFile(path, content)
  const found: ReadCase[] = []
  for await (const each of casesIn(path, words)) found.push(each)
  return found
}

const caseIn = (found: ReadCase | undefined) => (found && 'case' in found ? found.case : null)
const whyUnread = (found: ReadCase | undefined) => (found && 'unreadable' in found ? found.unreadable : null)
const stepsOf = (found: ReadCase | undefined) =>
  caseIn(found)?.events.map(({ at, state }) => `${at.slice(0, 16)} ${state}`)

describe('a table of past tickets [API-3]', () => {
  test('a row is opened, solved and closed when its columns say so', async () => {
    const [only, ...more] = await read(
      'Number,Short description,State,Opened,Resolved,Closed,Group,Assigned to,Reassignment count,Close notes\r\n' +
        'INC1,"Printer, third floor\n""jams""",Closed,2016-03-07 09:00:00,2016-03-07 11:30:00,2016-03-09 08:00:00,Print,Ann,2,New roller\r\n',
    )
    expect(more).toEqual([])
    expect(caseIn(only)).toMatchObject({
      id: 'INC1',
      openedAt: '2016-03-07T09:00:00.000Z',
      title: 'Printer, third floor "jams"',
      solution: 'New roller',
      final: { reassignments: 2 },
    })
    expect(stepsOf(only)).toEqual([
      '2016-03-07T09:00 (opened)',
      '2016-03-07T11:30 (resolved)',
      '2016-03-09T08:00 (closed)',
    ])
    expect(caseIn(only)?.events[0]).toMatchObject({ group: 'Print', assignee: 'Ann' })
  })

  test('what is not over ends in its own state; what was given up was never solved', async () => {
    const rows = await read(
      'Number,State,Opened,Resolved,Closed,Updated\n' +
        'A,On hold,2016-03-07 09:00,,,2016-03-08 10:00\n' +
        'B,Canceled,2016-03-07 09:00,,2016-03-07 09:30,2016-03-09 10:00\n' +
        'C,Closed,2016-03-07 09:00,,2016-03-07 12:00,2016-03-09 10:00\n' +
        'D,Closed,2016-03-07 09:00,2016-03-10 12:00,2016-03-07 12:00,\n',
    )
    expect(rows.map(stepsOf)).toEqual([
      ['2016-03-07T09:00 (opened)', '2016-03-08T10:00 On hold'],
      ['2016-03-07T09:00 (opened)', '2016-03-07T09:30 Canceled'],
      ['2016-03-07T09:00 (opened)', '2016-03-07T12:00 (resolved)', '2016-03-07T12:00 (closed)'],
      ['2016-03-07T09:00 (opened)', '2016-03-07T12:00 (resolved)', '2016-03-07T12:00 (closed)'],
    ])
  })

  test('times are those of the walls of its zone, in whatever way they are written', async () => {
    const words = wordsFor({ dates: ['dd/MMM/yy h:mm a', 'dd.MM.yyyy HH:mm'] }, 'Europe/Berlin')
    const rows = await read(
      'Number,State,Opened\nA,New,29/Feb/16 1:16 PM\nB,New,01.07.2016 09:00\nC,New,27.03.2016 02:30\n',
      words,
    )
    expect(rows.map((row) => caseIn(row)?.openedAt)).toEqual([
      '2016-02-29T12:16:00.000Z',
      '2016-07-01T07:00:00.000Z',
      '2016-03-27T01:30:00.000Z',
    ])
  })

  test('semicolons, another encoding, another name of a column, a byte order mark, packed', async () => {
    const chinese = '编号;状态;创建时间\n甲;新建;2016-03-07 09:00\n'
    // what a Chinese Excel saves: GB 18030, written out here since nothing on this machine encodes it
    const gb18030 = Buffer.from(
      'b1e0bac53bd7b4ccac3bb4b4bda8cab1bce40abcd73bd0c2bda83b323031362d30332d30372030393a30300a',
      'hex',
    )
    expect(new TextDecoder('gb18030').decode(gb18030)).toBe(chinese)
    const words = wordsFor({
      ...{ encoding: 'gb18030', delimiter: ';' },
      columns: { ...COLUMNS, id: '编号', state: '状态' },
    })
    const [row] = await read(gzipSync(gb18030), words, 'log.csv.gz')
    expect(caseIn(row)).toMatchObject({ id: '甲', openedAt: '2016-03-07T09:00:00.000Z' })
    const [marked] = await read('\uFEFFNumber,State,Opened\nA,New,2016-03-07 09:00\n')
    expect(caseIn(marked)?.id).toBe('A')
  })

  test('a row that cannot be read says why, and in which line; the others are read', async () => {
    const rows = await read(
      'Number,State,Opened,Closed\n' +
        ',New,2016-03-07 09:00,\n' +
        'B,New,,\n' +
        'C,New,yesterday,\n' +
        'D,Closed,2016-03-07 09:00,\n' +
        'E,New,2016-03-07 09:00,\n',
    )
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6])
    expect(rows.slice(0, 4).map(whyUnread)).toEqual([
      'This row does not say what the case is called.',
      'This row does not say when it was opened.',
      '"yesterday" (openedAt) is no time as the policy file describes them.',
      'This row is closed and does not say when.',
    ])
    expect(caseIn(rows[4])?.id).toBe('E')
  })

  test('a quote that never ends ends the reading with the line, and not with the memory', async () => {
    const rows = await read(
      `Number,State,Opened\nA,New,2016-03-07 09:00\nB,"New,2016-03-07\n${'x'.repeat(3_000_000)}\n`,
    )
    expect(caseIn(rows[0])?.id).toBe('A')
    expect(whyUnread(rows[1])).toMatch(/cannot be read any further/)
  })

  test('a table without a column that is needed, or without anybody to say what its columns mean, is refused with what there is', async () => {
    await expect(read('Number,Status,Opened\nA,New,2016-03-07 09:00\n')).rejects.toThrow(
      'The table has no column State (state); it has Number, Status, Opened.',
    )
    const { table: _, ...untold } = wordsFor()
    await expect(read('Number,State,Opened\n', untold)).rejects.toThrow(/names no columns/)
  })
})

test('a byte order mark before lines of JSON is no part of the first one', async () => {
  const [only] = await read('\uFEFF{"id":"A"}\n', wordsFor(), 'log.jsonl')
  expect(whyUnread(only)).toMatch('events')
})

test.each(['12', '09:30', '2016', '', '1457341200'])(
  '"%s" is no time: a log means no moment of today by it',
  async (at) => {
    const [row] = await read(`Number,State,Opened\nA,New,${at}\n`)
    expect(caseIn(row)).toBeNull()
  },
)

test('lines of JSON may say their offset; a time that is none is named', async () => {
  const entry = { state: 'New', group: null, assignee: null, impact: '', urgency: '', priority: '', by: null }
  const line = (at: string) => `${JSON.stringify({ id: at, events: [{ at, ...entry }] })}\n`
  const [offset, wrong] = await read(line('2016-03-07T09:00:00+08:00') + line('noon'), wordsFor(), 'log.jsonl')
  expect(caseIn(offset)?.events[0]?.at).toBe('2016-03-07T01:00:00.000Z')
  expect(whyUnread(wrong)).toMatch('"noon" is no time such as 2016-03-07T09:05:00.')
})

test('what another desk wrote can neither move the cursor of a terminal nor turn the direction of a line', async () => {
  const hostile = 'A\u001b[2J\u202Eb\r\nc'
  const entry = {
    at: '2016-03-07T09:00:00',
    impact: '',
    urgency: '',
    priority: '',
    comment: { text: `1\r\n2${hostile}` },
  }
  const names = { state: hostile, group: hostile, assignee: hostile, by: hostile }
  const line = { id: hostile, title: hostile, solution: hostile, events: [{ ...entry, ...names }] }
  const [found, wrong] = await read(`${JSON.stringify(line)}\n{"id":"\\u001b"}\n`, wordsFor(), 'log.jsonl')
  expect(caseIn(found)).toMatchObject({
    ...{ id: 'A[2Jb c', title: 'A[2Jb c', solution: 'A[2Jb\nc' },
    events: [
      { state: 'A[2Jb c', group: 'A[2Jb c', assignee: 'A[2Jb c', by: 'A[2Jb c', comment: { text: '1\n2A[2Jb\nc' } },
    ],
  })
  expect(whyUnread(wrong)).not.toMatch(/[\p{Cc}]/u)
})
