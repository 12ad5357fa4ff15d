import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const VENV = join(import.meta.dirname, '../../node_modules/.cache/aws-emulator')

/** A command of the virtual environment. */
export const pythonCommand = (name: string): string => join(VENV, 'bin', name)

/** Puts what a file of requirements names into a virtual environment. @returns why that cannot be done here; null when it is there */
export const pythonMissing = async (requirements: string): Promise<string | null> => {
  try {
    await run('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'])
  } catch {
    return 'python3 ≥ 3.10 with venv is not installed'
  }
  try {
    await mkdir(join(VENV, '..'), { recursive: true })
    if (!existsSync(pythonCommand('pip'))) await run('python3', ['-m', 'venv', VENV])
    const quietly = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '20']
    await run(pythonCommand('pip'), ['install', ...quietly, '-r', join(import.meta.dirname, requirements)])
    return null
  } catch (error) {
    return `${requirements} cannot be installed from PyPI (${String(error).split('\n')[0]})`
  }
}
