import { describe, expect, test } from 'vitest'
import { childrenOf } from '../../../shared/domain/major-incident/children.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { GRADES, MONDAY_9, recorded } from '../../support/ticket-fixtures.ts'
import { solved } from '../ticket/tickets-in-every-state.ts'

const PARENT = 'INC-2026-000900'
const CHILD = 'INC-2026-000901'

const major = () => {
  const desk = deskAtWork()
  desk.act('grace', recorded(GRADES[1]))
  desk.act('paula', { type: 'judge-major', confirmed: true, reason: 'all are down' })
  return desk
}

const child = () => {
  const desk = deskAtWork()
  desk.act('grace', recorded())
  desk.act(DESK, { type: 'attach-to-parent', parent: PARENT })
  return desk
}

const { type: _, category: __, ...resolution } = { category: undefined, ...solved }
const isSolved = { at: MONDAY_9, resolution }

describe('what hangs under a major incident', () => {
  test('is listed with it, each once, and detached again [MAJ-8]', () => {
    const desk = major()
    desk.act('grace', { type: 'attach-child', child: CHILD })
    expect(desk.act(DESK, { type: 'note-child', child: CHILD })).toEqual([])
    expect(childrenOf(desk.current())).toEqual([CHILD])
    expect(refusalOf(() => desk.act('grace', { type: 'detach-child', child: PARENT }))).toBe('invalid not-a-child')
    desk.act('grace', { type: 'detach-child', child: CHILD })
    expect(childrenOf(desk.current())).toEqual([])
    expect(refusalOf(() => desk.act('grace', { type: 'detach-child', child: CHILD }))).toBe('conflict no-children')
  })

  test('is neither itself nor under something that hangs itself, nor without end [MAJ-8]', () => {
    const desk = major()
    const { number } = desk.current()
    expect(refusalOf(() => desk.act('grace', { type: 'attach-child', child: number }))).toBe('invalid own-child')
    expect(refusalOf(() => child().act(DESK, { type: 'note-child', child: CHILD }))).toBe('conflict has-parent')
    const full = Array.from({ length: 1_000 }, (_each, index) => `INC-2026-${100_000 + index}`)
    const crowded = deskAtWork({ ticket: { ...desk.current(), children: full } })
    expect(refusalOf(() => crowded.act('grace', { type: 'attach-child', child: CHILD }))).toBe(
      'invalid too-many-children',
    )
  })

  test('stays where it hangs [MAJ-8] [INT-8]', () => {
    const desk = child()
    expect(desk.act(DESK, { type: 'attach-to-parent', parent: PARENT })).toEqual([])
    expect(refusalOf(() => desk.act(DESK, { type: 'attach-to-parent', parent: CHILD }))).toBe(
      'conflict hangs-elsewhere',
    )
    expect(desk.act(DESK, { type: 'detach-from-parent', parent: CHILD })).toEqual([])
    desk.act(DESK, { type: 'detach-from-parent', parent: PARENT })
    expect(desk.current().parent).toBeNull()
  })

  test('follows the solution, is told of it once, and follows back to work [MAJ-8] [CLO-2]', () => {
    const desk = child()
    desk.act(DESK, { type: 'follow-parent', parent: PARENT, solved: isSolved })
    expect(desk.current()).toMatchObject({ state: 'resolved', followed: MONDAY_9, solution: resolution.solution })
    expect(desk.act(DESK, { type: 'follow-parent', parent: PARENT, solved: isSolved })).toEqual([])
    desk.act(DESK, { type: 'follow-parent', parent: PARENT, solved: null })
    expect(desk.current()).toMatchObject({ state: 'recorded', followed: null, resolvedAt: null })
    expect(desk.act(DESK, { type: 'follow-parent', parent: PARENT, solved: null })).toEqual([])
    expect(desk.all('resolved')).toHaveLength(1)
    expect(desk.all('rejected')).toEqual([
      {
        type: 'rejected',
        reason: `${PARENT} is being worked on again.`,
        backTo: 'recorded',
        of: PARENT,
        told: ['grace', 'wei'],
      },
    ])
  })

  test('that was solved by itself stays solved, and what hangs elsewhere does not follow [MAJ-8]', () => {
    const own = child()
    own.act('grace', solved)
    expect(own.act(DESK, { type: 'follow-parent', parent: PARENT, solved: null })).toEqual([])
    const stranger = child()
    expect(stranger.act(DESK, { type: 'follow-parent', parent: CHILD, solved: isSolved })).toEqual([])
  })

  test('passes the news on to its requester, if it is news of its parent [MAJ-4] [MAJ-8]', () => {
    const desk = child()
    expect(desk.act(DESK, { type: 'pass-on-update', parent: CHILD, text: 'x' })).toEqual([])
    expect(desk.act(DESK, { type: 'pass-on-update', parent: PARENT, text: 'Half is back.' })).toEqual([
      { type: 'audience-updated', audience: 'requesters', text: 'Half is back.', of: PARENT, told: [] },
    ])
  })
})
