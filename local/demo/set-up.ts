import { createHash } from 'node:crypto'
import { putMissingSettings, unlessThere } from '../../shared/application/defaults/put-missing-settings.ts'
import type { Deps } from '../../shared/application/deps.ts'
import { putPerson } from '../../shared/application/setting-record.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import type { Shelf } from '../shelf.ts'
import { openPast } from './open-past.ts'
import { openDemoTickets } from './open-tickets.ts'
import { demoPeople } from './people.ts'
import { demoSettings } from './settings.ts'

const SET_UP = 'demo-set-up'
const TICKETS_OPENED = 'demo-tickets-opened'
const PAST_OPENED = 'demo-past-opened'

/** Settings and people of the demo customer, those that are missing; nothing to do while the demo is the same. */
export const setUpDemo = async (deps: Deps, state: Shelf): Promise<void> => {
  const demo = createHash('sha256')
    .update(JSON.stringify([demoSettings, demoPeople]))
    .digest()
  if (Buffer.compare(demo, (await state.get(SET_UP)) ?? new Uint8Array()) === 0) return
  await putMissingSettings(deps, demoSettings)
  await Promise.all(
    demoPeople.map((person) => unlessThere(() => putPerson(deps, person, DESK, { expectedVersion: 0 }))),
  )
  await state.put(SET_UP, demo)
}

/**
 * Months that are over, once in the life of the data and before anybody works.
 * @returns until when it is the past; null without one
 */
export const openPastOnce = async (deps: Deps, state: Shelf): Promise<Instant | null> => {
  const kept = await state.get(PAST_OPENED)
  if (kept) return new TextDecoder().decode(kept)
  if (await state.get(TICKETS_OPENED)) return null
  const until = await openPast(deps)
  await state.put(PAST_OPENED, new TextEncoder().encode(until))
  return until
}

/** The demo's tickets, once in the life of the data: whatever became of them since stays. */
export const openDemoTicketsOnce = async (deps: Deps, state: Shelf): Promise<void> => {
  if (await state.get(TICKETS_OPENED)) return
  await openDemoTickets(deps)
  await state.put(TICKETS_OPENED, new Uint8Array())
}
