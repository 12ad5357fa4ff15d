import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { call } from '../api/call.ts'
import { Refused } from '../api/failure.ts'
import type { Values } from '../form/form-state.ts'
import { say } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { MAJOR_BODIES, MAJOR_OPERATIONS, type MajorAct } from './major-act.ts'

export type Strip = { readonly open: OpenTicket; readonly ticket: TicketForStaff; readonly procedure: ProcedureView }

/** An act somebody has begun; `preset` is what its form holds already. */
export type Begun = { readonly act: MajorAct; readonly preset: Values }

export type Begin = (act: MajorAct, preset?: Values) => void

/** What somebody has to have seen to decide: when it is still the same, other changes are no conflict (LIF-9). */
const RESTS_ON: Readonly<Record<MajorAct, (procedure: ProcedureView) => unknown>> = {
  'judge-major': ({ stage }) => stage,
  'demote-major': ({ stage }) => stage,
  'set-major-roles': ({ roles }) => roles,
  'send-on-site': ({ visit }) => visit,
  'note-arrival': ({ visit }) => visit,
  'request-resource': () => null,
  'arrange-resource': ({ resources }) => resources,
  'ask-second-line': ({ secondLine }) => secondLine,
  'involve-vendor': ({ vendor }) => vendor,
  'update-audience': ({ updates }) => [updates.requesters.last, updates.management.last],
  'review-solution': ({ stage, review }) => [stage, review],
  'write-report': ({ report }) => report,
  'approve-report': ({ report }) => report,
  'send-report': ({ report }) => report,
  'attach-child': () => null,
  'detach-child': () => null,
  contact: ({ stage, calledBackAt }) => [stage, calledBackAt],
}

const MOST_ATTEMPTS = 5

/**
 * Does an act on what is shown. In a major incident much happens at once, notices and updates among it: when nothing has
 * changed that the act rests on, it is done on the newer version.
 * @throws Refused, Unreachable, SignedOut
 */
export const actOn = async (shown: ProcedureView, act: MajorAct, values: Values): Promise<void> => {
  const { number } = shown
  const [body, restsOn] = [MAJOR_BODIES[act](values, shown), JSON.stringify(RESTS_ON[act](shown))]
  const attempt = async ({ version }: ProcedureView, left: number): Promise<void> => {
    try {
      await call(MAJOR_OPERATIONS[act], { params: { number }, body, version, key: crypto.randomUUID() } as never)
    } catch (error) {
      if (!(error instanceof Refused && error.isStale) || left === 0) throw error
      const now = await call('getProcedure', { params: { number } })
      if (JSON.stringify(RESTS_ON[act](now)) !== restsOn) throw error
      await attempt(now, left - 1)
    }
  }
  await attempt(shown, MOST_ATTEMPTS)
  say(t.value.major.done)
}

/** Does it, and reads the ticket again in any case, and with it the strip. @throws as `actOn` */
export const doMajor = async ({ open, procedure }: Strip, act: MajorAct, values: Values): Promise<void> => {
  try {
    await actOn(procedure, act, values)
  } finally {
    await open.load()
  }
}
