import { describe, expect, test } from 'vitest'
import type { NoticeMessage } from '../../../shared/domain/notice/message.ts'
import { nextPerson, noticesOfSilence, noticeToNext } from '../../../shared/domain/notice/next-person.ts'
import type { MessageNotice } from '../../../shared/domain/notice/notice.ts'
import type { Layer, Rota, RotaSubject } from '../../../shared/domain/on-call/rota.ts'
import type { Person } from '../../../shared/domain/people/person.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { AGENT, desk, planningOf, staff } from './desk-at-work.ts'
import { repeatedMessage } from './messages.ts'

const deskAddress = 'desk@desk.example.com'
const { ticket, context } = planningOf({ type: 'rating-review-opened', told: [] }, AGENT, { group: 'network' })
const ladder = repeatedMessage.ladder ?? expect.unreachable()

const noticeOf = (message: NoticeMessage, ...told: readonly string[]): MessageNotice => ({
  ...repeatedMessage,
  message,
  ladder: { ...ladder, told },
  plannedAt: context.now,
  updatedAt: context.now,
  status: 'sent',
  route: repeatedMessage.routes[0],
  routesLeft: [],
  attemptsOnRoute: 1,
  timesPutOff: 0,
  claim: null,
  dueAt: context.now,
  complained: false,
  round: 1,
  passedOn: false,
  acknowledged: null,
})

const assigned: NoticeMessage = { template: 'assigned', toYou: true }
const escalated = (level: 'L1' | 'L2' | 'PM' | 'management' | null): NoticeMessage => ({
  template: 'escalated',
  level,
  because: { trigger: 'matrix' },
  next: null,
})
const withStaff = (...people: readonly Person[]): Desk => ({
  ...desk,
  staff: new Map([...desk.staff.values(), ...people].map((person) => [person.id, person])),
})
const whoAfter = (message: NoticeMessage, told: readonly string[], of = desk) =>
  nextPerson(noticeOf(message, ...told), { ticket, context: { ...context, desk: of }, deskAddress })?.id ?? null

describe('the next person', () => {
  test('is a colleague of the group, then its lead, and then nobody [NOT-3]', () => {
    expect(whoAfter(assigned, ['wang'])).toBe('chen')
    expect(whoAfter(assigned, ['wang', 'chen'])).toBeNull()
    const lead = { ...staff.li, id: 'boss', name: 'Boss' }
    const led = {
      ...withStaff(lead),
      groups: new Map(desk.groups).set('network', {
        id: 'network',
        name: { en: 'N', 'zh-CN': 'N' },
        line: 1,
        lead: 'boss',
      }),
    }
    expect(whoAfter(assigned, ['wang', 'chen'], led)).toBe('boss')
  })

  test('of an escalation plays the part it was for [NOT-3] [ESC-1]', () => {
    const other = { ...staff.zhao, id: 'peng', name: 'Peng' }
    expect(whoAfter(escalated('PM'), ['zhao', 'sun'], withStaff(other))).toBe('peng')
    expect(whoAfter(escalated('PM'), ['zhao', 'sun'])).toBeNull()
    expect(whoAfter(escalated('L1'), ['wang', 'sun'])).toBe('chen')
    expect(whoAfter(escalated('L2'), [])).toBe('wang')
    expect(whoAfter(escalated('management'), ['sun'])).toBe('qian')
    expect(whoAfter(escalated(null), [])).toBe('sun')
  })

  test('of a major incident is one of those whose move it is [NOT-3] [MAJ-1]', () => {
    const at = context.now
    const asked = (message: NoticeMessage) => whoAfter(message, [])
    expect(asked({ template: 'major-candidate' })).toBe('zhao')
    expect(asked({ template: 'major-solved', by: null, solution: 'It runs.' })).toBe('zhao')
    expect(asked({ template: 'major-overdue', stage: 'candidate', dueAt: at })).toBe('qian')
    expect(asked({ template: 'update-missed', audience: 'management', dueAt: at, escalates: true })).toBe('sun')
    expect(asked({ template: 'major-second-line', by: null, reason: null })).toBe('wang')
  })

  test('is who is on call, before the others of the group [NOT-3] [ONC-1]', () => {
    const jin = { ...staff.chen, id: 'jin', name: 'Jin' }
    const layer: Layer = {
      participants: ['jin', 'wang'],
      atOnce: 1,
      startsOn: '2026-01-01',
      handOverAt: '00:00',
      turn: { days: 500 },
      windows: [],
      holidays: 'ignored',
      calendar: null,
      endsOn: null,
    }
    const rota = (subject: RotaSubject): readonly [string, Rota] => [
      subject.kind,
      {
        id: subject.kind,
        name: { en: 'R', 'zh-CN': 'R' },
        subject,
        timeZone: 'UTC',
        layers: [layer],
        overrides: [],
        neededDuring: null,
      },
    ]
    const kinds = ['desk', 'project-managers', 'management'] as const
    const covered: Desk = {
      ...withStaff(jin),
      rotas: new Map([rota({ kind: 'group', group: 'network' }), ...kinds.map((kind) => rota({ kind }))]),
    }
    for (const message of [assigned, escalated('L1'), escalated('PM'), escalated('management')])
      expect(whoAfter(message, [], covered)).toBe('jin')
    expect(whoAfter(assigned, ['jin'], covered)).toBe('wang')
    const atDesk = { ...ticket, group: 'desk' }
    const telling = { ticket: atDesk, context: { ...context, desk: covered }, deskAddress }
    expect(nextPerson(noticeOf(assigned), telling)?.id).toBe('jin')
    const nowhere = { ...telling, ticket: { ...atDesk, group: 'gone', category: 'none' } }
    expect(nextPerson(noticeOf(escalated('L2')), nowhere)).toBeNull()
  })

  test('is there, and can be reached [NOT-3]', () => {
    expect(whoAfter(assigned, ['wang'], withStaff({ ...staff.chen, active: false }))).toBeNull()
    expect(whoAfter(assigned, ['wang'], withStaff({ ...staff.chen, email: 'x', mobile: null }))).toBeNull()
  })
})

describe('what the next person is told', () => {
  const telling = { ticket, context, deskAddress }
  const to = { id: 'chen', name: 'Chen Jie' }

  test('is the same in their place, once whoever passes it on [NOT-3] [NOT-4]', () => {
    const [notice, ...others] = noticeToNext(noticeOf(assigned, 'wang'), to, telling)
    expect(others).toEqual([])
    expect(notice).toMatchObject({
      id: 'INC-2026-000123.3.0.message.chen',
      recipient: { personId: 'chen', language: 'en' },
      message: { template: 'assigned', toYou: false },
      routes: [{ channel: 'email' }, { channel: 'sms' }],
      ladder: { matter: 'INC-2026-000123.3.0', told: ['wang', 'chen'], insteadOf: 'Wang Wei', stepMinutes: 5 },
    })
    expect(noticeToNext(noticeOf(escalated('PM'), 'zhao'), to, telling)[0]?.message).toEqual(escalated('PM'))
  })

  test('is nothing when they have gone, or it is no such notice [NOT-3]', () => {
    expect(noticeToNext(noticeOf(assigned), { id: 'gone', name: 'Gone' }, telling)).toEqual([])
    expect(noticeToNext({ ...noticeOf(assigned), ladder: null }, to, telling)).toEqual([])
    const unreachable = withStaff({ ...staff.chen, email: 'x', mobile: null })
    expect(noticeToNext(noticeOf(assigned), to, { ...telling, context: { ...context, desk: unreachable } })).toEqual([])
  })
})

describe('when nobody is left', () => {
  const silence = (of: Desk, notice = noticeOf(assigned, 'wang', 'gone')) =>
    noticesOfSilence(notice, { ticket, context: { ...context, desk: of }, deskAddress })

  test('the incident manager is told in writing and called [NOT-3]', () => {
    expect(silence(desk)).toMatchObject([
      {
        id: 'INC-2026-000123.3.0.silence.message.sun',
        medium: 'message',
        message: { template: 'unanswered', told: ['Wang Wei'] },
        ladder: null,
      },
      { id: 'INC-2026-000123.3.0.silence.call.sun', medium: 'call', phone: staff.sun.mobile },
    ])
    expect(silence(desk, { ...noticeOf(assigned), ladder: null })).toEqual([])
  })

  test('the desk’s managers are, where there is no incident manager [NOT-3]', () => {
    const manager: Person = { ...staff.li, id: 'diana', roles: ['desk-manager'], mobile: null, phone: '1' }
    const without = withStaff({ ...staff.sun, active: false }, manager)
    expect(silence(without)).toMatchObject([{ medium: 'message' }, { medium: 'call', phone: '1' }])
    expect(silence({ ...desk, staff: new Map() })).toEqual([])
  })
})
