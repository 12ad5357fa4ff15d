import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeskDriver } from './desk.ts'
import { freePort } from './dynamodb-on-demand.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The desk as `npm start` runs it, in a process of its own that can be killed. */
export class ChildDesk {
  readonly driver = new DeskDriver()
  readonly #env: NodeJS.ProcessEnv
  readonly #dataFolder: string
  #child: ChildProcess | null = null
  #said = ''

  private constructor(dataFolder: string, ports: Readonly<Record<string, string>>) {
    this.#dataFolder = dataFolder
    this.#env = { ...process.env, ...ports, FIRSTLINE_DATA: dataFolder, FIRSTLINE_PAST: 'none' }
  }

  static async prepared(): Promise<ChildDesk> {
    const [http, smtp, dynamodb] = [await freePort(), await freePort(), await freePort()]
    const desk = new ChildDesk(await mkdtemp(join(tmpdir(), 'firstline-story-')), {
      FIRSTLINE_PORT: String(http),
      FIRSTLINE_SMTP_PORT: String(smtp),
      FIRSTLINE_DYNAMODB_PORT: String(dynamodb),
    })
    desk.driver.connect({ url: `http://localhost:${http}`, smtpPort: smtp, address: 'desk@firstline.example' })
    return desk
  }

  /** Where its database answers while the desk runs. */
  get databaseUrl(): string {
    return `http://localhost:${this.#env['FIRSTLINE_DYNAMODB_PORT']}`
  }

  /** Everything the desk has written to the terminal, since the first start. */
  get said(): string {
    return this.#said
  }

  /** Returns when the desk is up. @throws Error with what it said when it ends instead */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', './local/prepare-node.mjs', 'local/start.ts'], {
      cwd: ROOT,
      env: this.#env,
    })
    this.#child = child
    const before = this.#said.length
    const up = Promise.withResolvers<void>()
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        this.#said += data
        if (this.#said.includes('Firstline is up', before)) up.resolve()
      })
    child.once('exit', (code) => up.reject(new Error(`the desk ended with ${code}:\n${this.#said.slice(before)}`)))
    await up.promise
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null) return null
    const exit = once(child, 'exit')
    child.kill(signal)
    const [code] = await exit
    return code
  }

  /** As a power cut would: at once, whatever it is doing. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** As Ctrl-C would. @returns the exit code */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM')
  }

  async remove(): Promise<void> {
    await rm(this.#dataFolder, { recursive: true, force: true })
  }
}
