import { type Instant, plus } from '../domain/instant.ts'
import type { RecordKey } from '../domain/record.ts'
import type { Alias } from './ports.ts'

const REMEMBERED_MS = 90 * 24 * 3_600_000

/** The provider reports on `0102…`, the receiver sees `<0102…@eu-west-1.amazonses.com>`: both are the same mail. */
export const sentMailName = (messageId: string): string => {
  const bare = messageId.trim().replace(/^<(.*)>$/, '$1')
  return `sent-mail#${bare.replace(/@(?:[a-z0-9-]+\.)?amazonses\.com$/i, '')}`
}

/** Leads from a sent mail to its notice, for as long as bounces and complaints come in (NOT-6). */
export const sentMailAlias = (messageId: string, notice: RecordKey, now: Instant): Alias => ({
  name: sentMailName(messageId),
  target: notice,
  replaces: 'anything',
  expiresAt: plus(now, REMEMBERED_MS),
})
