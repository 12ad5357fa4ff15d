/** What one of the local desk's own endpoints answers. */
export type LocalReply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const NOT_STORED = { 'cache-control': 'no-store' }

export const json = (status: number, value: unknown): LocalReply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...NOT_STORED },
  body: JSON.stringify(value),
})

export const webPage = (markup: string): LocalReply => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer', ...NOT_STORED },
  body: markup,
})

/** After a form, so that loading the page again does not send it again. */
export const seeOther = (location: string): LocalReply => ({ status: 303, headers: { location }, body: '' })
