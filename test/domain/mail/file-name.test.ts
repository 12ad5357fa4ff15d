import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from '../../../shared/domain/mail/file-name.ts'

test.each([
  ['报告 (1).pdf', '报告 (1).pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\a.txt', 'a.txt'],
  ['folder/', 'folder'],
  ['a\u202efdp.exe', 'afdp.exe'],
  ['a\u0000\r\nb.txt', 'ab.txt'],
  ['.htaccess', 'htaccess'],
  ['a. . ', 'a'],
  ['CON', '_CON'],
  ['lpt1.txt', '_lpt1.txt'],
  ['a<b>:"|?*.txt', 'a_b______.txt'],
  ['..', 'attachment-3.pdf'],
  ['', 'attachment-3.pdf'],
  [null, 'attachment-3.pdf'],
])('the file name %j is kept as %j [INT-2]', (declared, safe) => {
  expect(safeFileName(declared, 'application/pdf', 3)).toBe(safe)
})

test('a file of unknown kind without a name still gets one [INT-2]', () => {
  expect(safeFileName(null, 'application/x-odd', 1)).toBe('attachment-1.bin')
})

test('a long name keeps its extension, unless that is long itself [INT-2]', () => {
  expect(safeFileName(`${'长'.repeat(300)}.pdf`, 'application/pdf', 1)).toBe(`${'长'.repeat(116)}.pdf`)
  expect(safeFileName(`a.${'b'.repeat(300)}`, 'application/pdf', 1)).toHaveLength(120)
})

test('whatever the sender writes, the name is short, has no path and nothing hidden [INT-2]', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (declared) => {
      const name = safeFileName(declared, 'image/png', 1)
      expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]{1,240}$/u)
      expect(name).not.toMatch(/^\.|[. ]$/)
    }),
  )
})
