import type { DeskIdentity } from './deps.ts'
import type { OutgoingMail } from './ports.ts'

/** Tells mail programs and other desks that no answer is wanted, and ourselves that the mail is our own (INT-5). */
export const machineHeaders = (deskAddress: string, how: 'auto-generated' | 'auto-replied' = 'auto-generated') => ({
  'Auto-Submitted': how,
  'X-Auto-Response-Suppress': 'All',
  'X-Loop': deskAddress,
})

/** A mail of the desk itself to one of its people, about no ticket; sent again under the same id it is the same mail. */
export const ownMail = (
  { name, address }: DeskIdentity,
  mail: Pick<OutgoingMail, 'id' | 'to' | 'subject' | 'text' | 'html' | 'attachments'>,
): OutgoingMail => ({
  ...mail,
  from: { name, address },
  replyTo: null,
  inReplyTo: null,
  headers: machineHeaders(address),
})
