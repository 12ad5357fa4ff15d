import { OPEN_TICKETS, ticketKey } from '../../shared/application/ticket-record.ts'
import { type ManyTickets, withManyTickets } from '../support/many-tickets.ts'
import { FULL, quantile } from '../support/measured-desk.ts'

/**
 * What a list, a queue and a ticket cost the larger the desk is (DESIGN §9: p95 at a million tickets at most 1.2 times that at
 * a thousand). `--full` up to 100,000, `--million` up to a million, which takes DynamoDB Local hours to fill.
 */

const SIZES = [1_000, 10_000, ...(FULL ? [100_000] : []), ...(process.argv.includes('--million') ? [1_000_000] : [])]
const SAMPLES = FULL ? 200 : 60
const PAGE = 50
/** The first answers are those of a compiler at work. */
const WARM_UP = 30

const timed = async (ask: () => Promise<unknown>): Promise<readonly number[]> => {
  const samples: number[] = []
  for (let index = 0; index < SAMPLES; index += 1) {
    const startedAt = performance.now()
    await ask()
    samples.push(performance.now() - startedAt)
  }
  return samples
}

/** What there is to ask; the page in the middle is where a cursor leads that somebody has followed for long. */
const questions = async ({ desk, number }: ManyTickets) => {
  const { store } = desk.deps
  const { group } = await desk.ticket(number)
  const list = async (name: 'queue' | 'open', key: string, cursor?: string) => {
    const page = await store.list(name, key, { limit: PAGE, ...(cursor && { cursor }) })
    if (page.items.length < PAGE) throw new Error(`${name} ${key} has no full page`)
    return page
  }
  const queue = (cursor?: string) => list('queue', group, cursor)
  let cursor = (await queue()).cursor ?? undefined
  for (let page = 1; page < 10 && cursor; page += 1) cursor = (await queue(cursor)).cursor ?? undefined
  return {
    'queue, first page': () => queue(),
    'queue, 11th page': () => queue(cursor),
    'all that is open': () => list('open', OPEN_TICKETS),
    'a ticket with its history': () => store.loadWithHistory(ticketKey(number), { limit: PAGE }),
  }
}

await withManyTickets(async (tickets) => {
  const rows: Record<string, number | string>[] = []
  for (const size of SIZES) {
    await tickets.growTo(size)
    for (const [what, ask] of Object.entries(await questions(tickets))) {
      for (let round = 0; round < WARM_UP; round += 1) await ask()
      const samples = await timed(ask)
      const round = (ms: number) => Math.round(ms * 10) / 10
      rows.push({
        what,
        tickets: size,
        'p50, ms': round(quantile(samples, 0.5)),
        'p95, ms': round(quantile(samples, 0.95)),
      })
    }
  }
  const smallest = (what: unknown) => Number(rows.find((row) => row['what'] === what)?.['p50, ms'])
  console.table(
    rows
      .toSorted((a, b) => String(a['what']).localeCompare(String(b['what'])))
      .map((row) => ({ ...row, 'p50 to that at 1,000': (Number(row['p50, ms']) / smallest(row['what'])).toFixed(2) })),
  )
})
