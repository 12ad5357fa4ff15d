import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLogPolicy } from '../../local/history/log-policy.ts'
import type { PastCase } from '../../local/history/past-case.ts'
import { casesIn, type ReadCase } from '../../local/history/read-log.ts'
import type { LogWords, Table } from '../../local/history/words.ts'
import { defaultCategories, defaultGroups } from '../../shared/application/defaults/default-catalogue.ts'
import { defaultCodes } from '../../shared/application/defaults/default-codes.ts'

const DESKS = join(import.meta.dirname, '../../local/history/desks')
const files = readdirSync(DESKS)

const policyOf = (desk: string) => readLogPolicy(join(DESKS, `${desk}.json`), 'import')

const readBy = async (words: LogWords, file: string): Promise<readonly ReadCase[]> => {
  const found: ReadCase[] = []
  for await (const each of casesIn(join(import.meta.dirname, 'exports', file), words)) found.push(each)
  return found
}

const read = async (desk: string, file: string) => readBy(await policyOf(desk), file)

/** As an administrator adapts a policy file. */
const adapted = (words: LogWords, change: (table: Table) => Partial<Table>): LogWords =>
  words.table ? { ...words, table: { ...words.table, ...change(words.table) } } : words

const casesOf = (rows: readonly ReadCase[]): readonly PastCase[] =>
  rows.flatMap((row) => ('case' in row ? row.case : []))

/** What became of each row, to the minute, or why it is none. */
const told = (rows: readonly ReadCase[]): readonly string[] =>
  rows.map((row) =>
    'case' in row
      ? [row.case.id, ...row.case.events.map(({ at, state }) => `${at.slice(5, 16)} ${state}`)].join(' | ')
      : `${row.line}: ${row.unreadable}`,
  )

describe('every policy file for an export [API-3]', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(5)
  })

  test.each(files)('%s is valid and says where its names come from', async (file) => {
    const policy = await readLogPolicy(join(DESKS, file), 'import')
    expect(policy.about).toMatch(/source|documentation|our own/)
    expect(policy.table?.columns).toBeDefined()
  })

  test.each(files)('%s names nothing that a new desk does not have', async (file) => {
    const { import: taken, states, channels } = await readLogPolicy(join(DESKS, file), 'import')
    const waits = Object.values(states).flatMap((meaning) => (typeof meaning === 'object' ? meaning.wait : []))
    expect(defaultCodes.waitCodes.map(({ code }) => code)).toEqual(expect.arrayContaining(waits))
    expect(defaultCodes.channels.map(({ code }) => code)).toEqual(expect.arrayContaining(Object.values(channels)))
    expect(defaultCodes.closeCodes.map(({ code }) => code)).toContain(taken.closing.code)
    expect(defaultCodes.notObtainedCodes.map(({ code }) => code)).toContain(taken.closing.notObtained)
    expect(defaultGroups.map(({ id }) => id)).toContain(taken.otherwise.group)
    expect(defaultCategories.map(({ id }) => id)).toContain(taken.otherwise.category)
  })

  test.each(files)('%s grades every priority it knows, so that none is lost', async (file) => {
    const { impacts, urgencies, priorities, table } = await readLogPolicy(join(DESKS, file), 'import')
    const stands = table?.columns.priority ?? []
    for (const [grades, column] of [[impacts, 'impact'] as const, [urgencies, 'urgency'] as const]) {
      if (stands.some((name) => table?.columns[column]?.includes(name)))
        expect(Object.keys(grades)).toEqual(expect.arrayContaining(Object.keys(priorities)))
    }
  })
})

/** What the rows of an export become. */
const EXPORTS: readonly (readonly [desk: string, file: string, rows: readonly string[]])[] = [
  [
    'servicenow',
    'servicenow.csv',
    [
      'INC0010101 | 03-07T08:05 (opened) | 03-07T10:40 (resolved) | 03-14T11:00 (closed)',
      'INC0010102 | 03-08T09:00 (opened) | 03-08T12:30 On Hold',
      'INC0010103 | 03-09T09:00 (opened) | 03-09T09:10 Canceled',
    ],
  ],
  [
    'servicenow',
    'servicenow-labels.csv',
    ['INC0010101 | 03-07T08:05 (opened) | 03-14T11:00 (resolved) | 03-14T11:00 (closed)'],
  ],
  [
    'jira',
    'jira.csv',
    [
      'HELP-101 | 03-07T09:05 (opened) | 03-07T13:30 (resolved) | 03-07T13:30 (closed)',
      'HELP-102 | 03-08T10:00 (opened) | 03-08T11:15 Waiting for customer',
      'HELP-103 | 12-31T23:59 (opened) | 01-01T00:01 Canceled',
    ],
  ],
  [
    'zammad',
    'zammad.csv',
    [
      '67001 | 03-07T09:05 (opened) | 03-07T09:12 (accepted) | 03-07T13:30 (resolved) | 03-07T13:30 (closed)',
      '67002 | 03-08T10:00 (opened) | 03-08T10:30 pending reminder',
      '67003 | 03-08T10:05 (opened) | 03-08T10:06 merged',
      '8: This row does not say when it was opened.',
    ],
  ],
  [
    'glpi',
    'glpi-french.csv',
    [
      '5732 | 03-07T09:05 (opened) | 03-07T13:30 (resolved) | 03-14T11:00 (closed)',
      '5733 | 03-08T10:00 (opened) | 03-08T10:30 En cours (Attribué)',
      '5 734 | 03-09T10:00 (opened) | 03-09T10:30 Résolu',
    ],
  ],
  [
    'glpi',
    'glpi.csv',
    [
      '812 | 03-07T09:05 (opened) | 03-07T13:30 (resolved) | 03-07T13:30 (closed)',
      '813 | 03-08T10:00 (opened) | 03-08T10:00 New',
    ],
  ],
  [
    'osticket',
    'osticket.csv',
    [
      '100457 | 03-07T09:05 (opened) | 03-07T13:30 (resolved) | 03-07T13:30 (closed)',
      '100458 | 03-08T10:00 (opened) | 03-08T10:30 Open',
      '000459 | 03-08T11:00 (opened) | 03-08T11:01 Deleted',
    ],
  ],
  [
    'request-tracker',
    'request-tracker.tsv',
    [
      '4711 | 03-07T09:05 (opened) | 03-07T09:12 (accepted) | 03-07T13:30 (resolved) | 03-07T13:30 (closed)',
      '4712 | 03-08T10:00 (opened) | 03-08T10:30 open',
      '4713 | 03-08T11:00 (opened) | 03-08T11:05 (accepted) | 03-08T11:05 rejected',
    ],
  ],
  [
    'znuny',
    'znuny.csv',
    [
      '2024030710000018 | 03-07T09:05 (opened) | 03-07T09:12 (accepted) | 03-07T13:30 (resolved) | 03-07T13:30 (closed)',
      '2024030810000027 | 03-08T09:00 (opened) | 03-08T09:30 pending reminder',
      '2024030810000036 | 03-08T11:00 (opened) | 03-20T11:05 closed unsuccessful',
    ],
  ],
  [
    'sheet',
    'sheet.csv',
    [
      'A-1 | 03-07T01:05 (opened) | 03-07T05:30 (resolved) | 03-08T08:40 (closed)',
      'A-2 | 03-08T02:00 (opened) | 03-08T02:00 处理中',
      '4: This row says it ended before it was opened.',
    ],
  ],
  ['sheet', 'sheet-english.csv', ['A-1 | 03-07T01:05 (opened) | 03-07T05:30 (resolved) | 03-07T05:30 (closed)']],
]

describe('what other desks export is read by its policy file [API-3]', () => {
  test.each(EXPORTS)('%s: %s', async (desk, file, rows) => {
    expect(told(await read(desk, file))).toEqual(rows)
  })

  test.each(EXPORTS)('%s: every state and grade in %s means something', async (desk, file) => {
    const { states, impacts, urgencies, channels, kinds } = await policyOf(desk)
    for (const { events, contactType, kind } of casesOf(await read(desk, file))) {
      for (const { state, impact, urgency } of events) {
        expect(states, state).toHaveProperty([state])
        if (impact !== '') expect(impacts, impact).toHaveProperty([impact])
        if (urgency !== '') expect(urgencies, urgency).toHaveProperty([urgency])
      }
      if (contactType) expect(channels, contactType).toHaveProperty([contactType])
      if (kind) expect(kinds, kind).toHaveProperty([kind])
    }
  })

  test('letters of the West in windows-1252, quotation marks and line breaks are kept', async () => {
    const [first, , third] = casesOf(await read('servicenow', 'servicenow.csv'))
    expect(first).toMatchObject({ title: 'Printer "HP 4" on floor 3 jams, again', caller: 'Zoë Müller' })
    expect(first).toMatchObject({ contactType: 'Phone', final: { reassignments: 1 } })
    expect(first?.events[0]).toMatchObject({ group: 'Service Desk', assignee: 'Beth Anglin', impact: '2 - Medium' })
    expect(third?.solution).toBe('Not an issue\nafter all')
  })

  test('Jira: of columns that are called alike the first counts; a priority stands for a grade nobody gave', async () => {
    const [first, second] = casesOf(await read('jira', 'jira.csv'))
    expect(first).toMatchObject({ category: 'Report a system problem', caller: 'Bob Meier', kind: '[System] Incident' })
    expect(first?.events[0]).toMatchObject({ impact: 'Significant / Large', urgency: 'High' })
    expect(second?.events[0]).toMatchObject({ impact: 'Medium', urgency: 'Medium' })
    const words = adapted(await policyOf('jira'), ({ columns }) => ({
      columns: { ...columns, category: ['Component/s'] },
    }))
    const [byComponent] = casesOf(await readBy(words, 'jira.csv'))
    expect(byComponent?.category).toBe('Mail')
  })

  test('what is written where there is nothing is nothing', async () => {
    const [, reminder] = casesOf(await read('zammad', 'zammad.csv'))
    expect(reminder?.events[0]?.assignee).toBeNull()
    const [, open, rejected] = casesOf(await read('request-tracker', 'request-tracker.tsv'))
    expect([open?.events[0]?.assignee, rejected?.events[0]?.assignee]).toEqual([null, null])
    const [, pending] = casesOf(await read('znuny', 'znuny.csv'))
    expect(pending?.events[0]?.assignee).toBeNull()
  })

  test('Request Tracker quotes nothing: a mark that is never closed is a mark', async () => {
    const titles = casesOf(await read('request-tracker', 'request-tracker.tsv')).map(({ title }) => title)
    expect(titles).toEqual(['"Printer" on floor 3 jams', '"Unfinished quote', '(No subject)'])
  })

  test('osTicket says who asked, and where they can be reached', async () => {
    const [first, second] = casesOf(await read('osticket', 'osticket.csv'))
    expect(first).toMatchObject({ caller: 'Bob Meier', callerEmail: 'bob@example.org', category: 'Report a Problem' })
    expect([first?.events[0]?.group, second?.events[0]?.group]).toEqual(['Support', 'Level I Support'])
    expect(second?.title).toBe('"Cannot log in"')
  })

  test('another separator is told by the policy file; names of columns may be German', async () => {
    const SEARCH = 'otrs-search-german.csv'
    const rows = await readBy(
      adapted(await policyOf('znuny'), () => ({ delimiter: ';' })),
      SEARCH,
    )
    expect(told(rows)).toEqual([
      '2024030710000018 | 03-07T09:05 (opened) | 03-07T13:30 (resolved) | 03-07T13:30 (closed)',
    ])
    expect(casesOf(rows)[0]).toMatchObject({ title: 'Drucker; 3. OG', caller: 'Bob Meier' })
    await expect(read('znuny', SEARCH)).rejects.toThrow(/has no column Ticket# or .*; it has .*Ticket-Nummer/)
  })

  test('what a Chinese Excel saves as plain CSV is GB 18030: without being told so, the error says it', async () => {
    const words = adapted(await policyOf('sheet'), () => ({ encoding: 'gb18030' }))
    const rows = await readBy(words, 'sheet-gb18030.csv')
    expect(casesOf(rows)[0]).toMatchObject({ title: '三楼打印机卡纸', events: [{ priority: '二级' }, {}, {}] })
    await expect(read('sheet', 'sheet-gb18030.csv')).rejects.toThrow(/It is not written in utf-8: .* is gb18030\.$/)
  })
})
