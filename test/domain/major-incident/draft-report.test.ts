import { expect, test } from 'vitest'
import { draftReport } from '../../../shared/domain/major-incident/report/draft-report.ts'
import { deskAtWork } from '../../support/desk-at-work.ts'
import { GRADES, recorded } from '../../support/ticket-fixtures.ts'

/** A priority 1 that nobody judged for two half hours, with a workaround before the cure. */
const road = () => {
  const desk = deskAtWork()
  desk.act('grace', recorded({ ...GRADES[1], category: 'vpn' }))
  desk.fastForward({ minutes: 65 })
  desk.act('paula', { type: 'judge-major', confirmed: true, reason: 'All of finance' })
  desk.act('grace', { type: 'assign', group: 'network' })
  desk.act('noor', { type: 'accept' })
  desk.act('noor', { type: 'diagnose', workaround: 'Use the spare | gateway', cause: 'A worn power supply' })
  desk.act('noor', {
    type: 'resolve',
    outcome: 'cure',
    solution: 'Replaced',
    cause: 'A worn power supply',
    environmentChanged: false,
    leftToFindOut: null,
  })
  return desk
}

test.each([
  ['en', 'Nobody had judged it', ['- Cured: Replaced', '- Worked around: Use the spare | gateway']],
  ['zh-CN', '逾期无人判定', ['- 已根治: Replaced', '- 临时方案: Use the spare | gateway']],
] as const)(
  'the draft in %s tells what happened once, and everything that was done [MAJ-6]',
  (language, overdue, done) => {
    const desk = road()
    expect(desk.all('major-step-overdue').length).toBeGreaterThan(1)
    const lines = desk.log.map(({ at, event }) => ({
      at,
      event,
      actor: { kind: 'person', id: 'x', name: 'Grace' } as const,
    }))
    const text = draftReport({
      ticket: desk.current(),
      lines,
      clocks: [],
      service: 'VPN',
      language,
      timeZone: 'Asia/Shanghai',
    })
    expect(text.split(overdue)).toHaveLength(2)
    for (const each of done) expect(text).toContain(each)
  },
)
