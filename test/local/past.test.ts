import { expect, test } from 'vitest'
import { startDesk } from '../../local/start-desk.ts'
import { DeskDriver } from '../support/desk.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'

/** It starts a database and two months of work; on a busy machine that takes a while. */
const STARTS_WITHIN_MS = 240_000

type Report = {
  readonly edition: number
  readonly history: { readonly lastMonth: boolean }
  readonly figures: readonly { readonly id: string; readonly value: number | null }[]
  readonly measures: readonly { readonly overdue: boolean }[]
}

test(
  'a new demo desk has a report of last month to look at, and tells nobody of what is long over [REP-3]',
  async () => {
    const failures: string[] = []
    const log = { info: () => undefined, error: (message: string) => void failures.push(message) }
    const dynamodbPort = await freePort()
    const options = { port: 0, smtpPort: 0, dynamodbPort, dataFolder: null, log }
    const desk = await startDesk({
      ...options,
      startsAt: '2026-01-14T02:00:00.000Z',
      withPast: true,
      withTickets: false,
    })
    try {
      const driver = new DeskDriver({ url: desk.url, smtpPort: desk.smtpPort, address: desk.identity.address })
      await driver.fastForward({ minutes: 1 })
      const { access_token: token } = await driver.post<{ access_token: string }>('/local/token', { person: 'diana' })
      const answer = await fetch(`${desk.url}/api/v1/reports/2025-12`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const report = (await answer.json()) as Report
      const value = (id: string) => report.figures.find((each) => each.id === id)?.value
      expect(report).toMatchObject({ edition: 1, history: { lastMonth: true } })
      expect([value('tickets'), value('backlog'), value('restoration-running')]).toEqual([20, 0, 0])
      expect(value('bad-rating-reviews-open')).toBeLessThan(value('bad-ratings') ?? 0)
      expect(report.measures.map(({ overdue }) => overdue).toSorted()).toEqual([false, true])
      const mails = (await driver.mailbox()).map(({ to, subject }) => `${to.split('@')[0]} ${subject}`).toSorted()
      expect(mails).toEqual([
        ...['diana', 'ivan'].map((who) => `${who} Firstline – Service desk report for December 2025`),
        expect.stringMatching(/^leo SIP-2025-000001 is overdue/),
        'martin Firstline – Service desk report for December 2025',
      ])
      expect(failures).toEqual([])
    } finally {
      await desk.stop()
    }
  },
  STARTS_WITHIN_MS,
)
