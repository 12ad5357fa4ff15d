import { describe, expect, test } from 'vitest'
import { ACCEPTED_TYPES, isOfType } from '../../../shared/domain/upload/accepted-types.ts'
import { uploadName } from '../../../shared/domain/upload/upload-name.ts'

const bytes = (latin: string): Uint8Array => Uint8Array.from(latin, (character) => character.charCodeAt(0))

const FILES: readonly (readonly [mimeType: string, content: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n\0\0'],
  ['image/jpeg', '\xff\xd8\xff\xe0\0'],
  ['image/gif', 'GIF89a\x01\0'],
  ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
  ['image/heic', '\0\0\0\x18ftypheic'],
  ['application/pdf', '%PDF-1.7\n'],
  ['text/plain', 'Tray 2 jams'],
  ['text/csv', '\xc3\xa4;1\r\n'],
  ['application/msword', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\x03\x04\0'],
]

describe('files that are taken [INT-15]', () => {
  test.each(FILES)('%s is known by how it begins', (mimeType, content) => {
    expect(isOfType(bytes(content), mimeType)).toBe(true)
  })

  test.each(FILES.filter(([type]) => !type.startsWith('text/')))('a page is no %s', (mimeType) => {
    expect(isOfType(bytes('<!doctype html><script>alert(1)</script>'), mimeType)).toBe(false)
  })

  test('a program is no text', () => {
    expect(isOfType(bytes('MZ\x90\0\x03'), 'text/plain')).toBe(false)
  })

  test('a table called Excel’s by Windows may be either', () => {
    expect(isOfType(bytes('a;b\r\n'), 'application/vnd.ms-excel')).toBe(true)
    expect(isOfType(bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0'), 'application/vnd.ms-excel')).toBe(true)
    expect(isOfType(bytes('MZ\x90\0\x03'), 'application/vnd.ms-excel')).toBe(false)
  })

  test.each(['text/html', 'image/svg+xml', 'application/x-msdownload', 'application/zip', 'constructor'])(
    '%s is not taken, whatever it holds',
    (mimeType) => {
      expect(ACCEPTED_TYPES.has(mimeType)).toBe(false)
      expect(isOfType(bytes('text'), mimeType)).toBe(false)
    },
  )
})

describe('names of uploads [INT-15]', () => {
  test.each([
    ['screen.png', 'image/png', 'screen.png'],
    ['Screen.PNG', 'image/png', 'Screen.PNG'],
    ['photo', 'image/jpeg', 'photo.jpg'],
    ['report.exe', 'application/pdf', 'report.exe.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\fakepath\\报告.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '报告.docx'],
    ['invoice\u202efdp.exe', 'application/pdf', 'invoicefdp.exe.pdf'],
    ['error.log', 'text/plain', 'error.log'],
  ])('%s of %s becomes %s', (given, mimeType, name) => {
    expect(uploadName(given, mimeType)).toBe(name)
  })
})
