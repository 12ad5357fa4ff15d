import { attachmentFileKey } from '../../../shared/application/mail-content.ts'
import type { Api } from '../../../shared/contract/api.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Handler } from '../route.ts'
import { isStaffActor } from '../views/may-see.ts'
import { download } from './download.ts'
import { loadSeen } from './seen-ticket.ts'

/** INT-2: the mail as it arrived, for staff: its headers hold what a requester is not shown. */
export const getMail: Handler<Api['getMail']> = async ({ deps, params: { number }, caller: { actor } }) => {
  const { state: ticket } = await loadSeen(deps, number, actor)
  if (!isStaffActor(actor))
    refuse('forbidden', 'mail-for-staff', 'Original mails are for the people who work on tickets.')
  const key = ticket.mailId ?? refuse('not-found', 'no-mail', `${number} did not come as a mail.`)
  return download(deps, { key, filename: `${number}.eml`, mimeType: 'message/rfc822' })
}

/** ROL-3: internal attachments are for staff; the same content may be there twice, once for everybody. */
export const getAttachment: Handler<Api['getAttachment']> = async ({ deps, params, caller: { actor } }) => {
  const { state: ticket } = await loadSeen(deps, params.number, actor)
  const staff = isStaffActor(actor)
  const attachment =
    ticket.attachments.find(({ id, visibility }) => id === params.id && (staff || visibility === 'public')) ??
    refuse('not-found', 'unknown-attachment', `${params.number} has no such attachment.`)
  const { filename, mimeType } = attachment
  return download(deps, { key: attachmentFileKey(attachment), filename, mimeType })
}
