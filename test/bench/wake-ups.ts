import { sweep } from '../../shared/application/sweep.ts'
import { plus } from '../../shared/domain/instant.ts'
import { withManyTickets } from '../support/many-tickets.ts'
import { FULL } from '../support/measured-desk.ts'

/** How many wake-ups a second one process works off among many open tickets, all of them due at the same moment (SLA-6). */

const TICKETS = FULL ? 100_000 : 5_000
const WOKEN = FULL ? 2_000 : 400

await withManyTickets(async ({ desk, growTo }) => {
  await growTo(TICKETS)
  desk.moveTo(plus(desk.now(), 45 * 60_000))
  let woken = 0
  const before = process.cpuUsage()
  const startedAt = performance.now()
  while (woken < WOKEN) woken += await sweep(desk.deps)
  const seconds = (performance.now() - startedAt) / 1_000
  const used = process.cpuUsage(before)
  if (desk.errors.length > 0) throw new Error(`${desk.errors.length} could not be woken: ${desk.errors[0]}`)
  console.table([
    {
      'open tickets': TICKETS,
      woken,
      'wake-ups a second': Math.round(woken / seconds),
      'processor ms each': Math.round(((used.user + used.system) / 1_000 / woken) * 10) / 10,
    },
  ])
})
