import type { ComponentType } from 'preact'
import type { Listed } from '../admin/columns.ts'
import type { SinglePart } from '../admin/single-page.tsx'
import { hasRole, isStaff, me } from '../session/session.ts'
import { groups } from '../settings/catalogue.ts'
import { named, type Texts } from '../texts/texts.ts'

export type Params = Readonly<Record<string, string>>
type Page = ComponentType<{ readonly params: Params }>

export type Place = {
  /** `:name` matches one segment. */
  readonly path: string
  /** The page is loaded when somebody first goes there. */
  readonly load: () => Promise<Page>
  readonly title: (t: Texts) => string
  /** Whose page it is; the API decides for itself what they may see there. */
  readonly isFor: () => boolean
  /** In the navigation, below one of its headings. */
  readonly inNavigation?: 'desk' | 'mine' | 'manage' | 'set-up' | 'for-myself'
}

const isDesk = () => hasRole('desk', 'desk-manager')
const worksOnTickets = () => hasRole('desk', 'engineer')

const readsReports = () => hasRole('desk-manager', 'incident-manager', 'management')
const loadMonth = async () => (await import('../reports/month-page.tsx')).MonthPage

const isAdministrator = () => hasRole('administrator')

const setUp = (name: keyof Texts['pages']['admin'], load: Place['load']): Place => ({
  path: `/admin/${name}`,
  load,
  title: (t) => t.pages.admin[name],
  isFor: isAdministrator,
  inNavigation: 'set-up',
})

const listOf = (name: Listed): Place =>
  setUp(name, async () => (await import('../admin/collection-page.tsx')).collectionPage(name))

const partOf = (name: SinglePart): Place =>
  setUp(name, async () => (await import('../admin/single-page.tsx')).singlePage(name))

/** Every page of the portal. A new one is one entry here (portal/README.md); order is that of the navigation. */
export const PLACES: readonly Place[] = [
  {
    path: '/intake',
    load: async () => (await import('../queue/intake-page.tsx')).IntakePage,
    title: (t) => t.queue.intake,
    isFor: isDesk,
    inNavigation: 'desk',
  },
  {
    path: '/work',
    load: async () => (await import('../queue/work-page.tsx')).WorkPage,
    title: (t) => t.queue.myWork,
    isFor: worksOnTickets,
    inNavigation: 'mine',
  },
  {
    path: '/record',
    load: async () => (await import('../record/record-page.tsx')).RecordPage,
    title: (t) => t.record.title,
    isFor: () => hasRole('desk'),
    inNavigation: 'desk',
  },
  {
    path: '/calls',
    load: async () => (await import('../calls/call-tasks-page.tsx')).CallTasksPage,
    title: (t) => t.calls.title,
    isFor: isDesk,
    inNavigation: 'desk',
  },
  {
    path: '/unreached',
    load: async () => (await import('../unreached/unreached-page.tsx')).UnreachedPage,
    title: (t) => t.pages.unreached,
    isFor: () => hasRole('desk', 'desk-manager', 'incident-manager'),
    inNavigation: 'desk',
  },
  {
    path: '/priority-changes',
    load: async () => (await import('../queue/priority-changes-page.tsx')).PriorityChangesPage,
    title: (t) => t.queue.priorityChanges,
    isFor: isDesk,
    inNavigation: 'desk',
  },
  {
    path: '/registrations',
    load: async () => (await import('../queue/registrations-page.tsx')).RegistrationsPage,
    title: (t) => t.queue.registrations,
    isFor: () => hasRole('desk', 'desk-manager', 'incident-manager'),
    inNavigation: 'desk',
  },
  {
    path: '/register-afterwards',
    load: async () => (await import('../record/register-page.tsx')).RegisterPage,
    title: (t) => t.record.registerTitle,
    isFor: () => hasRole('desk'),
  },
  {
    path: '/insisted',
    load: async () => (await import('../queue/insisted-page.tsx')).InsistedPage,
    title: (t) => t.queue.insisted,
    isFor: () => hasRole('project-manager'),
    inNavigation: 'mine',
  },
  {
    path: '/to-close',
    load: async () => (await import('../queue/to-close-page.tsx')).ToClosePage,
    title: (t) => t.queue.toClose,
    isFor: isDesk,
    inNavigation: 'desk',
  },
  {
    path: '/rating-reviews',
    load: async () => (await import('../queue/rating-reviews-page.tsx')).RatingReviewsPage,
    title: (t) => t.queue.ratingReviews,
    isFor: () => hasRole('desk-manager'),
    inNavigation: 'desk',
  },
  {
    path: '/queues/:group',
    load: async () => (await import('../queue/queue-page.tsx')).QueuePage,
    title: (t) => t.queue.queues,
    isFor: () => isStaff.value,
  },
  {
    path: '/tickets/:number',
    load: async () => (await import('../ticket/ticket-page.tsx')).TicketPage,
    title: () => '',
    isFor: () => true,
  },
  {
    path: '/tickets/:number/report',
    load: async () => (await import('../major-incident/report-page.tsx')).ReportPage,
    title: (t) => t.major.report,
    isFor: () => isStaff.value,
  },
  {
    path: '/dashboard',
    load: async () => (await import('../manager/dashboard-page.tsx')).DashboardPage,
    title: (t) => t.pages.dashboard,
    isFor: () => isStaff.value,
    inNavigation: 'manage',
  },
  {
    path: '/reports',
    load: loadMonth,
    title: (t) => t.pages.reports,
    isFor: readsReports,
    inNavigation: 'manage',
  },
  {
    path: '/reports/:month',
    load: loadMonth,
    title: (t) => t.pages.reports,
    isFor: readsReports,
  },
  {
    path: '/reports/:month/figures/:id',
    load: async () => (await import('../reports/behind-page.tsx')).BehindPage,
    title: () => '',
    isFor: readsReports,
  },
  {
    path: '/improvement',
    load: async () => (await import('../improvement/plan-page.tsx')).PlanPage,
    title: (t) => t.pages.improvement,
    isFor: () => isStaff.value,
    inNavigation: 'manage',
  },
  {
    path: '/improvement/:number',
    load: async () => (await import('../improvement/measure-page.tsx')).MeasurePage,
    title: (t) => t.pages.improvement,
    isFor: () => isStaff.value,
  },
  {
    path: '/on-call',
    load: async () => (await import('../on-call/on-call-page.tsx')).OnCallPage,
    title: (t) => t.pages.onCall,
    isFor: () => isStaff.value,
    inNavigation: 'manage',
  },
  {
    path: '/tickets',
    load: async () => (await import('../manager/tickets-page.tsx')).TicketsPage,
    title: () => '',
    isFor: () => isStaff.value,
  },
  listOf('people'),
  listOf('groups'),
  listOf('categories'),
  listOf('services'),
  listOf('items'),
  listOf('departments'),
  partOf('priorities'),
  partOf('promises'),
  partOf('escalation'),
  partOf('rules'),
  listOf('calendars'),
  listOf('rotas'),
  listOf('chat-channels'),
  partOf('codes'),
  partOf('report-recipients'),
  setUp('refusals', async () => (await import('../admin/refusals-page.tsx')).RefusalsPage),
  {
    path: '/admin/:collection/:id',
    load: async () => (await import('../admin/document-page.tsx')).DocumentPage,
    title: () => '',
    isFor: isAdministrator,
  },
  {
    path: '/my-notices',
    load: async () => (await import('../ways/my-notices-page.tsx')).MyNoticesPage,
    title: (t) => t.pages.myNotices,
    isFor: () => true,
  },
  {
    path: '/requests',
    load: async () => (await import('../requester/requests-page.tsx')).RequestsPage,
    title: (t) => t.pages.myRequests,
    isFor: () => true,
    inNavigation: 'for-myself',
  },
  {
    path: '/report',
    load: async () => (await import('../requester/report-page.tsx')).ReportPage,
    title: (t) => t.pages.report,
    isFor: () => true,
    inNavigation: 'for-myself',
  },
]

type NavigationLink = { readonly href: string; readonly label: string }

/** The groups whose queues somebody looks at: their own, and all of them for whoever dispatches or manages. */
export const queueLinks = (): readonly NavigationLink[] => {
  const seesAll = hasRole('desk', 'desk-manager', 'incident-manager', 'management', 'service-owner')
  return groups.value
    .filter(({ line }) => line !== 'desk' || !isDesk()) // that one is the intake
    .filter(({ id }) => seesAll || me.value?.groups.includes(id))
    .map(({ id, name }) => ({ href: `/queues/${encodeURIComponent(id)}`, label: named(name) }))
}

const matched = (pattern: string, path: string): Params | null => {
  const [wanted, given] = [pattern.split('/'), path.replace(/(.)\/$/, '$1').split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return null
  }
  return params
}

export const placeAt = (path: string): { readonly place: Place; readonly params: Params } | null => {
  for (const place of PLACES) {
    const params = matched(place.path, path)
    if (params) return { place, params }
  }
  return null
}

/** Where somebody begins: the first page of the navigation that is theirs, else the first queue. */
export const startPlace = (): string | null =>
  PLACES.find(({ inNavigation, isFor }) => inNavigation && isFor())?.path ?? queueLinks()[0]?.href ?? null
