import { Unreachable } from '../api/failure.ts'
import { mimeTypeOf } from './accepted-files.ts'

type Place = { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>> }

export type Sending = {
  /** Told the share that has been sent, 0 to 1. */
  readonly onShare: (share: number) => void
  readonly signal: AbortSignal
}

const LONGEST_NAME = 255

/** What the desk is told of a file before it comes. */
export const announcementOf = (file: File) => ({
  filename: file.name.replace(/[\r\n]+/g, ' ').slice(-LONGEST_NAME),
  mimeType: mimeTypeOf(file) ?? file.type,
  bytes: file.size,
})

/** Only XMLHttpRequest tells how much of a body has been sent. @throws Unreachable, also when the storage refuses */
export const putFile = ({ url, method, headers }: Place, file: File, { onShare, signal }: Sending): Promise<void> =>
  new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    const fail = () => reject(new Unreachable(url))
    sending.open(method, url)
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value)
    sending.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total)
    sending.onload = () => (sending.status >= 200 && sending.status < 300 ? resolve() : fail())
    sending.onerror = fail
    sending.onabort = fail
    signal.addEventListener('abort', () => sending.abort(), { once: true })
    sending.send(file)
  })
