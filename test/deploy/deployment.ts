import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Emulator, REGION } from './emulator.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
const ACCOUNT = '000000000000'

/** The emulator knows no receipt rules, and the portal's files reach no CloudFront: those stacks are left to synthesis. */
const STACKS = ['State', 'Desk']

/** Where sign-in returns to; nobody listens there, the code is taken from the address. */
export const CALLBACK = 'http://localhost:3000/signed-in'

/** Characters of what the CDK said. */
const SAID_SHOWN = 4_000

type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The checked-in stage with other names, and with what the next deployment is to change. */
const settings = (stage: object, changed: object) => ({
  stage: 'emulated',
  stages: {
    emulated: {
      ...stage,
      deskAddress: 'help@desk.example.com',
      signInPrefix: 'firstline-emulated',
      signInCallbackUrls: [CALLBACK],
      ...changed,
    },
  },
})

/** The stacks of one desk, as an administrator deploys them: with the CDK's own command. */
export class Deployment {
  readonly #emulator: Emulator
  #folder = ''
  #outputs: Outputs = {}

  constructor(emulator: Emulator) {
    this.#emulator = emulator
  }

  async bootstrap(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'firstline-deployed-'))
    await this.#configure({})
    await this.#cdk('bootstrap', `aws://${ACCOUNT}/${REGION}`)
  }

  async deploy(changed: object = {}): Promise<void> {
    await this.#configure(changed)
    const outputs = join(this.#folder, 'outputs.json')
    await this.#cdk('deploy', ...STACKS, '--require-approval', 'never', '--outputs-file', outputs)
    this.#outputs = JSON.parse(await readFile(outputs, 'utf8')) as Outputs
  }

  async destroy(stack: 'State' | 'Desk'): Promise<void> {
    await this.#cdk('destroy', stack, '--force')
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true })
  }

  /** The first output whose name holds the word. @throws Error that names those there are */
  output(stack: 'state' | 'desk', word: string): string {
    const outputs = this.#outputs[`firstline-emulated-${stack}`] ?? {}
    const found = Object.entries(outputs).find(([name]) => name.includes(word))
    if (!found) throw new Error(`no output with "${word}" among ${Object.keys(outputs).join(', ')}`)
    return found[1]
  }

  async #configure(changed: object): Promise<void> {
    const [cdk, checkedIn] = await Promise.all(['cdk.json', 'cdk.context.json'].map((file) => readJson(file)))
    const app = `node ${join(ROOT, 'infra/app.ts')}`
    const context = { ...cdk?.['context'], ...settings(checkedIn?.['stages']?.['test'] ?? {}, changed) }
    await writeFile(join(this.#folder, 'cdk.json'), JSON.stringify({ ...cdk, app, context }))
  }

  /** @throws Error with all that the command said */
  async #cdk(...args: readonly string[]): Promise<void> {
    const command = [...args, '--output', join(this.#folder, 'cdk.out'), '--no-notices', '--ci']
    try {
      await run(join(ROOT, 'node_modules/.bin/cdk'), command, {
        cwd: this.#folder,
        env: { ...this.#emulator.environment, CDK_DEFAULT_ACCOUNT: ACCOUNT, CDK_DEFAULT_REGION: REGION },
        maxBuffer: 64 * 1024 * 1024,
      })
    } catch (error) {
      const said = error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : ''
      throw new Error(`cdk ${args.join(' ')}: ${error}\n${said.slice(-SAID_SHOWN)}`)
    }
  }
}

type Json = { readonly [name: string]: Json | undefined }

const readJson = async (file: string): Promise<Json> => JSON.parse(await readFile(join(ROOT, file), 'utf8')) as Json
