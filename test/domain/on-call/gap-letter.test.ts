import { expect, test } from 'vitest'
import { gapLetter } from '../../../shared/domain/on-call/gap-letter.ts'
import type { Rota } from '../../../shared/domain/on-call/rota.ts'

const rota: Rota = {
  id: 'network',
  name: { en: 'Network\r\non call', 'zh-CN': '网络值班' },
  subject: { kind: 'desk' },
  timeZone: 'Asia/Shanghai',
  layers: [],
  overrides: [],
  neededDuring: null,
}
const gap = { from: '2026-03-02T01:00:00.000Z', to: '2026-03-03T01:00:00.000Z' }
const head = { deskName: 'Desk', url: 'https://desk.test/on-call' }

test.each([
  ['en', 'Nobody is on duty: Network on call', 'Mon 2 Mar 2026 09:00 (GMT+8) until Tue 3 Mar 2026 09:00 (GMT+8)'],
  ['zh-CN', '无人值班：网络值班', '2026年3月2日（周一）09:00（GMT+8） 至 2026年3月3日（周二）09:00（GMT+8）'],
] as const)('a gap is told in %s, on the clock of the rota [ONC-1]', (language, subject, value) => {
  const letter = gapLetter(rota, [gap], { name: 'Noor', language }, head)
  expect(letter).toMatchObject({ subject, facts: [{ value }], buttons: [{ url: head.url }] })
})
