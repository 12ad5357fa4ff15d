import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'

type Request = {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

type Answer = { readonly status: number; readonly body: string | Buffer }

/** AWS behind AWS_ENDPOINT_URL: notes what it is asked and answers what the test has told it to, in turn. */
export const awsOverHttp = () => {
  const requests: Request[] = []
  const answers: Answer[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      requests.push({ method, url, headers, body: Buffer.concat(chunks) })
      const { status, body } = answers.shift() ?? { status: 200, body: '' }
      response.writeHead(status).end(body)
    })
  })
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'session',
    })
  })
  beforeEach(() => {
    requests.length = 0
    answers.length = 0
  })
  afterAll(() => {
    delete process.env['AWS_ENDPOINT_URL']
    server.close()
  })
  return { requests, answer: (...next: readonly Answer[]) => void answers.push(...next) }
}
