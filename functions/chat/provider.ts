import type { ChatText } from '../../shared/domain/notice/rendering/chat-message.ts'

/** Where a chat's messages go and by which key they are signed: what the secret of a channel holds, as JSON. */
export type Webhook = { readonly url: string; readonly secret?: string | undefined }

/** What a provider said to a message: taken, or not, and whether the same message could be taken later. */
export type Verdict =
  | { readonly taken: true }
  | { readonly taken: false; readonly mayPass: boolean; readonly detail: string }

/** One provider of group chats: how it wants messages, and what its answers mean [NOT-1]. */
export type Provider = {
  /** The only hosts its webhooks are on; a leading dot stands for any name below. */
  readonly hosts: readonly string[]
  readonly request: (
    text: ChatText,
    webhook: Webhook,
    nowMs: number,
  ) => Promise<{ readonly url: string; readonly body: unknown }>
  readonly verdict: (status: number, body: string) => Verdict
}

export const TAKEN: Verdict = { taken: true }

const LONGEST_DETAIL = 200

export const refusedWith = (detail: string): Verdict => ({
  taken: false,
  mayPass: false,
  detail: detail.slice(0, LONGEST_DETAIL),
})

export const busyWith = (detail: string): Verdict => ({
  taken: false,
  mayPass: true,
  detail: detail.slice(0, LONGEST_DETAIL),
})

/** What HTTP itself says, whatever the provider; null when the answer has to be read. */
export const verdictOfStatus = (status: number, body: string): Verdict | null => {
  if (status === 429 || status >= 500) return busyWith(`${status} ${body}`)
  return status >= 200 && status < 300 ? null : refusedWith(`${status} ${body}`)
}

/** Providers answer 200 with a code of their own in the body: 0 is success, some of the others pass. */
export const verdictOfCode =
  (names: readonly string[], passing: readonly number[]) =>
  (status: number, body: string): Verdict => {
    const byStatus = verdictOfStatus(status, body)
    if (byStatus) return byStatus
    const answer = objectIn(body)
    const code = names.map((name) => answer[name]).find((value) => typeof value === 'number')
    if (code === 0) return TAKEN
    return typeof code === 'number' && !passing.includes(code) ? refusedWith(body) : busyWith(body)
  }

const objectIn = (body: string): Readonly<Record<string, unknown>> => {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}
