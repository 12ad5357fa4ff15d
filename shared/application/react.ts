import type { StormEvent } from '../domain/alarm/storm-decider.ts'
import type { ChannelTestEvent } from '../domain/notice/channel-test.ts'
import type { NoticeEvent } from '../domain/notice/event.ts'
import type { OverrideEvent } from '../domain/on-call/overriding.ts'
import type { RecordedEvent } from '../domain/record.ts'
import type { SettingEvent } from '../domain/setting/setting.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { noteAlarmIncident, reactToStorm } from './alarm-storm.ts'
import type { Deps } from './deps.ts'
import { reactToMerge } from './duplicates.ts'
import { noteMail } from './mail-silence.ts'
import { planNotices, reactToNotice } from './notices.ts'
import type { StreamChange } from './ports.ts'
import { registerProblem } from './problems.ts'
import { reactToMajor } from './react-to-major.ts'
import { tellOfGapsFound, watchRota } from './rota-watch.ts'

/** The record's kind says which events its history holds. */
const eventOf = <Event>(line: RecordedEvent): RecordedEvent & { readonly event: Event } =>
  line as RecordedEvent & { readonly event: Event }

const reactToTicket = async (deps: Deps, line: RecordedEvent): Promise<void> => {
  const { event, at, record } = eventOf<TicketEvent>(line)
  // before anybody is told: of a storm, the storm's own incident tells
  if (event.type === 'recorded' && event.alarm) await noteAlarmIncident(deps, record.id, at)
  await planNotices(deps, eventOf<TicketEvent>(line))
  if (event.type === 'problem-raised') await registerProblem(deps, record.id, event)
  await reactToMajor(deps, eventOf<TicketEvent>(line))
  await reactToMerge(deps, eventOf<TicketEvent>(line))
  if (line.changes['procedure']) await deps.procedures.follow(record.id)
  await deps.bus.publish([line])
}

const reactToSetting = async (deps: Deps, line: RecordedEvent): Promise<void> => {
  const { event, version } = eventOf<SettingEvent | OverrideEvent>(line)
  deps.settings.forget()
  if (event.kind === 'calendar') await (await import('./renew-clocks.ts')).renewClocks(deps, event.id, version)
  if (event.kind === 'rota') await watchRota(deps, event.id)
}

/**
 * DESIGN §1: everything that follows from a change: the next wake-up, notices, and what the rest of the account is told.
 * Delivered at least once and in any order; doing it twice, late, or after dying half-way gives the same result.
 */
export const react = async (deps: Deps, change: StreamChange): Promise<void> => {
  switch (change.kind) {
    case 'nothing':
      return
    case 'wake-up':
      return deps.wakeUps.schedule(change.key, change.wakeAt)
    case 'event': {
      const { line } = change
      if (line.imported) return
      await noteMail(deps, line)
      switch (line.record.kind) {
        case 'ticket':
          return reactToTicket(deps, line)
        case 'notice':
          return reactToNotice(deps, line.record, eventOf<NoticeEvent>(line).event)
        case 'storm':
          return reactToStorm(deps, eventOf<StormEvent>(line).event)
        case 'rota-watch':
          return tellOfGapsFound(deps, line.record.id)
        case 'measure':
          return (await import('./measures.ts')).tellMeasureOwner(deps, line.record)
        case 'channel-test': {
          const { sendChannelTest } = await import('./channel-tests.ts')
          return sendChannelTest(deps, line.record, eventOf<ChannelTestEvent>(line).event)
        }
        case 'report':
          return deps.bus.publish([line])
        case 'setting':
          return reactToSetting(deps, line)
        default:
          return
      }
    }
  }
}
