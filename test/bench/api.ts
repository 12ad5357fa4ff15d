import type { Colleague } from '../support/colleague.ts'
import type { DeskDriver } from '../support/desk.ts'
import { FULL, onRunningDesk, quantile } from '../support/measured-desk.ts'

/**
 * What the API answers a second, and how fast, to 1, 8 and 32 people at once, who read tickets and lists and write every
 * fifth time; on the local desk, which shares its processor with the database and with what follows from each act.
 */

const CLIENTS = [1, 8, 32]
const REQUESTS = FULL ? 2_000 : 300

const opened = async (requester: Colleague): Promise<string> =>
  (await requester.open({ title: 'Measured', description: 'Measured', service: 'workplace' })).number

const acts = (agent: Colleague, number: string): readonly (readonly [what: string, act: () => Promise<unknown>])[] => [
  ['read a ticket', () => agent.read(number)],
  ['read its timeline', () => agent.timeline(number)],
  ['read a queue', () => agent.queue('workplace')],
  ['read the dashboard', () => agent.asks('/dashboard')],
  ['write a comment', () => agent.comments(number, 'Still measured', crypto.randomUUID())],
]

type Sample = { readonly what: string; readonly ms: number }
type Measured = { readonly samples: readonly Sample[]; readonly seconds: number; readonly processorMs: number }

/** Each client one act after the other, on a ticket of its own. */
const measured = async (desk: DeskDriver, clients: number): Promise<Measured> => {
  const [agent, requester] = [await desk.as('agent'), await desk.as('requester')]
  const numbers: string[] = []
  for (let index = 0; index < clients; index += 1) numbers.push(await opened(requester))
  await desk.settled()
  const samples: Sample[] = []
  const work = async (number: string): Promise<void> => {
    const all = acts(agent, number)
    for (let index = 0; index < REQUESTS / clients; index += 1) {
      const [what, act] = all[index % all.length] ?? ['', async () => undefined]
      const startedAt = performance.now()
      await act()
      samples.push({ what, ms: performance.now() - startedAt })
    }
  }
  const before = process.cpuUsage()
  const startedAt = performance.now()
  await Promise.all(numbers.map(work))
  const seconds = (performance.now() - startedAt) / 1_000
  const { user, system } = process.cpuUsage(before)
  return { samples, seconds, processorMs: (user + system) / 1_000 / samples.length }
}

await onRunningDesk(async (desk) => {
  await measured(desk, 4)
  for (const clients of CLIENTS) {
    const { samples, seconds, processorMs } = await measured(desk, clients)
    const perSecond = Math.round(samples.length / seconds)
    console.info(`${clients} at once: ${perSecond} requests a second, ${processorMs.toFixed(1)} ms of processor each`)
    const byAct = Object.groupBy(samples, ({ what }) => what)
    console.table(
      Object.entries(byAct).map(([what, of = []]) => {
        const ms = of.map((each) => each.ms)
        return { what, 'p50, ms': Math.round(quantile(ms, 0.5)), 'p95, ms': Math.round(quantile(ms, 0.95)) }
      }),
    )
  }
})
