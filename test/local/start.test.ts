import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CannotStart, optionsFrom } from '../../local/desk-options.ts'
import { claimFolder } from '../../local/one-desk.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstline-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs `npm start` to its end, which must be an early one. */
const failing = async (env: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> => {
  const child = spawn(process.execPath, ['local/start.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, FIRSTLINE_DATA: folder, ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data
    })
  const [code] = await once(child, 'exit')
  return { code, said }
}

describe('what keeps the desk from starting is one line that says what to do', () => {
  test('a port that is taken, and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const taken = typeof address === 'object' ? String(address?.port) : ''
    const dynamodb = String(await freePort())
    for (const variable of ['FIRSTLINE_PORT', 'FIRSTLINE_SMTP_PORT', 'FIRSTLINE_DYNAMODB_PORT']) {
      const ports = { FIRSTLINE_PORT: '0', FIRSTLINE_SMTP_PORT: '0', FIRSTLINE_DYNAMODB_PORT: dynamodb }
      const free = { FIRSTLINE_PORT: String(await freePort()), FIRSTLINE_SMTP_PORT: String(await freePort()) }
      const { code, said } = await failing({ ...ports, ...free, [variable]: taken })
      expect([variable, code]).toEqual([variable, 1])
      expect(said.trim()).toMatch(new RegExp(`^Port ${taken} is taken .*${variable}.*$`))
    }
    other.close()
  })

  test('no Java', async () => {
    const { code, said } = await failing({
      PATH: folder,
      JAVA_HOME: undefined,
      FIRSTLINE_PORT: String(await freePort()),
    })
    expect(code).toBe(1)
    expect(said.trim()).toMatch(/^.*Java 17.*install.*$/)
  })

  test('a variable that is no port', () => {
    for (const wrong of ['http', '-1', '65536', '3.5', '0x10g'])
      expect(() => optionsFrom({ FIRSTLINE_PORT: wrong })).toThrow(CannotStart)
  })

  test('another desk on the same data, until that one has ended', async () => {
    const free = await claimFolder(folder)
    await expect(claimFolder(folder)).rejects.toThrow(/Another desk is running on .*FIRSTLINE_DATA/)
    await free()
    await (await claimFolder(folder))()
  })
})

test('ports and data folder have their usual places and can be moved', () => {
  expect(optionsFrom({})).toEqual({ port: 3000, smtpPort: 2525, dynamodbPort: 8000, dataFolder: '.local' })
  const moved = { FIRSTLINE_PORT: '3001', FIRSTLINE_SMTP_PORT: '2526', FIRSTLINE_DYNAMODB_PORT: '8001' }
  expect(optionsFrom({ ...moved, FIRSTLINE_DATA: 'memory' })).toEqual({
    port: 3001,
    smtpPort: 2526,
    dynamodbPort: 8001,
    dataFolder: null,
  })
})
