import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpProblem } from '../functions/api/http-problem.ts'
import { problemOf } from '../functions/api/problems.ts'
import type { Log } from '../shared/application/ports.ts'
import { LARGEST_UPLOAD_BYTES } from '../shared/domain/upload/accepted-types.ts'

/** A file of the largest size that is taken (INT-15). */
const LARGEST_BODY_BYTES = LARGEST_UPLOAD_BYTES

/** A request with its whole body. */
export type LocalRequest = {
  readonly message: IncomingMessage
  readonly method: string
  readonly url: URL
  readonly body: Buffer
}

export type Answer = (request: LocalRequest, response: ServerResponse) => Promise<void>

export type LocalServer = {
  readonly url: string
  /** Until then every request is told that the desk is starting. */
  open(answer: Answer): void
  close(): Promise<void>
}

/** Reads to the end what it will not keep: whoever is cut off while sending never sees the answer. */
const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of message) {
    bytes += chunk.byteLength
    if (bytes <= LARGEST_BODY_BYTES) chunks.push(chunk)
  }
  if (bytes > LARGEST_BODY_BYTES) throw new HttpProblem(413, 'body-too-large', 'The body is larger than 25 MB.')
  return Buffer.concat(chunks)
}

const urlOf = ({ url = '/', headers }: IncomingMessage): URL => {
  const parsed = URL.parse(`http://${headers.host ?? 'localhost'}${url}`)
  if (parsed) return parsed
  throw new HttpProblem(400, 'bad-request', 'The address of the request cannot be read.')
}

const sendProblem = (response: ServerResponse, error: unknown): void => {
  const problem = problemOf(error, 'local')
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(problem.status, { 'content-type': 'application/problem+json' })
  response.end(JSON.stringify(problem))
}

const starting: Answer = async (_request, response) => {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('The desk is starting.\n')
}

/** Listens on the loopback interface only. @throws the system's error when the port is taken */
export const listenLocally = async (port: number, log: Log): Promise<LocalServer> => {
  let answer = starting
  const respond = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const url = urlOf(message)
      await answer({ message, method: message.method ?? 'GET', url, body: await bodyOf(message) }, response)
    } catch (error) {
      if (!(error instanceof HttpProblem)) log.error('a request failed', error, { url: message.url ?? null })
      sendProblem(response, error)
    }
  }
  const server = createServer((message, response) => void respond(message, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    open: (next) => {
      answer = next
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
