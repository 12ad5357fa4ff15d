import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../support/dynamodb-on-demand.ts'
import { pythonCommand } from './python.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Functions run on the Node that came with the install, as on Lambda. */
const NODE = join(ROOT, 'node_modules/.bin')

export const REGION = 'eu-central-1'

/** It takes any. */
export const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' }

const START_MS = 60_000
const STOP_MS = 10_000
const LINES_SHOWN = 60

/** An AWS account on this machine, empty whenever it starts. */
export class Emulator {
  #process: ChildProcess | null = null
  #port = 0
  /** Everything it writes: its log, and the code of the functions it runs. */
  #folder = ''

  get endpoint(): string {
    return `http://localhost:${this.#port}`
  }

  /** What makes the CDK and the SDKs speak to it. */
  get environment(): Record<string, string> {
    return {
      PATH: [NODE, process.env['PATH']].join(delimiter),
      HOME: process.env['HOME'] ?? '/',
      AWS_ENDPOINT_URL: this.endpoint,
      AWS_ENDPOINT_URL_S3: this.endpoint,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
    }
  }

  /** @throws Error when it does not answer in time */
  async start(): Promise<void> {
    this.#port = await freePort()
    this.#folder = await mkdtemp(join(tmpdir(), 'firstline-account-'))
    const log = await open(this.#log, 'w')
    const child = spawn(pythonCommand('ministack'), {
      stdio: ['ignore', log.fd, log.fd],
      env: {
        ...this.environment,
        GATEWAY_PORT: String(this.#port),
        BIND_HOST: '127.0.0.1',
        MINISTACK_REGION: REGION,
        LAMBDA_EXECUTOR: 'local',
        TMPDIR: this.#folder,
        STATE_DIR: join(this.#folder, 'state'),
      },
    })
    await log.close()
    this.#process = child
    process.once('exit', () => child.kill('SIGKILL'))
    const until = Date.now() + START_MS
    while (!(await this.#answers())) {
      if (child.exitCode !== null || Date.now() > until)
        throw new Error(`the emulator does not start:\n${await this.lastLines()}`)
      await sleep(200)
    }
  }

  async stop(): Promise<void> {
    const running = this.#process
    if (running && running.exitCode === null) {
      running.kill()
      const gone = await Promise.race([once(running, 'exit'), sleep(STOP_MS)])
      if (!gone) running.kill('SIGKILL')
    }
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true })
  }

  /** For whoever has to find out why something failed. */
  async lastLines(): Promise<string> {
    const lines = (await readFile(this.#log, 'utf8')).trimEnd().split('\n')
    return lines.slice(-LINES_SHOWN).join('\n')
  }

  get #log(): string {
    return join(this.#folder, 'emulator.log')
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.endpoint}/_ministack/health`)).ok
    } catch {
      return false
    }
  }
}
