import { setTimeout as pause } from 'node:timers/promises'
import { intakeEventHandler } from '../functions/intake-event.ts'
import { intakeMailHandler } from '../functions/intake-mail.ts'
import { mailFeedbackHandler } from '../functions/mail-feedback.ts'
import { procedureHandler } from '../functions/procedure.ts'
import { reactHandler } from '../functions/react.ts'
import { reportHandler } from '../functions/report.ts'
import type { Deps } from '../shared/application/deps.ts'
import type { EventBus, Log } from '../shared/application/ports.ts'
import { followOpenProcedures } from '../shared/application/procedure.ts'
import { nextReportAt } from '../shared/application/run-reports.ts'
import { wakeUp } from '../shared/application/wake-up.ts'
import type { Instant } from '../shared/domain/instant.ts'
import type { RecordKey } from '../shared/domain/record.ts'
import { ASKING } from '../shared/domain/report/report.ts'
import type { DemoClock } from './clock.ts'
import { type DueWakeUps, dueWakeUps } from './due-wake-ups.ts'
import { deliverTo } from './events.ts'
import { type IncomingMail, incomingMail } from './incoming-mail.ts'
import { exceptThePast } from './past-is-over.ts'
import type { LocalMachine } from './procedure-machine.ts'
import type { Shelf } from './shelf.ts'
import { startStreamReader } from './stream-reader.ts'
import { type LocalTable, TABLE_NAME } from './table.ts'

const SWEEP_EVERY_MS = 1_000
const INTAKE_FIRST_FOR_MS = 10_000
/** Only for what was written unseen; every write of the desk's own makes the reader look at once. */
const LOOK_EVERY_MS = 1_000

/** What goes on by itself: mail is taken in, changes are followed up, what is due is done. */
export type Work = {
  readonly wakeUps: DueWakeUps
  acceptMail(raw: Uint8Array): Promise<void>
  /** Takes an event of the account. @returns which function took it */
  deliver(event: unknown): Promise<string>
  /** Returns when no mail, no reaction and no wake-up is outstanding. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Failures in a row are logged once. */
const everySecond = (work: () => Promise<void>, log: Log) => {
  const ending = new AbortController()
  let failing = false
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      try {
        await work()
        failing = false
      } catch (error) {
        if (!failing) log.error('what is due could not be looked for', error)
        failing = true
      }
      await pause(SWEEP_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }
  const ended = run()
  return async (): Promise<void> => {
    ending.abort()
    await ended
  }
}

/**
 * Taking in goes before following up, for a while: both share a database that does one thing at a time, and whoever
 * writes to the desk waits for the first.
 */
const afterIntake =
  (mail: IncomingMail, react: ReturnType<typeof reactHandler>): typeof react =>
  async (event) => {
    await Promise.race([mail.idle(), pause(INTAKE_FIRST_FOR_MS, undefined, { ref: false })])
    return react(event)
  }

/** What the rule on the deployed desk's bus does: managers need not wait for the next hour. */
const busToReports = (deps: Deps, makeReports: () => Promise<void>): EventBus => ({
  publish: async (events) => {
    await deps.bus.publish(events)
    const asked = events.some(
      ({ record, event }) => record.kind === 'report' && ASKING.some((type) => type === event.type),
    )
    if (asked) await makeReports()
  },
})

/** Starts all of it, beginning with what an earlier desk left undone. */
export const startWork = async (parts: {
  /** Until when what is written is the demo's past; null without one. */
  readonly pastUntil: Instant | null
  readonly deps: Deps
  readonly clock: DemoClock
  readonly table: LocalTable
  readonly machine: LocalMachine
  readonly incoming: Shelf
}): Promise<Work> => {
  const { pastUntil, deps, clock, table, machine, incoming } = parts
  machine.serve(procedureHandler(deps))
  const makeReports = reportHandler(deps)
  const mail = incomingMail({ files: deps.files, notes: incoming, handle: intakeMailHandler(deps), log: deps.log })
  const reacting = reactHandler({ ...deps, bus: busToReports(deps, makeReports) })
  const reader = await startStreamReader({
    streams: table.streams,
    tableName: TABLE_NAME,
    handler: afterIntake(mail, exceptThePast(pastUntil, reacting)),
    checkpointFile: table.checkpointFile,
    onFailure: ({ eventID = null }, error) => deps.log.error('a change is left unfollowed', error, { eventID }),
    intervalMs: LOOK_EVERY_MS,
    log: deps.log,
  })
  table.onWrite(reader.nudge)
  const followed = async (): Promise<void> => {
    await mail.idle()
    await reader.idle()
    await machine.idle()
    // what an execution found due when it looked at its record
    await reader.idle()
  }
  // as the sweep does, so that a time the record no longer wants is forgotten at once (SLA-7)
  const wake = (key: RecordKey) => wakeUp(deps, key, true)
  const appointment = { next: () => nextReportAt(deps), keep: makeReports }
  const wakeUps = dueWakeUps({ store: deps.store, clock, wake, settled: followed, appointment, log: deps.log })
  // a sweep may be sending what a reaction has planned
  const settled = async (): Promise<void> => {
    do await followed()
    while (await wakeUps.ended())
  }
  await mail.resume()
  await followOpenProcedures(deps)
  const stopSweeping = everySecond(() => wakeUps.catchUp(), deps.log)
  return {
    wakeUps,
    acceptMail: mail.accept,
    deliver: deliverTo({
      intakeEvent: intakeEventHandler(deps),
      intakeMail: intakeMailHandler(deps),
      mailFeedback: mailFeedbackHandler(deps),
    }),
    settled,
    stop: async () => {
      await stopSweeping()
      await mail.idle()
      await reader.stop()
      await machine.stop()
    },
  }
}
