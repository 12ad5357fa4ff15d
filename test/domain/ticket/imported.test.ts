import { expect, test } from 'vitest'
import { deskAtWork } from '../../support/desk-at-work.ts'
import { GRADES, inShanghai, MONDAY_9, recorded } from '../../support/ticket-fixtures.ts'
import { rowFor } from '../report/counted.ts'

const FROM = { system: 'OldDesk', id: 'OLD-1', at: inShanghai('2026-06-01 09:00'), by: 'ada' }

/** A ticket of the highest priority that is handed on until that is one too many, and left alone for a month. */
const neglected = (imported: typeof FROM | undefined) => {
  const desk = deskAtWork()
  desk.act('grace', recorded({ ...GRADES[1], imported }))
  desk.act('grace', { type: 'assign' })
  for (let times = 0; times < 4; times += 1) {
    const group = desk.current().group === 'network' ? 'platform' : 'network'
    desk.act('grace', { type: 'transfer', group, reason: 'needs other hands' })
  }
  return desk
}

test('what is taken over from another desk is neither escalated nor a major incident, and nothing of it becomes due [API-3]', () => {
  const history = neglected(FROM)
  expect(history.current()).toMatchObject({ imported: FROM, priority: 1, major: 'none', reassignments: 4 })
  expect(rowFor(history.current())).toMatchObject({ imported: true })
  expect(history.wakeAt()).toBeNull()
  history.fastForwardTo(inShanghai('2026-04-01 09:00'))
  expect(history.current()).toMatchObject({ escalations: [], warned: [], missed: [] })

  const own = neglected(undefined)
  expect(own.current()).toMatchObject({ imported: null, major: 'candidate' })
  expect(own.wakeAt()).not.toBeNull()
  own.fastForwardTo(inShanghai('2026-04-01 09:00'))
  expect(own.current().escalations.map(({ trigger }) => trigger)).toContain('reassignments')
})

test('a grade given later makes no major incident of it either [API-3] [MAJ-1]', () => {
  const desk = deskAtWork()
  desk.act('grace', recorded({ ...GRADES[4], imported: { ...FROM, at: MONDAY_9 } }))
  desk.act('grace', { type: 'classify', ...GRADES[1], reason: 'as the log says' })
  expect(desk.current()).toMatchObject({ priority: 1, major: 'none' })
})
