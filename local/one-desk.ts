import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { CannotStart } from './desk-options.ts'

/** Short, because the path of a socket may have 104 bytes on some systems. */
const socketOf = (dataFolder: string): string => {
  const name = `firstline-${createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

const isAnswered = (socket: string): Promise<boolean> =>
  new Promise((answer) => {
    const connection = connect(socket)
    connection.once('connect', () => answer(true))
    connection.once('error', () => answer(false))
    connection.once('connect', () => connection.destroy())
  })

const listenOn = (socket: string): Promise<Server> =>
  new Promise((listening, failed) => {
    const server = createServer((connection) => connection.destroy())
    server.once('error', failed)
    server.listen(socket, () => listening(server))
  })

/**
 * Two desks on the same data would act twice, and the second would stop the first one's database. A socket that
 * somebody answers is a desk that runs; unlike a pid file it cannot point to a stranger after a crash.
 * @returns what gives the folder free again
 * @throws CannotStart when another desk runs on this folder
 */
export const claimFolder = async (dataFolder: string): Promise<() => Promise<void>> => {
  const socket = socketOf(dataFolder)
  if (await isAnswered(socket))
    throw new CannotStart(
      `Another desk is running on ${resolve(dataFolder)}: stop it, or set FIRSTLINE_DATA to another folder.`,
    )
  if (process.platform !== 'win32') await rm(socket, { force: true })
  const server = await listenOn(socket)
  return () => new Promise((freed) => server.close(() => freed()))
}
