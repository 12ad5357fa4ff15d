import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import type { NoticeCommand } from '../../../shared/domain/notice/event.ts'
import { evolve } from '../../../shared/domain/notice/evolve.ts'
import type { Notice, PlannedMessage } from '../../../shared/domain/notice/notice.ts'
import { NOTICE_DECIDER } from '../../../shared/domain/notice/notice-decider.ts'
import { actorRef, DESK } from '../../../shared/domain/people/actor.ts'
import { plannedMessage } from './messages.ts'

const START = '2026-03-02T01:00:00.000Z'

const commands = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c').map((claim): NoticeCommand => ({ type: 'claim', claim })) },
  fc.constantFrom('a', 'b', 'c').map((claim): NoticeCommand => ({ type: 'note-sent', claim, messageId: '<m@x>' })),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('passing' as const, 'refused' as const))
    .map(([claim, reason]): NoticeCommand => ({ type: 'note-failure', claim, reason, detail: '' })),
  fc.constantFrom<NoticeCommand>(
    { type: 'note-delivery' },
    { type: 'note-bounce', permanent: true, detail: '' },
    { type: 'note-complaint', detail: '' },
    { type: 'skip-route', channel: 'email', why: '' },
    { type: 'skip-route', channel: 'sms', why: '' },
    { type: 'plan', notice: plannedMessage },
  ),
)
const minutes = fc.constantFrom(0, 0, 1, 3, 5, 60, 300)

test('whatever comes in whatever order: one sender at a time, a bounded number of attempts, and an end [NOT-4]', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(commands, minutes), { maxLength: 60 }), (acts) => {
      const meta = (now: string) => ({ at: now, actor: actorRef(DESK) })
      let notice: Notice = evolve(null, { type: 'planned', notice: plannedMessage }, meta(START))
      let now = START
      const attempts = new Map<string, number>()
      const bounces: string[] = []
      const step = (command: NoticeCommand | null) => {
        const context = { now, actor: DESK, newId: () => 'id' }
        const passed = NOTICE_DECIDER.passTime(notice, context)
        for (const event of passed) notice = evolve(notice, event, meta(now))
        const before = notice
        for (const event of command ? NOTICE_DECIDER.decide(notice, command, context) : []) {
          notice = evolve(notice, event, meta(now))
          if (event.type === 'attempt-started') {
            expect(before).toMatchObject({ status: 'planned', claim: null })
            attempts.set(event.route.channel, (attempts.get(event.route.channel) ?? 0) + 1)
          }
          if (event.type === 'bounced') bounces.push(event.route.channel)
        }
        expect(NOTICE_DECIDER.passTime(notice, context), 'passing the time twice does nothing new').toEqual([])
      }
      for (const [command, wait] of acts) {
        step(command)
        now = plus(now, wait * 60_000)
      }
      for (
        let wakes = 0;
        wakes < 20 && NOTICE_DECIDER.wakeAt(notice, { now, actor: DESK, newId: () => 'id' });
        wakes += 1
      ) {
        now = plus(now, 300 * 60_000)
        step({ type: 'claim', claim: `late-${wakes}` })
        step({ type: 'note-failure', claim: `late-${wakes}`, reason: 'passing', detail: '' })
      }
      expect(NOTICE_DECIDER.wakeAt(notice, { now, actor: DESK, newId: () => 'id' })).toBeNull()
      expect(attempts.get('email') ?? 0).toBeLessThanOrEqual(2)
      expect(attempts.get('sms') ?? 0).toBeLessThanOrEqual(6)
      expect(bounces.length).toBeLessThanOrEqual(1)
      const { routes } = notice as PlannedMessage
      expect(routes, 'what was planned never changes').toEqual(plannedMessage.routes)
    }),
    { numRuns: 500 },
  )
})
