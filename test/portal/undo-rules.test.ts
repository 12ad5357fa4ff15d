import { expect, test } from 'vitest'
import { type Standing, undoOf } from '../../portal/ticket/acts/undo.ts'

const LIMIT = 3

const standing = (changed: Partial<Standing> = {}): Standing => ({
  kind: 'incident',
  class: 'fault',
  title: 'Printer',
  category: 'printing',
  service: null,
  item: null,
  system: null,
  group: 'workplace',
  assignee: null,
  impact: 'minor',
  urgency: 'medium',
  flags: { major: false, security: false },
  allowedActs: ['transfer', 'wait', 'comment'],
  escalation: { reassignments: 0, level: null, history: [], forecast: [] },
  ...changed,
})

const undone = (act: Parameters<typeof undoOf>[0], after: Partial<Standing>, before: Partial<Standing> = {}) =>
  undoOf(act, { before: standing(before), after: standing(after), reason: 'By mistake', limit: LIMIT })

const leo = { id: 'leo', name: 'Leo Martins' }
const xia = { id: 'xia', name: 'Xia Yu' }

test('what was accepted or handed over goes back to where it was, with a reason [LIF-3]', () => {
  const back = { group: 'workplace', category: 'printing', reason: 'By mistake' }
  expect(undone('accept', { assignee: leo })).toEqual({ act: 'transfer', body: back })
  expect(undone('transfer', { assignee: xia, category: 'network' }, { assignee: leo })).toEqual({
    act: 'transfer',
    body: { ...back, assignee: 'leo' },
  })
  expect(undone('assign', { group: 'network', allowedActs: ['assign'] })).toEqual({
    act: 'assign',
    body: { group: 'workplace' },
  })
})

test('going back is not offered where it would change nothing, is not theirs, or would escalate [ESC-6]', () => {
  const at = (reassignments: number) => ({ reassignments, level: null, history: [], forecast: [] })
  expect(undone('accept', { assignee: leo }, { assignee: leo })).toBeNull()
  expect(undone('transfer', { group: 'network', allowedActs: ['comment'] })).toBeNull()
  expect(undone('transfer', { group: 'network', escalation: at(2) })).toBeNull()
  expect(undone('transfer', { group: 'network', escalation: at(1) })).not.toBeNull()
  expect(undone('transfer', { group: 'network', escalation: at(3) })).not.toBeNull()
})

test('a description is put back field by field, a grade is not [PRI-6]', () => {
  expect(undone('classify', { title: 'Scanner', system: 'ERP' })).toEqual({
    act: 'classify',
    body: { title: 'Printer', system: null },
  })
  expect(undone('classify', { title: 'Scanner', urgency: 'high' })).toBeNull()
  expect(undone('classify', { title: 'Scanner', impact: 'extensive' })).toBeNull()
  expect(undone('classify', { title: 'Scanner', flags: { major: false, security: true } })).toBeNull()
  expect(undone('classify', {})).toBeNull()
})

test('waiting ends again; what was said, asked or announced cannot be taken back', () => {
  expect(undone('wait', {})).toEqual({ act: 'resume', body: {} })
  for (const act of ['resolve', 'comment', 'close', 'escalate', 'contact', 'cancel', 'return'] as const)
    expect(undone(act, { group: 'network' })).toBeNull()
})
