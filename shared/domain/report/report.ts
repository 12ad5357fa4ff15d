import type { Instant } from '../instant.ts'
import type { Language } from '../language.ts'
import type { PersonRef } from '../ticket/ticket.ts'
import type { Month } from './month.ts'

/** All files of reports, and nothing else. */
export const REPORTS_PREFIX = 'reports/'

/** A file of an edition; its content can be told from any other by its checksum. */
export type KeptFile = { readonly key: string; readonly bytes: number; readonly sha256: string }

/** REP-3: what is kept of a month for ever. */
export type EditionFiles = {
  /** The figures as JSON. */
  readonly report: KeptFile
  /** The rows they were counted from, one JSON line each, packed by gzip; a file for each date that has any. */
  readonly rows: readonly (KeptFile & { readonly date: string })[]
  /** The open tickets the backlog was counted from, in the same form. */
  readonly backlog: KeptFile
  readonly spreadsheets: Readonly<Record<Language, KeptFile>>
}

/** Why a month was counted again, and who wanted it. */
export type Correction = { readonly why: string; readonly by: PersonRef; readonly askedAt: Instant }

export type Edition = {
  readonly edition: number
  /** When it was counted. */
  readonly asOf: Instant
  readonly files: EditionFiles
  /** Null for the first edition. */
  readonly correction: Correction | null
  /** Nothing was recorded in the month: the desk had not begun. Nobody is sent it, and nothing is compared with it. */
  readonly empty: boolean
}

/** One edition on its way to people. */
export type Sending = {
  readonly id: string
  readonly edition: number
  readonly askedAt: Instant
  /** Null: the desk itself. */
  readonly askedBy: PersonRef | null
  /** Ids of people; null: those the settings name when it is sent. */
  readonly to: readonly string[] | null
  /** Somebody is at it since then: nobody else sends the same meanwhile. */
  readonly takenAt: Instant | null
  readonly sentTo: readonly string[]
  /** Whose address takes no mail. */
  readonly refusedBy: readonly string[]
  readonly doneAt: Instant | null
}

/** A month that has been reported on; frozen editions never change, a correction is another one (REP-3). */
export type Report = {
  readonly month: Month
  readonly editions: readonly Edition[]
  /** Asked for and not counted yet. */
  readonly correction: Correction | null
  /** The newest last; those long done are only in the history. */
  readonly sendings: readonly Sending[]
  readonly updatedAt: Instant
}

export type ReportCommand =
  | { readonly type: 'freeze'; readonly month: Month; readonly edition: Pick<Edition, 'asOf' | 'files' | 'empty'> }
  | { readonly type: 'request-correction'; readonly why: string }
  | { readonly type: 'request-sending'; readonly to: readonly string[] | null }
  | { readonly type: 'take-sending'; readonly sending: string }
  | { readonly type: 'note-sent'; readonly sending: string; readonly person: string; readonly refused: boolean }
  | { readonly type: 'finish-sending'; readonly sending: string }

export type ReportEvent =
  | ({ readonly type: 'report-frozen'; readonly month: Month } & Edition)
  | ({ readonly type: 'correction-requested' } & Correction)
  | ({ readonly type: 'sending-requested' } & Pick<Sending, 'id' | 'edition' | 'askedBy' | 'to'>)
  | { readonly type: 'sending-taken'; readonly sending: string }
  | { readonly type: 'report-sent'; readonly sending: string; readonly person: string; readonly refused: boolean }
  | { readonly type: 'sending-finished'; readonly sending: string }

/** What people ask for and a run does; it is started at once when these are told. */
export const ASKING: readonly ReportEvent['type'][] = ['correction-requested', 'sending-requested']

/** Whether something is still to be done for the month. */
export const isOutstanding = ({ correction, sendings }: Pick<Report, 'correction' | 'sendings'>): boolean =>
  correction !== null || sendings.some(({ doneAt }) => doneAt === null)

export const newestEdition = ({ editions }: Report): Edition | null => editions.at(-1) ?? null
