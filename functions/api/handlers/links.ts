import type { Deps } from '../../../shared/application/deps.ts'
import { type OpenedLink, openLink } from '../../../shared/application/links.ts'
import type { HistoryLine, Page, Stored } from '../../../shared/application/ports.ts'
import { ticketKey } from '../../../shared/application/ticket-record.ts'
import type { ResponseOf } from '../../../shared/contract/endpoint.ts'
import type { linkEndpoints } from '../../../shared/contract/link-endpoints.ts'
import { DomainError, refuse } from '../../../shared/domain/refusal.ts'
import { type Desk, zoneOf } from '../../../shared/domain/setting/desk.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { wantsPage } from '../api-event.ts'
import { pageHeadersWithScript } from '../page/page-headers.ts'
import type { LinkActName } from '../page/page-texts.ts'
import { ticketPage } from '../page/ticket-page.ts'
import type { Handler } from '../route.ts'
import { requesterView } from '../views/ticket-view.ts'
import { publicEntries } from '../views/timeline-view.ts'
import { actOnLink, type Said } from './link-act.ts'
import { lookingAt } from './ticket-reply.ts'

type Links = typeof linkEndpoints
type Opened = ResponseOf<Links['openLink']>

const LINES_READ = 100

type Seen = { readonly record: Stored<Ticket>; readonly history: Page<HistoryLine>; readonly desk: Desk }

const see = async (deps: Deps, { number }: OpenedLink): Promise<Seen> => {
  const { record, history } = await deps.store.loadWithHistory<Ticket>(ticketKey(number), { limit: LINES_READ })
  if (!record) return refuse('not-found', 'unknown-ticket', 'The ticket of this link is not there any more.')
  return { record, history, desk: await deps.settings.desk() }
}

const openedBy = async (deps: Deps, { actor }: OpenedLink, { record, history, desk }: Seen): Promise<Opened> => {
  const context = await lookingAt(deps, record.state, actor)
  return {
    ticket: requesterView(record.state, record.version, context),
    timeline: publicEntries(history.items, record.state, desk),
  }
}

const pageFor = async (deps: Deps, link: OpenedLink, token: string, done: LinkActName | undefined): Promise<string> => {
  const seen = await see(deps, link)
  return ticketPage({
    ...(await openedBy(deps, link, seen)),
    hasEarlier: seen.history.cursor !== null,
    language: seen.record.state.requester.language,
    timeZone: zoneOf(seen.desk),
    deskName: deps.identity.name,
    sending: { action: pathOf(token), key: deps.newId() },
    done,
  })
}

const pathOf = (token: string): string => `/api/v1/links/${token}`

/** INT-10: reads only, since mail scanners follow links too. */
const open: Handler<Links['openLink']> = async ({ deps, params: { token }, query, event }) => {
  const link = await openLink(deps, token)
  if (!wantsPage(event)) return { body: await openedBy(deps, link, await see(deps, link)) }
  return {
    status: 200,
    headers: pageHeadersWithScript(await deps.files.uploadsAt()),
    content: await pageFor(deps, link, token, query.done),
  }
}

/** Whether the history says it has been done already: confirmed, or rejected with these very words. */
const isDone = (said: Said, { timeline }: Opened): boolean => {
  const last = timeline.find(({ type }) => type === 'confirmed' || type === 'rejected')
  if (said.act === 'reject') return last?.type === 'rejected' && last.text === said.reason
  return said.act === 'confirm' && last?.type === 'confirmed'
}

/** CLO-2: by POST only. What has been done already is not refused, so that a double click sees no error. */
const act: Handler<Links['actOnLink']> = async ({ deps, params: { token }, body, idempotency, event }) => {
  const link = await openLink(deps, token)
  try {
    await actOnLink(deps, link, body, idempotency)
  } catch (error) {
    const moved = error instanceof DomainError && error.problem === 'illegal-move'
    if (!moved || !isDone(body, await openedBy(deps, link, await see(deps, link)))) throw error
  }
  if (!wantsPage(event)) return { body: await openedBy(deps, link, await see(deps, link)) }
  return { status: 303, headers: { Location: `${pathOf(token)}?done=${body.act}` }, content: '' }
}

export const linkHandlers: { readonly [Operation in keyof Links]: Handler<Links[Operation]> } = {
  openLink: open,
  actOnLink: act,
}
