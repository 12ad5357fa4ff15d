import { describe, expect, test } from 'vitest'
import type { NoticeEvent } from '../../../shared/domain/notice/event.ts'
import { evolve } from '../../../shared/domain/notice/evolve.ts'
import { noticeLine } from '../../../shared/domain/notice/history.ts'
import { actorRef, DESK } from '../../../shared/domain/people/actor.ts'
import { plannedCall, plannedMessage } from './messages.ts'

const meta = { at: '2026-03-02T01:00:00.000Z', actor: actorRef(DESK) }
const route = { channel: 'email', address: 'wang@example.com' } as const
const by = actorRef(DESK)
const message = evolve(null, { type: 'planned', notice: plannedMessage }, meta)
const task = evolve(null, { type: 'planned', notice: plannedCall }, meta)

describe('the ticket’s history', () => {
  test.each<readonly [NoticeEvent, object | null]>([
    [{ type: 'planned', notice: plannedMessage }, null],
    [{ type: 'attempt-started', claim: 'a', route, until: meta.at }, null],
    [{ type: 'fell-over', to: route }, null],
    [
      { type: 'sent', route, messageId: '<m@x>' },
      { type: 'notice-sent', ...route },
    ],
    [
      { type: 'delivered', route },
      { type: 'notice-delivered', ...route },
    ],
    [
      { type: 'attempt-failed', route, reason: 'passing', detail: 'busy', retryAt: meta.at },
      { type: 'notice-failed', reason: 'busy', retryAt: meta.at, ...route },
    ],
    [
      { type: 'route-skipped', route, why: 'bounced' },
      { type: 'notice-skipped', reason: 'bounced', ...route },
    ],
    [
      { type: 'bounced', route, permanent: true, detail: '550' },
      { type: 'notice-bounced', reason: '550', permanent: true, ...route },
    ],
    [
      { type: 'complained', route, detail: 'abuse' },
      { type: 'notice-complained', reason: 'abuse', ...route },
    ],
    [{ type: 'given-up' }, { type: 'notice-undeliverable' }],
    [
      { type: 'acknowledged', by, via: 'sms' },
      { type: 'notice-acknowledged', via: 'sms' },
    ],
    [
      { type: 'passed-on', to: { id: 'chen', name: 'Chen Jie' }, retryAt: null },
      { type: 'notice-passed-on', next: 'Chen Jie' },
    ],
    [
      { type: 'passed-on', to: null, retryAt: null },
      { type: 'notice-passed-on', next: null },
    ],
    [{ type: 'unanswered' }, { type: 'notice-unanswered' }],
    [{ type: 'repeated', to: route, round: 2 }, null],
    [{ type: 'stopped', why: 'acknowledged' }, null],
  ])('shows what became of a message: $0.type [NOT-4]', (event, expected) => {
    const about = { notice: plannedMessage.id, template: 'assigned', visibility: 'internal', to: 'Wang Wei' }
    expect(noticeLine(message, event)).toEqual(expected && { ...about, ...expected })
  })

  test('shows a call to make and what came of it [NOT-1]', () => {
    expect(noticeLine(task, { type: 'planned', notice: plannedCall })).toMatchObject({
      type: 'call-opened',
      to: 'Wang Wei',
    })
    expect(noticeLine(task, { type: 'ticked-off', outcome: 'reached', note: 'ok', by })).toMatchObject({
      type: 'call-made',
      outcome: 'reached',
      note: 'ok',
      visibility: 'internal',
    })
  })
})
