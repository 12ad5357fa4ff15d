import { createHash } from 'node:crypto'
import type { RecordKey } from '../../shared/domain/record.ts'

const LONGEST_NAME = 64
const ALLOWED = /^[0-9A-Za-z_.-]+$/

/**
 * The same name for the same record and moment, at most 64 of `[0-9A-Za-z-_.]`: `ticket.INC-2026-000123.20260302T010000`.
 * An id that does not fit (a mail address, say) becomes its SHA-256.
 */
export const scheduleName = ({ kind, id }: RecordKey, wholeSecond: string): string => {
  const moment = wholeSecond.replace(/[-:]/g, '')
  const name = `${kind}.${id}.${moment}`
  return name.length <= LONGEST_NAME && ALLOWED.test(name) ? name : `${kind}.${digest(id)}.${moment}`
}

/** 160 bits: two ids never meet by chance. */
const digest = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 40)
