import type { TicketRow } from '../../shared/contract/ticket-row.ts'

/** How a promise stands, for colour and order of attention. */
export type Pressing = 'ok' | 'soon' | 'late' | 'paused' | 'none'

export type TimeUsed = {
  /** 0 to 1 for the bar; more than the target counts as all of it. */
  readonly usedShare: number
  readonly pressing: Pressing
  /** Minutes until due, negative once it has passed; null when nothing runs. */
  readonly leftMinutes: number | null
}

const MINUTE_MS = 60_000

const limited = (share: number): number => Math.min(1, Math.max(0, share))

const pressingOf = (usedShare: number, leftMinutes: number, warnAtShare: number): Pressing => {
  if (leftMinutes < 0) return 'late'
  return usedShare >= warnAtShare ? 'soon' : 'ok'
}

/** In minutes of its own clock, as the desk has computed them (SLA-4). */
export const timeUsedOf = (
  clock: { readonly target: number; readonly remainingMinutes: number; readonly paused: boolean },
  warnAtShare: number,
): TimeUsed => {
  const usedShare = limited(1 - clock.remainingMinutes / clock.target)
  const pressing = clock.paused ? 'paused' : pressingOf(usedShare, clock.remainingMinutes, warnAtShare)
  return { usedShare, leftMinutes: clock.remainingMinutes, pressing }
}

/** By the wall clock, for rows that were written before clocks were noted in them. */
const timeUsedUntil = (startedAt: string, dueAt: string, nowMs: number, warnAtShare: number): TimeUsed => {
  const [start, due] = [Date.parse(startedAt), Date.parse(dueAt)]
  const leftMinutes = (due - nowMs) / MINUTE_MS
  const usedShare = due <= start ? 1 : (nowMs - start) / (due - start)
  return { usedShare: limited(usedShare), leftMinutes, pressing: pressingOf(usedShare, leftMinutes, warnAtShare) }
}

type Row = Pick<TicketRow, 'recordedAt' | 'dueAt' | 'clock' | 'state'>

/** How the next promise of a listed ticket stands. */
export const timeUsedOfRow = (
  { clock, recordedAt, dueAt, state }: Row,
  nowMs: number,
  warnAtShare: number,
): TimeUsed => {
  if (clock) return timeUsedOf(clock, warnAtShare)
  if (dueAt !== null) return timeUsedUntil(recordedAt, dueAt, nowMs, warnAtShare)
  return { usedShare: 0, pressing: state === 'waiting' ? 'paused' : 'none', leftMinutes: null }
}
