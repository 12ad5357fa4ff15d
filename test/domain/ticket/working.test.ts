import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import type { Attachment, Visibility } from '../../../shared/domain/ticket/ticket.ts'
import { type DeskAtWork, deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import {
  anna,
  inShanghai,
  linkTo,
  mailFrom,
  NUMBER,
  personNamed,
  recorded,
  requesterOf,
} from '../../support/ticket-fixtures.ts'

const inWork = (): DeskAtWork => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  desk.act('grace', { type: 'assign', assignee: 'noor' })
  desk.moveTo(inShanghai('2026-03-02 09:10'))
  return desk
}

const says = (visibility: Visibility = 'public', more = {}): TicketCommand => ({
  type: 'comment',
  text: 'Floor 3, room 12.',
  visibility,
  ...more,
})

const spokenBy = (who: string | Actor, visibility: Visibility = 'public') => {
  const desk = inWork()
  desk.act(who, says(visibility))
  const { respondedAt } = desk.current()
  return { ...desk.all('commented')[0], respondedAt }
}

describe('a comment', () => {
  test('of the staff is a response when it is public, and none when internal [SLA-2] [LIF-4]', () => {
    expect(spokenBy('noor')).toMatchObject({ from: 'staff', told: [], respondedAt: inShanghai('2026-03-02 09:10') })
    expect(spokenBy('noor', 'internal')).toMatchObject({ from: 'staff', respondedAt: null })
  })

  test('of the requester is none, and tells whoever works on it [SLA-2] [LIF-4]', () => {
    expect(spokenBy('anna')).toMatchObject({ from: 'requester', told: ['noor'], respondedAt: null })
    expect(spokenBy(linkTo(NUMBER))).toMatchObject({ from: 'requester', told: ['noor'], respondedAt: null })
    const open = deskAtWork()
    open.act('grace', recorded())
    open.act('anna', says())
    expect(open.current().confirmationSince).toBeNull()
    expect(open.all('commented')).toMatchObject([{ told: ['grace', 'wei'] }])
  })

  test('by mail speaks for whom the mail has proved to come from, else for nobody [INT-6]', () => {
    expect(spokenBy(mailFrom('Anna@Example.com'))).toMatchObject({ from: 'requester' })
    expect(spokenBy(mailFrom('anna@example.com', { verified: false }))).toMatchObject({ from: 'other' })
    expect(spokenBy(mailFrom('bob@example.com'))).toMatchObject({ from: 'other', respondedAt: null })
    expect(spokenBy(mailFrom('noor@example.com', { staff: true }), 'internal')).toMatchObject({ from: 'staff' })
    const forged = mailFrom('noor@example.com', { staff: true, verified: false })
    expect(spokenBy(forged)).toMatchObject({ from: 'other', respondedAt: null })
  })

  test('of a requester who works on tickets is still the requester’s own [SLA-2]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded({ requester: requesterOf(personNamed('noor')) }))
    desk.act('noor', says())
    expect(desk.all('commented')).toMatchObject([{ from: 'requester' }])
    expect(desk.current().respondedAt).toBeNull()
  })

  test('of somebody without an address matches no mail [INT-6]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded({ requester: { ...requesterOf(anna), email: null } }))
    desk.act(mailFrom('anna@example.com'), says())
    expect(desk.all('commented')).toMatchObject([{ from: 'other' }])
  })

  test('is internal only among staff [ROL-3]', () => {
    for (const who of ['anna', linkTo(NUMBER), mailFrom('anna@example.com'), mailFrom('bob@example.com')])
      expect(refusalOf(() => inWork().act(who, says('internal')))).toBe('forbidden internal-for-staff')
  })

  test('keeps the whole text, its form, its attachments and the mail it came by [LIF-4] [INT-3]', () => {
    const attachment: Attachment = {
      id: 'a',
      filename: 'a.png',
      mimeType: 'image/png',
      bytes: 1,
      sha256: 'x',
      visibility: 'public',
    }
    const mail = { id: 'mail-2', messageId: '<2@example.com>' }
    const desk = inWork()
    desk.act('anna', says('public', { fullText: 'Floor 3 > You wrote', html: '<p>', attachments: [attachment], mail }))
    expect(desk.all('commented')).toMatchObject([
      { text: 'Floor 3, room 12.', fullText: 'Floor 3 > You wrote', html: '<p>', attachments: [attachment], mail },
    ])
    desk.act('anna', says())
    expect(desk.all('commented')[1]).toMatchObject({ fullText: null, html: null, attachments: [], mail: null })
    expect(desk.current().attachments).toEqual([attachment])
  })
})

describe('a contact with the requester', () => {
  test('is a response, and keeps what was confirmed and agreed [SLA-2] [LIF-10]', () => {
    const desk = inWork()
    const agreed = inShanghai('2026-03-02 12:00')
    desk.act('noor', {
      type: 'contact',
      medium: 'phone',
      reached: true,
      note: 'Only over Wi-Fi',
      faultConfirmed: true,
      handlingTimeAgreedAt: agreed,
    })
    const at = inShanghai('2026-03-02 09:10')
    expect(desk.current().respondedAt).toBe(at)
    expect(desk.current().contacts).toEqual([
      {
        at,
        by: { id: 'noor', name: 'Noor' },
        medium: 'phone',
        reached: true,
        note: 'Only over Wi-Fi',
        faultConfirmed: true,
        gradeAgreed: null,
        handlingTimeAgreedAt: agreed,
      },
    ])
  })

  test('the first response counts, whichever it was [SLA-2]', () => {
    const desk = inWork()
    desk.act('noor', says())
    desk.moveTo(inShanghai('2026-03-02 09:30'))
    desk.act('noor', { type: 'accept' })
    desk.act('noor', { type: 'contact', medium: 'chat', reached: false, note: '', faultConfirmed: false })
    expect(desk.current().respondedAt).toBe(inShanghai('2026-03-02 09:10'))
    expect(desk.current().contacts).toMatchObject([{ handlingTimeAgreedAt: null }])
  })
})

describe('the customer’s agreement with the grade [PRI-7]', () => {
  const asks = (gradeAgreed: boolean | undefined, reached = true) =>
    ({ type: 'contact', medium: 'phone', reached, note: 'Asked', faultConfirmed: true, gradeAgreed }) as const

  test('is what they last said, and stands with who heard it and when', () => {
    const desk = inWork()
    expect(desk.current().gradeAgreed).toBeNull()
    desk.act('noor', asks(false))
    expect(desk.current().gradeAgreed).toBe(false)
    desk.act('noor', asks(undefined))
    expect(desk.current().gradeAgreed).toBe(false)
    desk.act('grace', asks(true))
    expect(desk.current().gradeAgreed).toBe(true)
    expect(desk.current().contacts).toMatchObject([
      { by: { id: 'noor' }, gradeAgreed: false },
      { by: { id: 'noor' }, gradeAgreed: null },
      { by: { id: 'grace' }, gradeAgreed: true },
    ])
  })

  test('is of one grade: of another one they have to be asked again', () => {
    const desk = inWork()
    desk.act('noor', asks(true))
    desk.act('grace', { type: 'classify', impact: 'extensive', reason: 'All floors' })
    expect(desk.current().gradeAgreed).toBeNull()
    expect(desk.current().contacts).toMatchObject([{ gradeAgreed: true }])
  })

  test('is not known of somebody who was not reached', () => {
    const desk = inWork()
    expect(refusalOf(() => desk.act('noor', asks(true, false)))).toBe('invalid not-reached')
    expect(desk.act('noor', asks(undefined, false))).toHaveLength(1)
  })
})

describe('findings', () => {
  test('cause, workaround and solution are fields; what is not said again stays [LIF-4]', () => {
    const desk = inWork()
    desk.act('noor', { type: 'accept' })
    desk.act('noor', { type: 'diagnose', cause: 'A broken cable' })
    desk.act('noor', { type: 'diagnose', workaround: 'Use Wi-Fi' })
    desk.act('noor', { type: 'diagnose', solution: 'Replace the cable' })
    expect(desk.current()).toMatchObject({
      cause: 'A broken cable',
      workaround: 'Use Wi-Fi',
      solution: 'Replace the cable',
    })
    expect(refusalOf(() => desk.act('noor', { type: 'diagnose' }))).toBe('invalid nothing-found')
  })

  test('what is left to find out becomes a problem in one act, once [LIF-11]', () => {
    const desk = inWork()
    desk.act('noor', { type: 'accept' })
    const raise: TicketCommand = { type: 'raise-problem', problem: 'PRB-2026-000001' }
    expect(refusalOf(() => desk.act('noor', raise))).toBe('invalid question-missing')
    desk.act('noor', { ...raise, leftToFindOut: 'Why only floor 3?' })
    expect(desk.current().problem).toBe('PRB-2026-000001')
    expect(desk.all('problem-raised')).toMatchObject([{ leftToFindOut: 'Why only floor 3?' }])
    expect(refusalOf(() => desk.act('noor', { ...raise, problem: 'PRB-2026-000002' }))).toBe('conflict problem-raised')
  })

  test('a ticket hangs under one parent; the same again is no news [MAJ-8]', () => {
    const desk = inWork()
    const clock: Actor = { kind: 'system', name: 'desk' }
    desk.act(clock, { type: 'attach-to-parent', parent: 'INC-2026-000009' })
    expect(desk.current().parent).toBe('INC-2026-000009')
    expect(desk.act(clock, { type: 'attach-to-parent', parent: 'INC-2026-000009' })).toEqual([])
  })
})
