import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { externalStep } from './external-step.ts'

const run = promisify(execFile)
const VENV = join(import.meta.dirname, '../../node_modules/.cache/aws-emulator')

const ASKING_MS = 20_000
const MAKING_MS = 120_000
/** A slow connection takes its time; one that is cut off is given up after two tries of twenty seconds. */
const INSTALLING_MS = 300_000
const QUIETLY = ['--quiet', '--disable-pip-version-check', '--no-input', '--retries', '1', '--timeout', '20']

/** A command of the virtual environment. */
export const pythonCommand = (name: string): string => join(VENV, 'bin', name)

const succeeds = (command: string, args: readonly string[]): Promise<boolean> =>
  run(command, args, { timeout: ASKING_MS }).then(
    () => true,
    () => false,
  )

/** Anew where there is none, or one that was cut off while it was made. */
const makeEnvironment = async (): Promise<void> => {
  if (await succeeds(pythonCommand('pip'), ['--version'])) return
  await mkdir(join(VENV, '..'), { recursive: true })
  const step = { name: 'python3 -m venv', limitMs: MAKING_MS }
  await externalStep(step, 'python3', ['-m', 'venv', '--clear', VENV])
}

/** Puts what a file of requirements names into a virtual environment. @returns why that cannot be done here; null when it is there */
export const pythonMissing = async (requirements: string): Promise<string | null> => {
  const wanted = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'
  if (!(await succeeds('python3', ['-c', wanted]))) return 'python3 ≥ 3.10 with venv is not installed'
  try {
    await makeEnvironment()
    const step = { name: `pip install -r ${requirements}`, limitMs: INSTALLING_MS }
    const named = ['-r', join(import.meta.dirname, requirements)]
    await externalStep(step, pythonCommand('pip'), ['install', ...QUIETLY, ...named])
    return null
  } catch (error) {
    return `what ${requirements} names cannot be installed from PyPI: ${String(error).split('\n')[0]}`
  }
}
