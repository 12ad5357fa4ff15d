import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../support/dynamodb-on-demand.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
const VENV = join(ROOT, 'node_modules/.cache/aws-emulator')
const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt')

/** Functions run on the Node that came with the install, as on Lambda. */
const NODE = join(ROOT, 'node_modules/.bin')

export const REGION = 'eu-central-1'
const START_MS = 30_000

/** Why there is no emulator on this machine; null when there is one, in a virtual environment of its own. */
export const emulatorMissing = async (): Promise<string | null> => {
  try {
    await run('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'])
  } catch {
    return 'python3 ≥ 3.10 with venv is not installed'
  }
  try {
    await mkdir(join(VENV, '..'), { recursive: true })
    if (!existsSync(join(VENV, 'bin/pip'))) await run('python3', ['-m', 'venv', VENV])
    await run(join(VENV, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS])
    return null
  } catch (error) {
    return `the emulator cannot be installed from PyPI (${String(error).split('\n')[0]})`
  }
}

/** An AWS account on this machine, empty whenever it starts. */
export class Emulator {
  #process: ChildProcess | null = null
  #port = 0

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
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
    }
  }

  /** @throws Error when it does not answer in time */
  async start(): Promise<void> {
    this.#port = await freePort()
    this.#process = spawn(join(VENV, 'bin/ministack'), {
      stdio: 'ignore',
      env: {
        ...this.environment,
        GATEWAY_PORT: String(this.#port),
        BIND_HOST: '127.0.0.1',
        MINISTACK_REGION: REGION,
        LAMBDA_EXECUTOR: 'local',
      },
    })
    const until = Date.now() + START_MS
    while (!(await this.#answers())) {
      if (Date.now() > until) throw new Error('the emulator does not start')
      await sleep(200)
    }
  }

  async stop(): Promise<void> {
    const running = this.#process
    if (!running || running.exitCode !== null) return
    running.kill()
    await once(running, 'exit')
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.endpoint}/_ministack/health`)).ok
    } catch {
      return false
    }
  }
}
