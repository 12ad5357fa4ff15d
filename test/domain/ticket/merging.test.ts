import { describe, expect, test } from 'vitest'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { duplicatesOf } from '../../../shared/domain/ticket/merge.ts'
import { whyNotMergeable } from '../../../shared/domain/ticket/merging.ts'
import { MOST_ATTACHMENTS, type Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { anna, asActor, GRADES, NUMBER, recorded, requesterOf, victor } from '../../support/ticket-fixtures.ts'
import { MERGE, ticketIn } from './tickets-in-every-state.ts'

const OTHER = 'INC-2026-000050'
const THIRD = 'INC-2026-000051'

const open = (ticket?: Ticket) => {
  const desk = deskAtWork(ticket ? { ticket } : {})
  if (!ticket) desk.act('grace', recorded())
  return desk
}

const merged = (from: Ticket = ticketIn('assigned')) => {
  const desk = open(from)
  desk.act(DESK, { type: 'merge-into', ...MERGE })
  return desk
}

describe('the ticket that goes on', () => {
  test('takes several duplicates at once, each once [INT-13]', () => {
    const desk = open()
    const [event] = desk.act('grace', { type: 'merge', duplicates: [OTHER, THIRD, OTHER] })
    expect(event).toMatchObject({ type: 'duplicates-merged', duplicates: [OTHER, THIRD] })
    expect(desk.act('grace', { type: 'merge', duplicates: [THIRD] })).toEqual([])
    expect(duplicatesOf(desk.current()).map(({ number }) => number)).toEqual([OTHER, THIRD])
  })

  test('is not its own duplicate, and has not endlessly many [INT-13]', () => {
    const desk = open()
    expect(refusalOf(() => desk.act('grace', { type: 'merge', duplicates: [NUMBER] }))).toBe('invalid own-duplicate')
    const many = Array.from({ length: 500 }, (_each, index) => ({ number: `INC-2026-${200_000 + index}`, merge: 'm' }))
    const full = open({ ...desk.current(), duplicates: many })
    expect(refusalOf(() => full.act('grace', { type: 'merge', duplicates: [OTHER] }))).toBe(
      'invalid too-many-duplicates',
    )
  })

  test('lets a duplicate go by the very decision that is undone, and no other [INT-13]', () => {
    const desk = open()
    desk.act('grace', { type: 'merge', duplicates: [OTHER, THIRD] })
    const [known] = duplicatesOf(desk.current())
    if (!known) throw new Error('nothing was merged')
    desk.act(DESK, { type: 'release-duplicate', duplicate: { ...known, merge: 'an earlier one' } })
    expect(duplicatesOf(desk.current())).toHaveLength(2)
    desk.act(DESK, { type: 'release-duplicate', duplicate: known })
    expect(desk.act(DESK, { type: 'release-duplicate', duplicate: known })).toEqual([])
    expect(duplicatesOf(desk.current()).map(({ number }) => number)).toEqual([THIRD])
  })
})

describe('a duplicate', () => {
  test('closes at once, with the system’s code and without a rating [INT-13] [CLO-4] [CLO-6]', () => {
    const desk = merged()
    expect(desk.current()).toMatchObject({
      state: 'merged',
      closeCode: 'merged',
      satisfaction: { notObtained: 'merged' },
      closedAt: desk.now(),
      merge: { into: OTHER, by: { id: 'grace' }, stateBefore: 'assigned' },
    })
    expect(desk.wakeAt()).toBeNull()
  })

  test('goes back to where it stood, waiting and all, and its clocks have gone on [INT-13] [SLA-4]', () => {
    const before = ticketIn('waiting')
    const desk = merged(before)
    expect(desk.current().waiting).toEqual(before.waiting)
    desk.fastForward({ hours: 1 })
    desk.act('grace', { type: 'unmerge' })
    const { state, waiting, pauses, closedAt, closeCode, satisfaction, merge } = desk.current()
    expect({ state, waiting, pauses }).toEqual({ state: 'waiting', waiting: before.waiting, pauses: before.pauses })
    expect([closedAt, closeCode, satisfaction, merge]).toEqual([null, null, null, null])
    expect(desk.wakeAt()).not.toBeNull()
  })

  test('keeps the rating it had, merged or not [INT-13] [CLO-6]', () => {
    const satisfaction = { score: 4, comment: null } as const
    const desk = merged({ ...ticketIn('accepted'), satisfaction })
    expect(desk.current().satisfaction).toEqual(satisfaction)
    desk.act('grace', { type: 'unmerge' })
    expect(desk.current().satisfaction).toEqual(satisfaction)
  })

  test('is merged once however often it is told, and not again by a decision that was undone [INT-13]', () => {
    const desk = merged()
    expect(desk.act(DESK, { type: 'merge-into', ...MERGE })).toEqual([])
    desk.act('grace', { type: 'unmerge' })
    expect(desk.act(DESK, { type: 'merge-into', ...MERGE })).toEqual([])
    expect(desk.current().state).toBe('assigned')
    desk.act(DESK, { type: 'merge-into', ...MERGE, id: 'merge-2' })
    expect(desk.current().state).toBe('merged')
    expect(refusalOf(() => desk.act(DESK, { type: 'merge-into', ...MERGE, id: 'merge-3', into: THIRD }))).toBe(
      'conflict not-mergeable',
    )
  })

  test('is open, no major incident, and has nothing hanging under it [INT-13] [MAJ-8]', () => {
    expect(whyNotMergeable(ticketIn('waiting'))).toBeNull()
    expect(whyNotMergeable(ticketIn('resolved'))).toContain('resolved')
    const major = open()
    major.act('grace', { type: 'classify', ...GRADES[1], reason: 'all are down' })
    expect(whyNotMergeable(major.current())).toContain('major')
    expect(whyNotMergeable({ ...ticketIn('assigned'), children: [OTHER] })).toContain('hang under it')
  })

  test('written before there were merges, is not merged [INT-13]', () => {
    const { merge: _, undoneMerges: __, duplicates: ___, ...old } = ticketIn('assigned')
    const desk = merged(old)
    desk.act('grace', { type: 'unmerge' })
    expect(desk.current().undoneMerges).toEqual([MERGE.id])
    expect(refusalOf(() => open({ ...old, state: 'merged' }).act('grace', { type: 'unmerge' }))).toBe(
      'conflict not-merged',
    )
  })
})

describe('words on a duplicate', () => {
  const words = {
    type: 'pass-on-words',
    of: OTHER,
    by: { kind: 'person', id: 'victor', name: 'Victor' },
    text: 'Mine too.',
    fullText: null,
    html: null,
    attachments: [{ id: 'a', filename: 'a.png', mimeType: 'image/png', bytes: 1, sha256: 'a', visibility: 'public' }],
    ofItsRequester: false,
  } as const

  test('are for the ticket that goes on, and for nobody of the duplicate; those of staff stay [INT-13]', () => {
    const desk = merged()
    const [said] = desk.act(asActor(anna), { type: 'comment', text: 'And now this.', visibility: 'public' })
    expect(said).toMatchObject({ passedOnTo: OTHER, told: [] })
    const [answered] = desk.act('grace', { type: 'comment', text: 'We are at it.', visibility: 'public' })
    expect(answered).not.toHaveProperty('passedOnTo')
  })

  test('of another requester stay among staff, with what is attached [INT-13] [ROL-3]', () => {
    const desk = open(ticketIn('accepted'))
    const [said] = desk.act(DESK, words)
    expect(said).toMatchObject({ from: 'other', visibility: 'internal', of: OTHER, told: ['noor'] })
    expect(desk.current().attachments).toMatchObject([{ id: 'a', visibility: 'internal' }])
  })

  test('of the same requester answer what was asked [INT-13] [WAI-4]', () => {
    const desk = open(ticketIn('accepted'))
    desk.act('noor', { type: 'wait', code: 'requester', reason: 'Which floor?' })
    const events = desk.act(DESK, { ...words, ofItsRequester: true })
    expect(events).toMatchObject([
      { type: 'commented', from: 'requester', visibility: 'public' },
      { type: 'resumed', cause: 'requester-answer' },
    ])
  })

  test('go on where the other one was merged too [INT-13]', () => {
    const [said] = merged().act(DESK, words)
    expect(said).toMatchObject({ passedOnTo: MERGE.into, told: [] })
  })

  test('with more attachments than a ticket takes are refused [INT-15]', () => {
    const [attachment] = words.attachments
    const full = { ...ticketIn('accepted'), attachments: Array.from({ length: MOST_ATTACHMENTS }, () => attachment) }
    expect(refusalOf(() => open(full).act(DESK, words))).toBe('invalid too-many-attachments')
    expect(open({ ...full, requester: requesterOf(victor) }).act(DESK, { ...words, attachments: [] })).toHaveLength(1)
  })
})
