import { type ApiEvent, headerOf } from './api-event.ts'
import { HttpProblem } from './http-problem.ts'

const MOST_BYTES = 1_000_000

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/
const FORM_TYPE = 'application/x-www-form-urlencoded'

const bytesOf = ({ body, isBase64Encoded }: ApiEvent): Buffer =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HttpProblem(400, 'malformed-body', 'The body is not UTF-8.')
  }
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpProblem(400, 'malformed-json', 'The body is not JSON.')
  }
}

/** Fields a form leaves empty count as not given; those whose name ends in [] are a list, however many there are. */
const parsedForm = (text: string): unknown => {
  const given = new URLSearchParams([...new URLSearchParams(text)].filter(([, value]) => value.trim() !== ''))
  return Object.fromEntries(
    [...given].map(([name, value]) => (name.endsWith('[]') ? [name.slice(0, -2), given.getAll(name)] : [name, value])),
  )
}

/**
 * The body as it was sent, before any schema; nothing at all counts as `{}`, for acts that need no words.
 * @throws HttpProblem 400 malformed, 413 above 1 MB, 415 neither JSON nor, where accepted, a form
 */
export const bodyOf = (event: ApiEvent, acceptsForms: boolean): unknown => {
  const bytes = bytesOf(event)
  if (bytes.byteLength === 0) return {}
  if (bytes.byteLength > MOST_BYTES) throw new HttpProblem(413, 'body-too-large', 'The body is larger than 1 MB.')
  const mediaType = (headerOf(event, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (JSON_TYPE.test(mediaType)) return parsedJson(textOf(bytes))
  if (acceptsForms && mediaType === FORM_TYPE) return parsedForm(textOf(bytes))
  throw new HttpProblem(415, 'unsupported-media-type', 'Send the body as application/json.')
}
