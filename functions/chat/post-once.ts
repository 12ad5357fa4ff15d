import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIPv6 } from 'node:net'

/** A provider that has said nothing for so long will not. */
const TIMEOUT_MS = 10_000

const LONGEST_ANSWER_BYTES = 65_536

/** JSON to one address that was looked up before; follows no redirect. @throws Error when there is no answer, or too much of one */
export const postOnce = (
  url: URL,
  address: string,
  body: unknown,
): Promise<{ readonly status: number; readonly body: string }> =>
  new Promise((answered, failed) => {
    const content = Buffer.from(JSON.stringify(body))
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const family = isIPv6(address) ? 6 : 4
    const sent = send(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': content.byteLength },
        timeout: TIMEOUT_MS,
        agent: false,
        lookup: (_host, { all }, found) => (all ? found(null, [{ address, family }]) : found(null, address, family)),
      },
      (response) => {
        const chunks: Buffer[] = []
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.byteLength
          if (bytes > LONGEST_ANSWER_BYTES) sent.destroy(new Error('The answer is too long.'))
          else chunks.push(chunk)
        })
        response.on('end', () =>
          answered({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        )
        response.on('error', failed)
      },
    )
    sent.on('timeout', () => sent.destroy(new Error(`No answer within ${TIMEOUT_MS / 1_000} seconds.`)))
    sent.on('error', failed)
    sent.end(content)
  })
