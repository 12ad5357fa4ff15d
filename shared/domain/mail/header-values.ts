import { addressParser, decodeWords } from 'postal-mime'
import { type Instant, instantOf } from '../instant.ts'
import type { MailAddress, MailHeader } from './mail.ts'

const LONGEST_SUBJECT = 1000

/** The first value of a header field by its lower-case name; null when the mail has none. */
export const headerValue = (headers: readonly MailHeader[], key: string): string | null =>
  headers.find((header) => header.key === key)?.value ?? null

export const headerValues = (headers: readonly MailHeader[], key: string): readonly string[] =>
  headers.filter((header) => header.key === key).map(({ value }) => value)

/** On one line, without characters that do not show. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** At most a thousand characters, the most a line of mail may have. */
export const subjectIn = (headers: readonly MailHeader[]): string =>
  oneLine(decodeWords(headerValue(headers, 'subject') ?? '')).slice(0, LONGEST_SUBJECT)

/** Every mailbox of a field, also those in groups; entries without an address are left out. */
export const addressesIn = (headers: readonly MailHeader[], key: string): readonly MailAddress[] =>
  headerValues(headers, key)
    .flatMap((value) => addressParser(value, { flatten: true }))
    .flatMap(({ address, name }) => {
      const plain = oneLine(address ?? '')
      return plain !== '' && !plain.includes(' ') ? [{ address: plain, name: oneLine(name) }] : []
    })

const bareIdsIn = (value: string): readonly string[] =>
  value
    .split(/[\s,;"()]+/)
    .filter((word) => word.includes('@'))
    .map((word) => `<${word}>`)

/** Every Message-ID of a field in its order, in angle brackets, none twice. */
export const messageIdsIn = (headers: readonly MailHeader[], key: string): readonly string[] => {
  const value = headerValues(headers, key).join(' ')
  const ids = value.match(/<[^<>]+>/g) ?? bareIdsIn(value)
  return [...new Set(ids.map((id) => id.replace(/\s+/g, '')))].filter((id) => id !== '<>')
}

const LATEST_MS = Date.UTC(2200, 0)

/** The sending time as the sender wrote it; a time without a zone is taken as UTC. Null when it is none. */
export const sentAtIn = (headers: readonly MailHeader[]): Instant | null => {
  const value = (headerValue(headers, 'date') ?? '').replace(/\([^()]*\)/g, ' ').trim()
  const hasZone = /(?:[+-]\d{2}:?\d{2}|\b(?!am\b|pm\b)[a-z]{1,4})$/i.test(value)
  const ms = Date.parse(hasZone ? value : `${value} UTC`)
  return ms >= 0 && ms < LATEST_MS ? instantOf(ms) : null
}
