import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type DynamoDbLocal, startDynamoDbLocal } from '../../local/dynamodb-local.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly dynamoDbOnDemandUrl: string
  }
}

/** One DynamoDB Local for the whole run, in memory; started by the first test file that asks, so that others wait for none. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  let running: Promise<DynamoDbLocal> | undefined
  const onDemand = createServer((_, reply) => {
    running ??= freePort().then((port) => startDynamoDbLocal({ port, data: 'memory' }))
    running.then(
      ({ endpoint }) => reply.end(endpoint),
      (error: unknown) => reply.writeHead(503).end(String(error)),
    )
  })
  await once(onDemand.listen(0, '127.0.0.1'), 'listening')
  project.provide('dynamoDbOnDemandUrl', `http://127.0.0.1:${portOf(onDemand.address())}`)
  return async () => {
    onDemand.close()
    await (await running)?.stop()
  }
}

/** Below those that systems give to connections, any of which might take a port before its server is up; `fetch` takes them all. */
const [FIRST_PORT, PORTS] = [11_000, 20_000]

/** A port nobody listens on at this moment. */
export const freePort = async (): Promise<number> => {
  const port = FIRST_PORT + randomInt(PORTS)
  const socket = createSocket()
  const listening = once(socket, 'listening').then(
    () => true,
    () => false,
  )
  socket.listen(port, '127.0.0.1')
  if (!(await listening)) return freePort()
  socket.close()
  await once(socket, 'close')
  return port
}

const portOf = (address: string | AddressInfo | null): number => {
  if (address === null || typeof address === 'string') throw new Error('This server listens on no port.')
  return address.port
}
