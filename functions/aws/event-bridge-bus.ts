import type { EventBus } from '../../shared/application/ports.ts'
import { msOf } from '../../shared/domain/instant.ts'
import type { RecordedEvent } from '../../shared/domain/record.ts'
import { env } from './env.ts'
import { type BusEntry, eventBridge } from './put-events.ts'

/** What EventBridge takes in one request. */
const MOST_ENTRIES = 10
const MOST_BYTES = 256 * 1024

/** Each event as `firstline` / `<kind>.<type>`; told again when in doubt, so a listener goes by `detail.id`. */
export const eventBridgeBus = (): EventBus => {
  const putEvents = eventBridge()
  const busName = env('BUS_NAME')
  return {
    publish: async (events) => {
      for (const entries of requestsOf(events.map((event) => entryOf(event, busName)))) {
        await putEvents(entries)
      }
    },
  }
}

const entryOf = (event: RecordedEvent, busName: string): BusEntry => {
  const whole = {
    EventBusName: busName,
    Source: 'firstline',
    DetailType: `${event.record.kind}.${event.event.type}`,
    Time: msOf(event.at) / 1000,
    Detail: JSON.stringify(event),
  }
  return bytesOf(whole) <= MOST_BYTES ? whole : { ...whole, Detail: JSON.stringify(shortened(event)) }
}

/** Which event it was; who wants the rest asks the API. */
const shortened = ({ id, record, version, index, at, actor, event: { type } }: RecordedEvent) => ({
  ...{ id, record, version, index, at, actor },
  event: { type },
  shortened: true,
})

/** As few requests as the limits allow, in order. */
const requestsOf = (entries: readonly BusEntry[]): readonly BusEntry[][] => {
  const requests: BusEntry[][] = []
  let bytes = 0
  for (const entry of entries) {
    const last = requests.at(-1)
    bytes += bytesOf(entry)
    if (last && last.length < MOST_ENTRIES && bytes <= MOST_BYTES) {
      last.push(entry)
    } else {
      requests.push([entry])
      bytes = bytesOf(entry)
    }
  }
  return requests
}

/** How EventBridge counts: 14 bytes for the time, the rest as UTF-8. */
const bytesOf = ({ Source: source, DetailType: type, Detail: detail }: BusEntry): number =>
  14 + [source, type, detail].reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0)
