import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { S3Event } from 'aws-lambda'
import type { Files, Log } from '../shared/application/ports.ts'
import type { Shelf } from './shelf.ts'
import { WorkUnderWay } from './work-under-way.ts'

/** The mails taken in and not dealt with yet. */
export type IncomingMail = {
  /** When this returns the mail is kept for good; it is dealt with afterwards. */
  accept(raw: Uint8Array): Promise<void>
  /** Deals with what an earlier desk had accepted and not finished. */
  resume(): Promise<void>
  /** Returns when nothing accepted is waiting. */
  idle(): Promise<void>
}

const ATTEMPTS = 3
const AT_ONCE = 8

/** What S3 tells a function about a new object; keys are written as in a form. */
const objectCreated = (key: string, bytes: number): S3Event => ({
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'local',
      eventTime: new Date().toISOString(),
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'local' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': 'local', 'x-amz-id-2': 'local' },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'incoming-mail',
        bucket: { name: 'files', ownerIdentity: { principalId: 'local' }, arn: 'arn:aws:s3:::files' },
        object: {
          key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'),
          size: bytes,
          eTag: '',
          sequencer: '0',
        },
      },
    },
  ],
})

/**
 * Mail on its way from the SMTP server to the intake. A note beside each raw mail stays until the intake is done with
 * it, so that a desk that dies in between picks it up when it starts again (INT-2: never lost).
 */
export const incomingMail = (parts: {
  readonly files: Pick<Files, 'put' | 'get'>
  readonly notes: Shelf
  readonly handle: (event: S3Event) => Promise<unknown>
  readonly log: Log
}): IncomingMail => {
  const { files, notes, handle, log } = parts
  const underWay = new WorkUnderWay(AT_ONCE)

  /** As Lambda does with asynchronous events: again, a little later, then it waits for somebody to look. */
  const deal = async (key: string, bytes: number): Promise<void> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        await handle(objectCreated(key, bytes))
        await notes.remove(key)
        return
      } catch (error) {
        log.error('a mail could not be taken in', error, { key, attempt })
        await pause(attempt * 200)
      }
    }
  }

  return {
    accept: async (raw) => {
      const key = `incoming/${randomUUID()}`
      await files.put(key, raw, 'message/rfc822')
      await notes.put(key, new Uint8Array())
      underWay.start(() => deal(key, raw.byteLength))
    },
    resume: async () => {
      for (const key of await notes.names()) {
        const raw = await files.get(key)
        if (raw) underWay.start(() => deal(key, raw.byteLength))
      }
    },
    idle: () => underWay.idle(),
  }
}
