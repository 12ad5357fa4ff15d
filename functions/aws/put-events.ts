import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'

/** EventBridge answers 200 also when it took only some of them. @throws Error unless it took all */
export const putEvents = async (
  eventBridge: EventBridgeClient,
  entries: readonly PutEventsRequestEntry[],
): Promise<void> => {
  const { FailedEntryCount: failed = 0, Entries: results = [] } = await eventBridge.send(
    new PutEventsCommand({ Entries: [...entries] }),
  )
  if (failed === 0) return
  const code = results.find((result) => result.ErrorCode)?.ErrorCode
  throw new Error(`EventBridge took ${entries.length - failed} of ${entries.length} events: ${code}`)
}
