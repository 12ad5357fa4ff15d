import { type ExecFileOptions, execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Characters of what the command said. */
const SAID_SHOWN = 4_000

const KEPT_BYTES = 64 * 1024 * 1024

type Failure = Error & { readonly killed?: boolean; readonly stdout?: string; readonly stderr?: string }

type Step = Pick<ExecFileOptions, 'cwd' | 'env'> & {
  /** What whoever reads the log is told. */
  readonly name: string
  readonly limitMs: number
}

/**
 * Runs a command that is not the desk's own, and says how long it took. @returns what it wrote
 * @throws Error that names the step: when the command fails, or is not done in time and was stopped
 */
export const externalStep = async (
  { name, limitMs, ...where }: Step,
  command: string,
  args: readonly string[],
): Promise<string> => {
  const began = performance.now()
  const tookSeconds = () => Math.round((performance.now() - began) / 100) / 10
  try {
    const { stdout } = await run(command, args, {
      ...where,
      encoding: 'utf8',
      timeout: limitMs,
      killSignal: 'SIGKILL',
      maxBuffer: KEPT_BYTES,
    })
    console.info(`step ${name}: ${tookSeconds()} s`)
    return stdout
  } catch (error) {
    throw new Error(`${name}: ${outcome(error as Failure, tookSeconds(), limitMs)}`, { cause: error })
  }
}

const outcome = ({ killed, stdout = '', stderr = '', message }: Failure, tookSeconds: number, limitMs: number) => {
  const why = killed
    ? `stopped, it was not done within ${limitMs / 1_000} s`
    : `failed after ${tookSeconds} s: ${message}`
  return `${why}\n${stderr.slice(-SAID_SHOWN)}\n${stdout.slice(-SAID_SHOWN)}`
}
