import { describe, expect, test } from 'vitest'
import { MONITORING } from '../../../shared/domain/people/actor.ts'
import type { Declaration } from '../../../shared/domain/ticket/command.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import {
  anna,
  deskWithPolicy,
  GRADES,
  MONDAY_9,
  mailFrom,
  NUMBER,
  recorded,
  requesterOf,
  smallDesk,
  submitted,
  victor,
} from '../../support/ticket-fixtures.ts'

const afterSubmit = (more: Partial<Declaration> = {}): Ticket => {
  const desk = deskAtWork()
  desk.act('anna', submitted(more))
  return desk.current()
}
const afterRecord = (more: Partial<Declaration> = {}): Ticket => {
  const desk = deskAtWork()
  desk.act('grace', recorded(more))
  return desk.current()
}

describe('a declaration', () => {
  test('becomes one record with everything that was said, lying with the desk [INT-1] [INT-9]', () => {
    const said = {
      contact: { name: 'Bob', phone: '123', place: 'Floor 3' },
      service: 'mail',
      item: 'mail-1',
      system: 'Outlook',
      html: '<p>Since this morning.</p>',
      security: true,
      attachments: [
        { id: 'a', filename: 'a.png', mimeType: 'image/png', bytes: 1, sha256: 'x', visibility: 'public' as const },
      ],
      mail: { id: 'mail-1', messageId: '<1@example.com>' },
      relatedTo: 'INC-2026-000000',
    }
    const { mail, ...kept } = said
    expect(afterSubmit(said)).toMatchObject({
      ...kept,
      number: NUMBER,
      title: 'VPN drops every hour',
      description: 'Since this morning.',
      kind: 'incident',
      class: 'fault',
      channel: 'portal',
      state: 'recorded',
      group: 'desk',
      line: 'desk',
      assignee: null,
      requester: requesterOf(anna),
      recordedBy: 'anna',
      recordedAt: MONDAY_9,
      updatedAt: MONDAY_9,
      mailId: mail.id,
      messageId: mail.messageId,
    })
  })

  test('what was not said is empty, and nothing has happened yet [INT-9]', () => {
    expect(afterSubmit()).toMatchObject({
      contact: null,
      service: null,
      item: null,
      system: null,
      html: null,
      security: false,
      attachments: [],
      mailId: null,
      messageId: null,
      relatedTo: null,
      parent: null,
      alarm: null,
      major: 'none',
      pauses: [],
      waiting: null,
      reassignments: 0,
      contacts: [],
      closeCode: null,
      satisfaction: null,
      ratingReview: 'none',
      problem: null,
    })
  })

  test('a request is of the class request unless something else is said [PRI-1]', () => {
    expect(afterSubmit({ kind: 'service-request' })).toMatchObject({ kind: 'service-request', class: 'request' })
    expect(afterSubmit({ class: 'complaint' })).toMatchObject({ kind: 'incident', class: 'complaint' })
  })

  test('needs a title, and codes the desk knows [INT-9] [INT-1]', () => {
    const refused = (more: Partial<Declaration>) => refusalOf(() => afterSubmit(more))
    expect(refused({ title: '  ' })).toBe('invalid title-missing')
    expect(afterSubmit({ title: ' Printer ' }).title).toBe('Printer')
    expect(refused({ channel: 'telepathy' })).toBe('invalid unknown-channel')
    expect(refused({ class: 'miracle' })).toBe('invalid unknown-class')
    expect(refused({ category: 'weather' })).toBe('invalid unknown-category')
    expect(refused({ service: 'weather' })).toBe('invalid unknown-service')
  })

  test('a refusal lists what there is, as long as that can be read [INT-1]', () => {
    const many = new Map(Array.from({ length: 21 }, (_, i) => [`group-${i}`, smallDesk.groups.get('desk')]))
    const refused = (groups: Iterable<readonly [string, unknown]>) => {
      const desk = deskAtWork({ desk: { ...smallDesk, groups: new Map(groups) as typeof smallDesk.groups } })
      desk.act('anna', submitted())
      try {
        desk.act('grace', { type: 'assign', group: 'weather' })
      } catch (error) {
        return String(error)
      }
      return 'not refused'
    }
    expect(refused(smallDesk.groups)).toContain('Known are: desk, network, platform, acme.')
    expect(refused(many)).not.toContain('Known are')
  })
})

describe('what nobody said', () => {
  test('the desk names a category, others get the default one until classified [PRI-2]', () => {
    expect(refusalOf(() => afterRecord({ category: undefined }))).toBe('invalid category-missing')
    expect(afterRecord().category).toBe('vpn')
    expect(afterSubmit().category).toBe('unclassified')
    expect(afterSubmit({ category: 'vpn' }).category).toBe('vpn')
  })

  test('urgency is medium, high for a VIP, unless the desk says otherwise [PRI-3]', () => {
    expect(afterSubmit().urgency).toBe('medium')
    expect(afterSubmit({ requester: requesterOf(victor) }).urgency).toBe('high')
    expect(afterRecord({ requester: requesterOf(victor), urgency: 'low' }).urgency).toBe('low')
  })

  test('only the desk and monitoring say how grave it is [PRI-3] [PRI-6] [INT-6]', () => {
    expect(refusalOf(() => afterSubmit({ urgency: 'critical' }))).toBe('forbidden grade-by-desk')
    expect(refusalOf(() => afterSubmit({ impact: 'extensive' }))).toBe('forbidden grade-by-desk')
    const byMail = deskAtWork()
    const mail = mailFrom('anna@example.com')
    expect(refusalOf(() => byMail.act(mail, submitted({ urgency: 'critical' })))).toBe('forbidden grade-by-desk')
    byMail.act(MONITORING, submitted({ channel: 'alarm', ...GRADES[2] }))
    expect(byMail.current().priority).toBe(2)
  })

  test('the criticality of the service sets the impact and a floor for the priority [PRI-5]', () => {
    expect(afterSubmit({ service: 'mail' })).toMatchObject({ impact: 'minor', priority: 3 })
    expect(afterSubmit({ service: 'shop' })).toMatchObject({ impact: 'moderate', priority: 3 })
    expect(afterSubmit({ service: 'erp' })).toMatchObject({ impact: 'significant', priority: 3 })
    expect(afterRecord({ service: 'erp', ...GRADES[4] })).toMatchObject({ impact: 'minor', priority: 3 })
    expect(afterRecord({ service: 'mail', ...GRADES[4] })).toMatchObject({ priority: 4 })
  })

  test('the priority follows from impact and urgency [PRI-4]', () => {
    for (const priority of [1, 2, 3, 4] as const) expect(afterRecord(GRADES[priority]).priority).toBe(priority)
  })

  test('policy and calendar in force are kept with it; a changed policy touches later tickets only [ESC-9] [SLA-4]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded({ service: 'erp' }))
    expect(desk.current()).toMatchObject({ policyVersion: 1, calendar: { id: '24x7', version: 1 } })
    expect(afterSubmit().calendar).toEqual({ id: 'cn-office', version: 1 })
    const before = desk.wakeAt()
    const slower = deskWithPolicy({ warnAtPercent: 99 }, 2)
    desk.setUp(slower)
    expect(desk.wakeAt()).toBe(before)
    const later = deskAtWork({ desk: slower })
    later.act('grace', recorded({ service: 'erp' }))
    expect(later.current().policyVersion).toBe(2)
    expect(later.wakeAt()).not.toBe(before)
  })

  test('a service timed by a calendar that is not there is not taken in silence [SLA-3]', () => {
    const desk = deskAtWork({ desk: { ...smallDesk, calendars: new Map() } })
    expect(refusalOf(() => desk.act('anna', submitted()))).toBe('not-found unknown-calendar')
  })
})

describe('priority 1', () => {
  test('makes an incident a candidate for a major incident at once, a request never [MAJ-1]', () => {
    expect(afterRecord(GRADES[1]).major).toBe('candidate')
    expect(afterRecord(GRADES[2]).major).toBe('none')
    expect(afterRecord({ ...GRADES[1], kind: 'service-request' }).major).toBe('none')
  })
})
