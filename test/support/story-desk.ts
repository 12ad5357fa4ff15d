import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type RunningDesk, startDesk } from '../../local/start-desk.ts'
import type { Clock, Mailer } from '../../shared/application/ports.ts'
import { DeskDriver } from './desk.ts'
import { freePort } from './dynamodb-on-demand.ts'
import { storyWatch } from './story-watch.ts'

/** A Monday, 09:00 in Shanghai and 02:00 in Berlin: the China office has just opened. */
export const MONDAY_9_SHANGHAI = '2026-03-02T01:00:00.000Z'

type Unusual = {
  readonly mailer?: (mailbox: Mailer, clock: Clock) => Mailer
  /** What the desk may complain of in this story. */
  readonly complains?: RegExp
}

/**
 * One desk for all stories of a file: in memory, with the demo's people and settings but no tickets. A story fails when
 * the desk sends a mail it did not expect, or reports an error.
 */
export const storyDesk = (startsAt: string = MONDAY_9_SHANGHAI, { mailer, complains }: Unusual = {}): DeskDriver => {
  const errors: string[] = []
  const log = {
    info: () => undefined,
    error: (message: string, error: unknown) => void errors.push(`${message}: ${error}`),
  }
  let running: RunningDesk | null = null
  const desk = new DeskDriver()
  beforeAll(async () => {
    const dynamodbPort = await freePort()
    running = await startDesk({
      port: 0,
      smtpPort: 0,
      dynamodbPort,
      dataFolder: null,
      startsAt,
      watch: storyWatch(),
      withTickets: false,
      ...(mailer && { mailer }),
      log,
    })
    desk.connect({ url: running.url, smtpPort: running.smtpPort, address: running.identity.address })
  })
  afterEach(async () => {
    await desk.letterbox.expectNothingElse()
    expect(errors.splice(0).filter((error) => !complains?.test(error))).toEqual([])
  })
  afterAll(() => running?.stop())
  return desk
}
