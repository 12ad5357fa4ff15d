import { linkToken, linkUrl } from '../domain/link/link-token.ts'
import { replyToken } from '../domain/link/reply-token.ts'
import { replyAddressFor } from '../domain/mail/thread.ts'
import type { NoticeCommand } from '../domain/notice/event.ts'
import { mattersOf } from '../domain/notice/gathering.ts'
import type { MessageNotice } from '../domain/notice/notice.ts'
import { chatTextFor, spokenTextFor } from '../domain/notice/rendering/chat-message.ts'
import { type JointLetterhead, jointLetterFor, type Told } from '../domain/notice/rendering/joint-letter.ts'
import { letterHtml } from '../domain/notice/rendering/letter-html.ts'
import { letterText } from '../domain/notice/rendering/letter-text.ts'
import { oneLine } from '../domain/notice/rendering/safe-text.ts'
import { textMessageFor } from '../domain/notice/rendering/text-message.ts'
import { DomainError, refuse } from '../domain/refusal.ts'
import { acknowledgeUrlFor } from './acknowledging.ts'
import type { Deps } from './deps.ts'
import { messageIdAlias } from './mail-thread.ts'
import { noticeKey } from './notice-record.ts'
import { machineHeaders } from './own-mail.ts'
import type { Alias, OutgoingMail } from './ports.ts'
import { Busy, waitForTextTurn, waitForTurn } from './sending-turns.ts'
import { sentMailAlias } from './sent-mail.ts'

/** What came of an attempt, as a command for its notice, and the names under which a mail is found again. */
type Attempt = {
  readonly command: Extract<NoticeCommand, { readonly type: 'note-sent' | 'note-failure' | 'put-off' }>
  readonly aliases: readonly Alias[]
}

const headersFor = ({ id, message }: MessageNotice, deskAddress: string): OutgoingMail['headers'] => ({
  ...machineHeaders(deskAddress, message.template === 'acknowledged' ? 'auto-replied' : 'auto-generated'),
  'X-Firstline-Notice': id,
})

/** What may stand in a header as it is; a Message-ID comes from outside and may hold anything. */
const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/

/** A ticket that no mail opened has a Message-ID of its own making, so that all notices about it stand together. */
const threadOf = (notice: MessageNotice, deskAddress: string): string => {
  const { inReplyTo, ticket } = notice
  const lead = mattersOf(notice)[0].ticket.number
  return inReplyTo && MESSAGE_ID.test(inReplyTo) && lead === ticket.number
    ? inReplyTo
    : `<${lead.toLowerCase()}@${deskAddress.slice(deskAddress.indexOf('@') + 1)}>`
}

/** NOT-3: what goes out by all channels at once the first time is no reminder yet. */
const timesReminded = ({ ladder, round, timesTold = 0 }: MessageNotice): number =>
  ladder && !(ladder.atOnce && round === 1) ? timesTold : 0

const toldBy = (notice: MessageNotice): Told => ({ recipient: notice.recipient, matters: mattersOf(notice) })

/** Where a message leads; the links follow from notice and settings alone, so that it is the same whenever it is sent. */
const letterheadFor = async (deps: Deps, notice: MessageNotice): Promise<JointLetterhead> => {
  const { identity, secret } = deps
  const { recipient, route, ladder } = notice
  const timesTold = timesReminded(notice)
  const { number } = mattersOf(notice)[0].ticket
  const urlOf = (ticket: string) => `${identity.publicUrl}/tickets/${ticket}`
  const ticketUrl =
    recipient.part === 'requester'
      ? linkUrl(identity.publicUrl, await linkToken(await secret(), number, route.address))
      : urlOf(number)
  const acknowledging = ladder && { ...ladder, timesTold, url: await acknowledgeUrlFor(deps, notice) }
  return { deskName: identity.name, ticketUrl, urlOf, ...(acknowledging && { acknowledging }) }
}

/** The mail follows from notice and settings alone: sent again it is the same mail under the same id. */
const mailFor = async (deps: Deps, notice: MessageNotice): Promise<OutgoingMail> => {
  const { identity, secret } = deps
  const { recipient, route } = notice
  const { number } = mattersOf(notice)[0].ticket
  const letter = jointLetterFor(toldBy(notice), await letterheadFor(deps, notice))
  return {
    id: sendingIdOf(notice),
    from: { name: identity.name, address: identity.address },
    to: { name: oneLine(recipient.name), address: route.address },
    replyTo: replyAddressFor(identity.address, await replyToken(await secret(), number, route.address)),
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter, recipient.language),
    inReplyTo: threadOf(notice, identity.address),
    headers: headersFor(notice, identity.address),
  }
}

/** NOT-3: told again is another message; an attempt that is tried again is the same one. */
const sendingIdOf = ({ id, round, ladder }: MessageNotice): string => (ladder && round > 1 ? `${id}.${round}` : id)

const isUrgent = ({ ticket, message }: MessageNotice): boolean =>
  ticket.priority === 1 || message.template === 'escalated'

const post = async (deps: Deps, notice: MessageNotice): Promise<{ readonly messageId: string }> => {
  const channel = (await deps.settings.desk()).chatChannels.get(notice.route.address)
  if (!channel) return refuse('invalid', 'channel-refused', 'There is no such chat channel any more.')
  await waitForTurn(deps, channel, { isUrgent: isUrgent(notice) })
  return deps.chat.post(channel, {
    id: sendingIdOf(notice),
    ...chatTextFor(toldBy(notice), await letterheadFor(deps, notice)),
  })
}

const send = async (deps: Deps, notice: MessageNotice): Promise<{ readonly messageId: string }> => {
  const { route, recipient, ladder } = notice
  const id = sendingIdOf(notice)
  switch (route.channel) {
    case 'email':
      return deps.mailer.send(await mailFor(deps, notice))
    case 'sms': {
      await waitForTextTurn(deps, { isUrgent: isUrgent(notice) })
      const link = ladder ? await acknowledgeUrlFor(deps, notice) : null
      return deps.textMessages.send({
        id,
        to: route.address,
        text: textMessageFor(toldBy(notice), link, timesReminded(notice)),
      })
    }
    case 'voice': {
      const { language } = recipient
      return deps.voiceCalls.call({ id, to: route.address, text: spokenTextFor(toldBy(notice)), language })
    }
    case 'chat':
      return post(deps, notice)
  }
}

const LONGEST_DETAIL = 500

/** Sends by the route in use. Never throws: whatever goes wrong is an outcome, to be recorded and tried again or not. */
export const attemptToSend = async (deps: Deps, notice: MessageNotice, claim: string): Promise<Attempt> => {
  try {
    const { messageId } = await send(deps, notice)
    const { number } = mattersOf(notice)[0].ticket
    const names = [
      sentMailAlias(messageId, noticeKey(notice.id), deps.clock.now()),
      ...messageIdAlias(messageId, number),
    ]
    return {
      command: { type: 'note-sent', claim, messageId },
      aliases: notice.route.channel === 'email' ? names : [],
    }
  } catch (error) {
    if (error instanceof Busy) return { command: { type: 'put-off', claim, until: error.until }, aliases: [] }
    deps.metrics.note('NoticesFailed', 1)
    deps.log.error('A notice could not be sent', error, { notice: notice.id, channel: notice.route.channel })
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_DETAIL)
    const refused = error instanceof DomainError && error.code === 'channel-refused'
    return { command: { type: 'note-failure', claim, reason: refused ? 'refused' : 'passing', detail }, aliases: [] }
  }
}
