import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Emulator, REGION } from './emulator.ts'
import { externalStep } from './external-step.ts'
import { fitForEmulator } from './fit-for-emulator.ts'

const ROOT = join(import.meta.dirname, '../..')
const ACCOUNT = '000000000000'

const STACKS = ['State', 'Desk', 'Portal', 'Mail'] as const
type Stack = (typeof STACKS)[number]

/** Where sign-in returns to; nobody listens there, the code is taken from the address. */
export const CALLBACK = 'http://localhost:3000/signed-in'

/** Alone on two cores the longest takes half a minute. */
const LIMIT_MS = 240_000

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
    await mkdir(this.#app)
    await this.#cdk('bootstrap', `aws://${ACCOUNT}/${REGION}`)
  }

  /** @param changed settings @param stacks deployed; the others stay as they are */
  async deploy(changed: object = {}, stacks: readonly Stack[] = STACKS): Promise<void> {
    await this.#synthesise(changed, stacks)
    const outputs = join(this.#folder, 'outputs.json')
    const quietly = ['--require-approval', 'never', '--outputs-file', outputs]
    await this.#cdk('deploy', ...stacks, '--exclusively', '--app', this.#assembly, ...quietly)
    this.#outputs = { ...this.#outputs, ...(JSON.parse(await readFile(outputs, 'utf8')) as Outputs) }
  }

  /** As they were synthesised for the last deployment, so that it need not be done again. */
  async destroy(...stacks: readonly Stack[]): Promise<void> {
    await this.#cdk('destroy', ...stacks, '--exclusively', '--app', this.#assembly, '--force')
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** The first output whose name holds the word. @throws Error that names those there are */
  output(stack: Lowercase<Stack>, word: string): string {
    const outputs = this.#outputs[`firstline-emulated-${stack}`] ?? {}
    const found = Object.entries(outputs).find(([name]) => name.includes(word))
    if (!found) throw new Error(`no output with "${word}" among ${Object.keys(outputs).join(', ')}`)
    return found[1]
  }

  /** The portal as it was built for the deployment. */
  get builtPortal(): string {
    return join(this.#assembly, 'bundles-portal')
  }

  get #app(): string {
    return join(this.#folder, 'app')
  }

  get #assembly(): string {
    return join(this.#folder, 'cdk.out')
  }

  async #synthesise(changed: object, stacks: readonly Stack[]): Promise<void> {
    const [cdk, checkedIn] = await Promise.all(['cdk.json', 'cdk.context.json'].map((file) => readJson(file)))
    const app = `node ${join(ROOT, 'infra/app.ts')}`
    const context = { ...cdk?.['context'], ...settings(checkedIn?.['stages']?.['test'] ?? {}, changed) }
    await writeFile(join(this.#app, 'cdk.json'), JSON.stringify({ ...cdk, app, context }))
    await this.#cdk('synth', ...stacks, '--quiet', '--output', this.#assembly)
    await fitForEmulator(this.#assembly, stacks)
  }

  /** @throws Error that names the command and has all that it said */
  async #cdk(...args: readonly string[]): Promise<void> {
    const env = {
      ...this.#emulator.environment,
      CDK_DEFAULT_ACCOUNT: ACCOUNT,
      CDK_DEFAULT_REGION: REGION,
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_DISABLE_VERSION_CHECK: 'true',
    }
    const options = args.findIndex((word) => word.startsWith('--'))
    const words = options < 0 ? args : args.slice(0, options)
    const step = { name: `cdk ${words.join(' ')}`, limitMs: LIMIT_MS, cwd: this.#app, env }
    await externalStep(step, join(ROOT, 'node_modules/.bin/cdk'), [...args, '--no-notices', '--ci'])
  }
}

type Json = { readonly [name: string]: Json | undefined }

const readJson = async (file: string): Promise<Json> => JSON.parse(await readFile(join(ROOT, file), 'utf8')) as Json
