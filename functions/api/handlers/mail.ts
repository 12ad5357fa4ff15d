import { addressKey, addressRecord, SUPPRESSED_ADDRESSES } from '../../../shared/application/address-record.ts'
import { executeOn } from '../../../shared/application/execute.ts'
import { type Kept, keptKey, keptListKey } from '../../../shared/application/kept-mail.ts'
import type { mailEndpoints } from '../../../shared/contract/mail-endpoints.ts'
import type { Address } from '../../../shared/domain/address/address.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { RawReply } from '../reply.ts'
import type { Handler } from '../route.ts'
import { download } from './download.ts'

type Mails = typeof mailEndpoints

const addressView = ({ address, suppressed, releasedAt }: Address, version: number) => ({
  address,
  suppressed,
  releasedAt,
  version,
})

const listAddresses: Handler<Mails['listAddresses']> = async ({ deps, query: { cursor, limit } }) => {
  const page = await deps.store.list<Address>('kind', SUPPRESSED_ADDRESSES, { cursor, limit, order: 'descending' })
  return {
    body: { items: page.items.map(({ summary, version }) => addressView(summary, version)), cursor: page.cursor },
  }
}

const releaseAddress: Handler<Mails['releaseAddress']> = async ({ deps, params, body, caller, idempotency }) => {
  const command = { type: 'release' as const, reason: body.reason }
  const key = addressKey(params.address)
  const { state, version } = await executeOn(deps, addressRecord, key, command, caller.actor, { idempotency })
  return { body: addressView(state, version), version }
}

/** Ids of kept mails hold the path of a file; a slash in a URL would be another path. */
const toPath = (id: string): string => Buffer.from(id).toString('base64url')
const fromPath = (part: string): string => Buffer.from(part, 'base64url').toString()

const keptView = ({ id, outcome, reason, from, subject, receivedAt }: Kept) => ({
  id: toPath(id),
  outcome,
  reason,
  from,
  subject,
  receivedAt,
})

const listMails: Handler<Mails['listMails']> = async ({ deps, query: { outcome, cursor, limit } }) => {
  const page = await deps.store.list<Kept>('kind', keptListKey(outcome), { cursor, limit, order: 'descending' })
  return { body: { items: page.items.map(({ summary }) => keptView(summary)), cursor: page.cursor } }
}

const asEvent = (body: string): RawReply => ({
  status: 200,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="event.json"',
  },
  content: body,
})

const getKeptMail: Handler<Mails['getKeptMail']> = async ({ deps, params: { id } }) => {
  const kept = (await deps.store.load<Kept>(keptKey(fromPath(id))))?.state
  if (kept?.key) return download(deps, { key: kept.key, filename: 'mail.eml', mimeType: 'message/rfc822' })
  return kept?.body ? asEvent(kept.body) : refuse('not-found', 'unknown-mail', 'There is no such mail.')
}

export const mailHandlers: { readonly [Operation in keyof Mails]: Handler<Mails[Operation]> } = {
  listAddresses,
  releaseAddress,
  listMails,
  getKeptMail,
}
