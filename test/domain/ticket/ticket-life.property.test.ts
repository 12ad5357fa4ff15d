import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import { morePressing, priorityOf } from '../../../shared/domain/priority/matrix.ts'
import { judgedBy } from '../../../shared/domain/ticket/context.ts'
import { ticketDecider } from '../../../shared/domain/ticket/decide.ts'
import type { TicketEvent } from '../../../shared/domain/ticket/event.ts'
import { forecast } from '../../../shared/domain/ticket/forecast.ts'
import type { DeskAtWork } from '../../support/desk-at-work.ts'
import { deskAtWork } from '../../support/desk-at-work.ts'
import { arbitraryDesk } from './arbitrary-policy.ts'
import { arbitraryWalk, live } from './ticket-walks.ts'

const MONTHS = { days: 120 }

const unique = (values: readonly unknown[]): boolean =>
  new Set(values.map((value) => JSON.stringify(value))).size === values.length

/** The event as a line of the forecast; null when nobody is told by it. */
const asLine = (event: TicketEvent): readonly [role: string, because: string, step: string | null] | null => {
  switch (event.type) {
    case 'escalated':
      return event.trigger === 'matrix'
        ? [event.level ?? 'IM', 'matrix', null]
        : [event.level ?? 'IM', 'missed-target', event.reason]
    case 'target-warned':
      return ['assignee', 'warning', event.step]
    case 'time-proposed':
      return ['requester', 'later-time', 'restore']
    case 'waiting-overstayed':
      return ['assignee', 'waiting', null]
    case 'confirmation-reminded':
      return ['requester', 'reminder', null]
    case 'decision-overdue':
      return [event.round > 1 ? 'management' : 'PM', 'reminder', null]
    case 'closed':
      return ['requester', 'auto-close', null]
    case 'resolved':
      return ['desk', 'recovery', null]
    default:
      return null
  }
}

describe('whatever happens to a ticket', () => {
  test('time comes to rest: nothing is left due after an act, and in the end nothing at all [SLA-6] [ESC-8]', () => {
    fc.assert(
      fc.property(arbitraryWalk(), arbitraryDesk, (walk, setUp) => {
        const desk = live(walk, setUp)
        expect(desk.wakeAt() === null || (desk.wakeAt() ?? '') > desk.now()).toBe(true)
        desk.fastForward(MONTHS)
        expect(desk.wakeAt()).toBeNull()
      }),
      { numRuns: 120 },
    )
  })

  test('no level is announced twice, no moment warned of or missed twice [ESC-8] [SLA-6]', () => {
    fc.assert(
      fc.property(arbitraryWalk(), arbitraryDesk, fc.boolean(), (walk, setUp, asleep) => {
        const desk = live(walk, setUp, asleep)
        desk.fastForward(MONTHS)
        const announced = desk.all('escalated').flatMap(({ level }) => level ?? [])
        expect(unique(announced)).toBe(true)
        expect(desk.current().announced).toEqual(announced)
        expect(unique(desk.all('target-warned').map(({ step, warnAt }) => [step, warnAt]))).toBe(true)
        expect(unique(desk.all('target-missed').map(({ step, dueAt }) => [step, dueAt]))).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  test('its state keeps together: grade, pauses, hands, and the end that is final [PRI-4] [WAI-3] [ESC-6] [LIF-8]', () => {
    fc.assert(
      fc.property(arbitraryWalk(20), arbitraryDesk, (walk, setUp) => {
        const desk = live(walk, setUp)
        const ticket = desk.current()
        const { policy } = judgedBy(ticket, desk.context())
        const service = ticket.service ? setUp.services.get(ticket.service) : undefined
        const graded = priorityOf(policy, ticket.impact, ticket.urgency, service?.criticality ?? null)
        expect(ticket.priority).toBe(morePressing(ticket.priority, graded))
        expect(ticket.grades.at(-1)?.priority).toBe(ticket.priority)
        const edges = ticket.pauses.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
        expect(edges).toEqual([...edges].sort())
        const stopped = setUp.codes.waitCodes.find(({ code }) => code === ticket.waiting?.code)?.stopsClock ?? false
        expect(ticket.pauses.filter(({ to }) => to === null)).toHaveLength(stopped ? 1 : 0)
        expect(ticket.waiting !== null).toBe(ticket.state === 'waiting')
        const limit = policy.escalation.reassignmentLimit
        const byReassignment = desk.all('escalated').filter(({ trigger }) => trigger === 'reassignments')
        expect(byReassignment).toHaveLength(ticket.reassignments >= limit ? 1 : 0)
        const isServed = ticket.insistence?.decision?.serve === true
        const ends = isServed ? ['closed', 'cancelled'] : ['closed', 'cancelled', 'returned']
        const end = desk.events().findIndex(({ type }) => ends.includes(type))
        const after = end < 0 ? [] : desk.events().slice(end + 1)
        expect(after.filter(({ type }) => !/^(rating-review|insisted|service-decided)/.test(type))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('one late wake-up does what all the punctual ones would have done, but for warnings that came too late [SLA-6]', () => {
    /** An alarm that resolves late starts the requester's silence late: that is another story. */
    const withoutAlarms = arbitraryWalk().filter(({ open }) => open.type === 'record')
    fc.assert(
      fc.property(withoutAlarms, arbitraryDesk, fc.integer({ min: 1, max: 60_000 }), (walk, setUp, minutes) => {
        const lived = live(walk, setUp)
        const later = (how: (desk: DeskAtWork, until: string) => void) => {
          const desk = deskAtWork({ desk: setUp, at: lived.now(), ticket: lived.current() })
          how(desk, plus(lived.now(), minutes * 60_000))
          return desk
        }
        const punctual = later((desk, until) => desk.fastForwardTo(until))
        const late = later((desk, until) => {
          desk.moveTo(until)
          desk.wake()
        })
        const withWarnings = ['target-warned', 'time-proposed', 'time-unanswered']
        const withoutWarnings = (desk: DeskAtWork) => desk.events().filter(({ type }) => !withWarnings.includes(type))
        const otherwiseDueAt = (desk: DeskAtWork) =>
          ticketDecider.wakeAt({ ...desk.current(), proposals: [] }, desk.context())
        expect(withoutWarnings(late)).toEqual(withoutWarnings(punctual))
        const warnings = (desk: DeskAtWork) => desk.all('target-warned').map(({ step, warnAt }) => `${step} ${warnAt}`)
        expect(warnings(punctual)).toEqual(expect.arrayContaining(warnings(late)))
        expect(late.current().pauses).toEqual(punctual.current().pauses)
        expect(otherwiseDueAt(late)).toBe(otherwiseDueAt(punctual))
      }),
      { numRuns: 150 },
    )
  })

  test('the forecast is what then happens, if nobody does anything [ESC-2]', () => {
    fc.assert(
      fc.property(arbitraryWalk(), fc.option(arbitraryDesk, { nil: undefined, freq: 2 }), (walk, setUp) => {
        const desk = live(walk, setUp)
        const foreseen = forecast(desk.current(), desk.context()).map(({ at, role, because, step }) => [
          at,
          role,
          because,
          step,
        ])
        const before = desk.log.length
        for (let wakeUps = 0; wakeUps < 20; wakeUps += 1) {
          const next = desk.wakeAt()
          if (next) desk.fastForwardTo(next)
        }
        const happened = desk.log.slice(before).flatMap(({ at, event }) => {
          const line = asLine(event)
          return line ? [[at, ...line]] : []
        })
        expect(foreseen).toEqual(happened)
      }),
      { numRuns: 120 },
    )
  })

  test('history can be told in any order without an accident, and telling it changes nothing told before [AUD-1]', () => {
    fc.assert(
      fc.property(arbitraryWalk(20), arbitraryWalk(20), fc.array(fc.nat(), { maxLength: 20 }), (walk, other, picks) => {
        const events = live(other).log
        let ticket = live(walk).current()
        for (const pick of picks) {
          const line = events[pick % events.length]
          if (!line) continue
          const before = structuredClone(ticket)
          const meta = { at: plus(ticket.updatedAt, 1), actor: { kind: 'person', id: line.by, name: '' } } as const
          const next = ticketDecider.evolve(ticket, line.event, meta)
          expect(ticket).toEqual(before)
          expect(next.number).toBe(ticket.number)
          ticket = next
        }
      }),
      { numRuns: 60 },
    )
  })
})
