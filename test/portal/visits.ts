import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import type { Part } from '../support/desk.ts'

/** Somebody looks at a page; with `act` the form of that act lies over it. */
export type Visit = {
  /** As portal/place/places.ts has it; null for what is shown in front of every page. */
  readonly place: string | null
  /** Also the name of its picture. */
  readonly name: string
  readonly path: string
  readonly as: Part | null
}

/** By the desk's calendar, which numbers its tickets and counts its months. */
const TODAY = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
/** A demo ticket; which one is what stands in local/demo/tickets.ts. */
export const demoTicket = (index: number): string => `INC-${TODAY.slice(0, 4)}-${String(index).padStart(6, '0')}`

const THIS_MONTH = TODAY.slice(0, 7)

const of = (as: Part | null, place: string | null, name: string, path = place ?? '/'): Visit => ({
  place,
  name,
  path,
  as,
})

const setUp = (name: string): Visit => of('administrator', `/admin/${name}`, `set-up-${name}`)
const edit = (name: string, id: string): Visit =>
  of('administrator', '/admin/:collection/:id', `edit-${name}`, `/admin/${name}/${id}`)

/**
 * Every page of the portal, with whoever it is for. Whoever adds a place adds a line here: it is then looked at by axe in
 * both themes and on a phone, and has its pictures taken.
 */
export const VISITS: readonly Visit[] = [
  of(null, null, 'sign-in'),
  of('agent', '/intake', 'intake'),
  of('agent', '/record', 'record'),
  of('agent', '/calls', 'calls'),
  of('agent', '/unreached', 'unreached'),
  of('agent', '/priority-changes', 'priority-changes'),
  of('agent', '/registrations', 'registrations'),
  of('agent', '/register-afterwards', 'register-afterwards'),
  of('project manager', '/insisted', 'insisted'),
  of('agent', '/to-close', 'to-close'),
  of('agent', '/queues/:group', 'queue', '/queues/workplace'),
  of('agent', null, 'nothing-there', '/nowhere'),
  of('lead', '/work', 'work'),
  of('lead', '/tickets/:number', 'ticket', `/tickets/${demoTicket(2)}`),
  of('lead', '/tickets/:number', 'ticket-unknown', `/tickets/${demoTicket(999_999)}`),
  of('lead', '/tickets/:number/report', 'no-major-report', `/tickets/${demoTicket(2)}/report`),
  of('management', '/dashboard', 'dashboard'),
  of('desk manager', '/rating-reviews', 'rating-reviews'),
  of('management', '/reports', 'reports'),
  of('desk manager', '/reports/:month', 'report-of-a-month', `/reports/${THIS_MONTH}`),
  of(
    'management',
    '/reports/:month/figures/:id',
    'behind-a-figure',
    `/reports/${THIS_MONTH}/figures/responded-in-time?part=rest`,
  ),
  of('incident manager', '/improvement', 'improvement'),
  of('incident manager', '/improvement/:number', 'measure-unknown', '/improvement/SIP-2026-000099'),
  of('agent', '/on-call', 'on-call'),
  of('management', '/tickets', 'tickets', '/tickets?view=open&priority=3'),
  ...['people', 'groups', 'categories', 'services', 'items', 'departments'].map(setUp),
  ...[
    'priorities',
    'promises',
    'escalation',
    'rules',
    'calendars',
    'rotas',
    'chat-channels',
    'codes',
    'report-recipients',
    'refusals',
  ].map(setUp),
  edit('people', 'anna'),
  edit('people', 'new'),
  edit('groups', 'workplace'),
  edit('categories', 'printing'),
  edit('services', 'email'),
  edit('items', 'printer-3'),
  edit('departments', 'finance'),
  edit('calendars', 'cn-office'),
  edit('rotas', 'desk-shifts'),
  edit('rotas', 'new'),
  edit('chat-channels', 'wecom'),
  of('lead', '/my-notices', 'my-notices'),
  of('requester', '/my-notices', 'my-notices-requester'),
  of('requester', '/requests', 'requests'),
  of('requester', '/report', 'report'),
  of('requester', '/report', 'request-service', '/report?kind=service-request'),
  of('requester', '/tickets/:number', 'own-ticket', `/tickets/${demoTicket(1)}`),
]

/** As somebody who clicks a link does: nothing is loaded anew, and the heading of the page before is gone afterwards. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  const isElsewhere = new URL(path, page.url()).pathname !== new URL(page.url()).pathname
  const before = await page.locator('main h1').elementHandle()
  await page.evaluate((href) => {
    const link = document.createElement('a')
    link.href = href
    document.body.append(link)
    link.click()
    link.remove()
  }, path)
  if (isElsewhere) await page.waitForFunction((heading) => heading?.isConnected !== true, before)
}

/** The paths of portal/place/places.ts, read where the portal runs: that file needs a browser. */
export const pathsOfPlaces = async (page: Page): Promise<readonly string[]> => {
  const { outputFiles } = await build({
    absWorkingDir: join(import.meta.dirname, '../..'),
    entryPoints: ['portal/place/places.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'onlyToRead',
    external: ['*.tsx'],
  })
  const [file] = outputFiles
  return page.evaluate(`${file?.text}; onlyToRead.PLACES.map(({ path }) => path)`)
}
