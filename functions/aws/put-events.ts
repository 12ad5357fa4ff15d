import { awsHttp } from './aws-http.ts'

/** One entry as EventBridge wants it; `Time` in seconds since 1970. */
export type BusEntry = {
  readonly EventBusName: string
  readonly Source: string
  readonly DetailType: string
  readonly Detail: string
  readonly Time?: number
}

type Answer = {
  readonly __type?: string
  readonly FailedEntryCount?: number
  readonly Entries?: readonly { readonly ErrorCode?: string }[]
}

/** Puts entries on a bus; EventBridge answers 200 also when it took only some of them. @throws Error unless it took all */
export type PutEvents = (entries: readonly BusEntry[]) => Promise<void>

export const eventBridge = (): PutEvents => {
  const { client, base } = awsHttp('events')
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' }
  return async (entries) => {
    const body = JSON.stringify({ Entries: entries })
    const response = await client.fetch(`${base}/`, { method: 'POST', headers, body })
    const { __type: problem, FailedEntryCount: failed = 0, Entries: results = [] } = (await response.json()) as Answer
    if (!response.ok) throw new Error(`EventBridge answered ${response.status} ${problem ?? ''}`.trim())
    if (failed === 0) return
    const code = results.find((result) => result.ErrorCode)?.ErrorCode
    throw new Error(`EventBridge took ${entries.length - failed} of ${entries.length} events: ${code}`)
  }
}
