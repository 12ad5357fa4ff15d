import { readFile, rm, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runImport } from '../../local/desk-import.ts'
import { runVerify } from '../../local/desk-verify.ts'
import { type RunningDesk, startDesk } from '../../local/start-desk.ts'
import { DeskDriver } from '../support/desk.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'
import { oldDesk } from '../support/old-desk.ts'

const driver = new DeskDriver()
let desk: RunningDesk
let files: Awaited<ReturnType<typeof oldDesk>>
beforeAll(async () => {
  const dynamodbPort = await freePort()
  const log = { info: () => undefined, error: () => undefined }
  const ports = { port: 0, smtpPort: 0, dynamodbPort }
  desk = await startDesk({ ...ports, dataFolder: null, withTickets: false, log })
  driver.connect({ url: desk.url, smtpPort: desk.smtpPort, address: desk.identity.address })
  vi.stubEnv('FIRSTLINE_DYNAMODB_PORT', String(dynamodbPort))
  files = await oldDesk()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await desk.stop()
  await rm(files.folder, { recursive: true })
})

const run = async (...args: readonly string[]) => {
  const lines: string[] = []
  const exitCode = await runImport(args, (line) => lines.push(line.replaceAll(/ {2,}/g, ' | ')))
  return { exitCode, lines, text: lines.join('\n') }
}

const take = (...more: readonly string[]) => run('local', files.table, '--policy', files.policy, ...more)

const formerly = async (part: 'agent' | 'requester', id: string) => {
  const { access_token: token } = await driver.post<{ access_token: string }>('/local/token', {
    person: part === 'agent' ? 'grace' : 'anna',
  })
  const response = await fetch(`${desk.url}/api/v1/tickets?view=formerly&formerly=${id}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return { status: response.status, body: (await response.json()) as { items: { number: string; title: string }[] } }
}

describe('the tickets of an old desk, taken over into a running one [API-3]', () => {
  test('a trial says what would come of it, in either language, and writes nothing', async () => {
    const { exitCode, lines } = await take('--dry-run', '--language', 'zh-CN')
    expect(exitCode).toBe(0)
    expect(lines).toContain('将导入工单 | 2')
    expect(lines).toContain('在原系统中尚未关闭: open | 1 | 例如 4713')
    expect((await formerly('agent', '4711')).body.items).toEqual([])
  })

  test('says what was taken over, what was not and why, and what names nobody knew', async () => {
    const left = join(files.folder, 'left.ndjson')
    const { exitCode, lines } = await take('--left', left)
    expect(exitCode).toBe(0)
    expect(lines.slice(0, 4)).toEqual([
      'Cases taken over | 2',
      'Here already | 0',
      'Not taken over | 2',
      'Entries of the log taken over | 7',
    ])
    expect(lines).toContain('Still open there: open | 1 | e.g. 4713')
    expect(lines).toContain(
      'Cannot be read (the examples are lines of the file): This row does not say when it was opened. | 1 | e.g. 5',
    )
    expect(lines).toContain('Group, taken as "otherwise": Mailers | 1')
    expect(lines).toContain('Person, kept by that name: Former Agent | 1')
    expect(lines).toContain('Reassignments and waiting time are those of the log in every case.')
    const kept = (await readFile(left, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(kept).toContainEqual({ line: 4, case: '4713', why: 'open', detail: 'open' })
    expect(kept).toHaveLength(2)
  })

  test('the desk’s people find them by the number they had there, and nobody else does', async () => {
    const found = await formerly('agent', '4711')
    expect(found.body.items).toMatchObject([{ title: 'Beamer in room 2, "green"' }])
    const number = found.body.items[0]?.number ?? ''
    const agent = await driver.as('agent')
    expect(await agent.read(number)).toMatchObject({
      ...{ state: 'closed', group: 'workplace', assignee: { id: 'leo' }, requester: { personId: 'anna' } },
      imported: { system: 'OldDesk', id: '4711', by: userInfo().username },
      respondedAt: '2026-05-04T07:20:00.000Z',
    })
    expect((await formerly('requester', '4711')).status).toBe(403)
  })

  test('nobody hears of it, the history is sound, and again it does nothing', async () => {
    await fetch(`${desk.url}/local/idle`, { method: 'POST' })
    const mailbox = await (
      await fetch(`${desk.url}/local/mailbox?format=json`, { headers: { accept: 'application/json' } })
    ).text()
    expect(mailbox).not.toContain('Beamer')
    const lines: string[] = []
    expect(await runVerify([], (line) => lines.push(line))).toBeUndefined()
    expect(lines.at(-1)).toContain('"faults":0')
    expect((await take()).lines.slice(0, 3)).toEqual(['Cases taken over | 0', 'Here already | 2', 'Not taken over | 2'])
  })
})

describe('what cannot be done is said in a line [API-3]', () => {
  test.each([
    [['local'], /Name the stage .* and one file/],
    [['local', 'a.csv', 'b.csv', '--policy', 'p.json'], /one file/],
    [['local', 'a.csv'], /--policy/],
    [['local', 'a.csv', '--policy', 'nowhere.json'], /no such file/],
    [['local', 'a.csv', '--policy', 'p.json', '--language', 'fr'], /en or zh-CN/],
  ])('%j', async (args, why) => {
    const { exitCode, text } = await run(...args)
    expect(exitCode).toBe(2)
    expect(text).toMatch(why)
  })

  test('a policy file that is no JSON, lacks a section, or has one more than it may; one with a byte order mark is read', async () => {
    const text = await readFile(files.policy, 'utf8')
    const other = join(files.folder, 'other.json')
    const said = async (content: string) => {
      await writeFile(other, content)
      return run('local', files.table, '--policy', other, '--dry-run')
    }
    expect(await said(text.slice(0, -1))).toMatchObject({
      exitCode: 2,
      text: expect.stringMatching(/other\.json is no JSON: /),
    })
    const { states: _, ...stateless } = JSON.parse(text)
    expect((await said(JSON.stringify(stateless))).text).toMatch(
      /other\.json is no policy file for a log:\n.*\n.*at states/,
    )
    expect((await said(JSON.stringify({ ...stateless, state: {} }))).text).toMatch(/Unrecognized key: "state"/)
    expect(await said(`\uFEFF${text}`)).toMatchObject({ exitCode: 0 })
  })

  test('that no desk is running here', async () => {
    const port = process.env['FIRSTLINE_DYNAMODB_PORT']
    vi.stubEnv('FIRSTLINE_DYNAMODB_PORT', String(await freePort()))
    expect(await take('--dry-run')).toEqual({
      exitCode: 2,
      lines: [expect.any(String)],
      text: expect.stringMatching(/npm start/),
    })
    vi.stubEnv('FIRSTLINE_DYNAMODB_PORT', port)
  })

  test('a file for what was left that cannot be written is said before anything is', async () => {
    const nowhere = join(files.folder, 'no', 'such', 'folder.ndjson')
    expect(await take('--left', nowhere)).toMatchObject({ exitCode: 2, text: expect.stringMatching(/no such file/) })
  })

  test('a file that is not there, a policy for something else, and names this desk does not have', async () => {
    const policy = JSON.parse(await readFile(files.policy, 'utf8'))
    const other = join(files.folder, 'other.json')
    expect((await run('local', 'nowhere.csv', '--policy', files.policy)).text).toMatch(/no such file/)
    await writeFile(other, JSON.stringify({ ...policy, import: undefined }))
    expect((await run('local', files.table, '--policy', other)).text).toMatch(/says nothing under "import"/)
    await writeFile(
      other,
      JSON.stringify({ ...policy, import: { ...policy.import, otherwise: { group: 'x', category: 'y' } } }),
    )
    expect((await run('local', files.table, '--policy', other)).text).toMatch(/This desk does not have:\ngroups x/)
  })
})
