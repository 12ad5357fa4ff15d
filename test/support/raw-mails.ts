type Part = { readonly filename: string; readonly content: string; readonly type?: string }

export type Written = {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly text?: string
  readonly html?: string
  readonly messageId?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: readonly Part[]
}

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')

const partOf = (type: string, content: string, more: readonly string[] = []): readonly string[] => [
  `Content-Type: ${type}`,
  'Content-Transfer-Encoding: base64',
  ...more,
  '',
  base64(content),
]

const multipart = (subtype: string, parts: readonly (readonly string[])[]): readonly string[] => [
  `Content-Type: multipart/${subtype}; boundary="${subtype}"`,
  '',
  ...parts.flatMap((part) => [`--${subtype}`, ...part]),
  `--${subtype}--`,
]

const bodyOf = ({ text = 'Hello', html, attachments = [] }: Written): readonly string[] => {
  const plain = partOf('text/plain; charset=utf-8', text)
  const words = html === undefined ? plain : multipart('alternative', [plain, partOf('text/html; charset=utf-8', html)])
  const files = attachments.map(({ filename, content, type = 'application/octet-stream' }) =>
    partOf(type, content, [`Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(filename)}`]),
  )
  return ['MIME-Version: 1.0', ...multipart('mixed', [words, ...files])]
}

let written = 0

/** A mail to the desk as bytes; each has a Message-ID of its own unless it is given one, or none. */
export const rawMail = (mail: Written = {}): Uint8Array => {
  written += 1
  const { from = 'Anna <anna@example.com>', to = 'desk@desk.test', subject = 'VPN is down', headers = {} } = mail
  const messageId = mail.messageId === undefined ? `<mail-${written}@example.com>` : mail.messageId
  const head = {
    From: from,
    To: to,
    Subject: /^[\x20-\x7e]*$/.test(subject) ? subject : `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    Date: 'Mon, 02 Mar 2026 09:00:00 +0800',
    ...(messageId === null ? {} : { 'Message-ID': messageId }),
    ...headers,
  }
  const lines = [...Object.entries(head).map(([name, value]) => `${name}: ${value}`), ...bodyOf(mail)]
  return new TextEncoder().encode(lines.join('\r\n'))
}
