import type { Page } from 'playwright-core'
import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import { BrowserDesk, shown } from '../portal/browser-desk.ts'

/**
 * A queue of 10,000 tickets scrolled to its end, page by page: what the browser does for it. The rows are copies of the
 * demo's, handed out by the cursor in the desk's place; what the table does for a page is another matter.
 */

const ROWS = 10_000
/** As fast as a wheel that is spun. */
const FRAME_PIXELS = 400

type Listed = { readonly items: readonly TicketRow[]; readonly cursor: string | null }

type Scrolled = {
  readonly rows: number
  readonly frames: number
  readonly seconds: number
  readonly longTasksMs: readonly number[]
  readonly slowestFrameMs: number
  readonly mostRowsDrawn: number
}

/** The demo's rows over and over, each with a number and a title of its own. */
const numbered = (rows: readonly TicketRow[], from: number, count: number): readonly TicketRow[] =>
  Array.from({ length: count }, (_, offset) => {
    const index = from + offset
    const [first] = rows
    const row = rows[index % rows.length] ?? first
    return { ...row, number: `INC-2026-${String(index + 1).padStart(6, '0')}`, title: `${row?.title} (${index + 1})` }
  }) as readonly TicketRow[]

/** Answers for the desk, from the rows it has itself. */
const prolong = async (page: Page): Promise<void> => {
  await page.route(/\/api\/v1\/tickets\?/, async (route) => {
    const query = new URL(route.request().url()).searchParams
    const from = Number(query.get('cursor') ?? 0)
    const count = Math.min(Number(query.get('limit') ?? 50), ROWS - from)
    const response = await route.fetch({
      url: route
        .request()
        .url()
        .replace(/&cursor=\d+/, ''),
      headers: {
        ...route.request().headers(),
        'if-none-match': '',
      },
    })
    const { items } = (await response.json()) as Listed
    const json: Listed = {
      items: numbered(items, from, count),
      cursor: from + count < ROWS ? String(from + count) : null,
    }
    await route.fulfill({ response, json })
  })
}

/** Runs in the page: one step a frame, to the very end. */
const scrollToEnd = async (pixels: number): Promise<Scrolled> => {
  const longTasksMs: number[] = []
  const watching = new PerformanceObserver((list) =>
    longTasksMs.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
  )
  watching.observe({ type: 'longtask' })
  const table = document.querySelector('table.tickets')
  const known = (): number => Number(table?.getAttribute('aria-rowcount')) - 1
  const isAtEnd = (): boolean => known() > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2
  const startedAt = performance.now()
  let [last, frames, slowestFrameMs, mostRowsDrawn] = [startedAt, 0, 0, 0]
  while (!isAtEnd()) {
    scrollBy(0, pixels)
    const now = await new Promise<number>(requestAnimationFrame)
    slowestFrameMs = Math.max(slowestFrameMs, Math.round(now - last))
    mostRowsDrawn = Math.max(mostRowsDrawn, table?.querySelectorAll('tbody tr').length ?? 0)
    last = now
    frames += 1
  }
  watching.disconnect()
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  return { rows: known(), frames, seconds, longTasksMs, slowestFrameMs, mostRowsDrawn }
}

const METRICS = ['ProcessTime', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'] as const

/** Returns what tells how much the page has used since, in milliseconds. */
const processorMs = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const read = async () => new Map((await session.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]))
  const before = await read()
  return async (): Promise<Readonly<Record<string, number>>> => {
    const after = await read()
    return Object.fromEntries(METRICS.map((name) => [name, ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000]))
  }
}

const desk = new BrowserDesk()
await desk.start()
try {
  const page = await desk.window('agent')
  await prolong(page)
  await page.goto(`${desk.url}/queues/workplace`)
  await shown(page, /./)
  await page.locator('.tickets tbody tr').first().waitFor()
  const processor = await processorMs(page)
  const { longTasksMs, ...rest } = await page.evaluate(scrollToEnd, FRAME_PIXELS)
  const used = await processor()
  console.table([{ ...rest, 'long tasks (> 50 ms)': longTasksMs.length, 'longest, ms': Math.max(0, ...longTasksMs) }])
  console.info('Processor time of the page, ms a frame (busy neighbours lengthen tasks, but not this):')
  console.table([Object.fromEntries(Object.entries(used).map(([what, ms]) => [what, (ms / rest.frames).toFixed(1)]))])
} finally {
  await desk.stop()
}
