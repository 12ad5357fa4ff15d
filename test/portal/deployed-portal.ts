import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type PortalConfig, portalHeaders } from '../../shared/contract/portal-page.ts'

const passedOn = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !['host', 'connection', 'accept-encoding', 'content-length'].includes(name)
        ? [[name, value]]
        : [],
    ),
  )

/**
 * A desk as a deployment shows it to a browser: its configuration names the user pool's pages, and its headers let the
 * portal talk to them and to nobody else. @returns its address, and what ends it
 */
export const deployedPortal = async (deskUrl: () => string, config: PortalConfig, connectTo: readonly string[]) => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '/', method = 'GET' } = request
    if (url === '/config.json') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(config))
      return
    }
    const body = method === 'GET' ? {} : { body: await buffer(request) }
    const answer = await fetch(deskUrl() + url, { method, headers: passedOn(request), redirect: 'manual', ...body })
    const { 'content-encoding': _, 'content-length': __, ...headers } = Object.fromEntries(answer.headers)
    const isPage = headers['content-type']?.startsWith('text/html')
    response.writeHead(answer.status, { ...headers, ...(isPage && portalHeaders(connectTo)) })
    response.end(Buffer.from(await answer.arrayBuffer()))
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}
