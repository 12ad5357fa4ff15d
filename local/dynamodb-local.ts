import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Amazon's DynamoDB Local, as it lies in an npm package; there is nothing to download at run time. */
const EMULATOR = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
)

/** Start-up counts more than peak speed: these halve it (simple compiler, one-threaded collector, no log4j set-up). */
const JAVA_OPTIONS = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-XX:+IgnoreUnrecognizedVMOptions',
  '-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory',
  '-Dorg.apache.logging.log4j.simplelog.StatusLogger.level=OFF',
  `-Djava.library.path=${join(EMULATOR, 'DynamoDBLocal_lib')}`,
]

const NO_JAVA =
  'Firstline keeps its local data in DynamoDB Local, which needs Java 17 or newer: install it (Debian/Ubuntu: apt install openjdk-17-jre-headless, macOS: brew install openjdk@17, Windows: winget install EclipseAdoptium.Temurin.17.JRE) or point JAVA_HOME to it.'

/** A program that takes a connection and says nothing is none we know; a busy machine may take its time. */
const LONGEST_SILENCE_MS = 5_000

export type DynamoDbLocal = { readonly endpoint: string; stop(): Promise<void> }

export type DynamoDbLocalOptions = {
  readonly port: number
  /** Folder of the database file, which outlives the process; `memory` keeps nothing. */
  readonly data: string
}

/**
 * Starts DynamoDB Local and returns when it answers. What a killed predecessor left running on the same folder is ended
 * first, because two of them must not share the database file.
 * @throws Error with one sentence that says what to do: no Java, port taken, anything Java complains of
 */
export const startDynamoDbLocal = async ({ port, data }: DynamoDbLocalOptions): Promise<DynamoDbLocal> => {
  const pidFile = data === 'memory' ? null : join(data, 'dynamodb-local.pid')
  if (pidFile) {
    mkdirSync(data, { recursive: true })
    await endOrphan(pidFile)
  }
  const endpoint = endpointOf(port)
  if ((await textAt(endpoint)) !== null) throw new Error(portTaken(port))
  const java = launch(port, data)
  if (pidFile && java.pid !== undefined) writeFileSync(pidFile, JSON.stringify({ pid: java.pid, port }))
  const endWithUs = () => java.kill()
  process.once('exit', endWithUs)
  java.once('exit', () => process.off('exit', endWithUs))
  await untilReady(java, port)
  return {
    endpoint,
    stop: async () => {
      await end(java)
      if (pidFile) rmSync(pidFile, { force: true })
    },
  }
}

const endpointOf = (port: number): string => `http://127.0.0.1:${port}`

const launch = (port: number, data: string): ChildProcess => {
  const home = process.env['JAVA_HOME']
  const place = data === 'memory' ? ['-inMemory'] : ['-dbPath', data]
  const options = ['-port', String(port), '-sharedDb', ...place, '-disableTelemetry']
  return spawn(
    home ? join(home, 'bin', 'java') : 'java',
    [...JAVA_OPTIONS, '-jar', join(EMULATOR, 'DynamoDBLocal.jar'), ...options],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      // The option alone does not keep it from calling home at start, which takes seconds and a network.
      env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
      // In a process group of its own Ctrl-C reaches the desk only, which stops its database last.
      detached: data !== 'memory',
    },
  )
}

const untilReady = async (java: ChildProcess, port: number): Promise<void> => {
  const failure = Promise.withResolvers<never>()
  let said = ''
  java.once('error', () => failure.reject(new Error(NO_JAVA)))
  java.once('exit', () => failure.reject(new Error(reasonOf(said, port))))
  java.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
    // It complains of a taken port, but stays.
    if (said.includes('Failed to bind')) java.kill()
  })
  await Promise.race([failure.promise, untilAnswer(endpointOf(port))])
  java.stderr?.removeAllListeners('data').resume()
}

const reasonOf = (said: string, port: number): string => {
  if (said.includes('Failed to bind')) return portTaken(port)
  return /Unable to locate a Java Runtime|UnsupportedClassVersionError/.test(said)
    ? NO_JAVA
    : `DynamoDB Local did not start: ${said.trim() || 'it gave no reason'}`
}

const portTaken = (port: number): string =>
  `Port ${port} is taken by another program: stop it, or set FIRSTLINE_DYNAMODB_PORT to a free port.`

const untilAnswer = async (endpoint: string): Promise<void> => {
  while (!(await answers(endpoint))) await pause(20)
}

/** An unsigned request is refused at once, in DynamoDB's own words. */
const answers = async (endpoint: string): Promise<boolean> =>
  (await textAt(endpoint))?.includes('com.amazonaws.dynamodb') ?? false

const textAt = async (url: string): Promise<string | null> => {
  try {
    return await (await fetch(url, { signal: AbortSignal.timeout(LONGEST_SILENCE_MS) })).text()
  } catch {
    return null
  }
}

const end = async (java: ChildProcess): Promise<void> => {
  if (java.exitCode !== null || java.signalCode !== null) return
  const exit = once(java, 'exit')
  java.kill()
  await exit
}

const endOrphan = async (pidFile: string): Promise<void> => {
  const left = leftBehind(pidFile)
  if (left === null || !isAlive(left.pid) || !(await isOurs(left))) return
  process.kill(left.pid)
  while (isAlive(left.pid)) await pause(20)
}

/**
 * A pid alone may belong to another program by now. Where the system does not tell what it runs, the port's answer does,
 * though not of one that was left before it could answer.
 */
const isOurs = async ({ pid, port }: { readonly pid: number; readonly port: number }): Promise<boolean> => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('DynamoDBLocal.jar')
  } catch {
    return answers(endpointOf(port))
  }
}

const leftBehind = (pidFile: string): { readonly pid: number; readonly port: number } | null => {
  try {
    return JSON.parse(readFileSync(pidFile, 'utf8'))
  } catch {
    return null
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
